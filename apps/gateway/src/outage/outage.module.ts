import { Module } from '@nestjs/common';
import { AreaController } from './area.controller';
import { OutageController } from './outage.controller';

@Module({ controllers: [AreaController, OutageController] })
export class OutageModule {}
