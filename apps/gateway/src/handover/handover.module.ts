import { Module } from '@nestjs/common';
import { DutyController } from './duty.controller';
import { HandoverController } from './handover.controller';
import { KnownRelief } from './known-relief';

@Module({ controllers: [HandoverController, DutyController], providers: [KnownRelief] })
export class HandoverModule {}
