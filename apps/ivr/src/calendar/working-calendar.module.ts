import { Module } from '@nestjs/common';
import { KeepCalendarWhenCalendarChanged } from './keep-calendar-when-calendar-changed.handler';

/** Which days are worked, as hr has it. */
@Module({ providers: [KeepCalendarWhenCalendarChanged] })
export class WorkingCalendarModule {}
