import { Module } from '@nestjs/common';
import { DutyController } from './duty.controller';
import { HandoverController } from './handover.controller';

@Module({ controllers: [HandoverController, DutyController] })
export class HandoverModule {}
