import { Module } from '@nestjs/common';
import { AreaController } from './area.controller';
import { MaintenanceController } from './maintenance.controller';
import { OutageNoticeController } from './outage-notice.controller';
import { OutageController } from './outage.controller';

@Module({ controllers: [AreaController, MaintenanceController, OutageNoticeController, OutageController] })
export class OutageModule {}
