import { Module } from '@nestjs/common';
import { KeepCalendarWhenCalendarChanged } from './keep-calendar-when-calendar-changed.handler';
import { WarnOfCalendarEnd } from './warn-of-calendar-end';

/** Which days are worked, as hr has it. */
@Module({ providers: [KeepCalendarWhenCalendarChanged, WarnOfCalendarEnd] })
export class WorkingCalendarModule {}
