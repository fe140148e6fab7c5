import { Module } from '@nestjs/common';
import { WorkingCalendarController } from './working-calendar.controller';

@Module({ controllers: [WorkingCalendarController] })
export class WorkingCalendarModule {}
