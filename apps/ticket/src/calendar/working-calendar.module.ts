import { Module } from '@nestjs/common';
import { NotificationModule } from '../notification/notification.module';
import { PolicyModule } from '../policy/policy.module';
import { CalendarPolicies } from './calendar-policies';
import { KeepCalendarWhenCalendarChanged } from './keep-calendar-when-calendar-changed.handler';
import { PgWorkingCalendars } from './persistence/pg-working-calendars';
import { WarnOfCalendarEnd } from './warn-of-calendar-end';
import { WorkingCalendars } from './working-calendars.port';

/** Which days are worked, as hr has it. */
@Module({
  imports: [NotificationModule, PolicyModule],
  providers: [
    CalendarPolicies,
    KeepCalendarWhenCalendarChanged,
    WarnOfCalendarEnd,
    { provide: WorkingCalendars, useClass: PgWorkingCalendars },
  ],
  exports: [CalendarPolicies, WorkingCalendars],
})
export class WorkingCalendarModule {}
