import { Module } from '@nestjs/common';
import { ChecklistController } from './checklist.controller';
import { DailyReportController } from './daily-report.controller';

@Module({ controllers: [ChecklistController, DailyReportController] })
export class SupervisorDayModule {}
