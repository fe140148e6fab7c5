import { Injectable } from '@nestjs/common';
import type { FollowUpPolicy, LocalDate, WorkingCalendar } from '@switchyard/domain';
import { CalendarPolicies } from '../calendar/calendar-policies';
import { WorkingCalendars } from '../calendar/working-calendars.port';
import { Policies } from '../policy/policies';

export interface FollowUpRulesInForce {
  readonly policy: FollowUpPolicy;
  readonly calendar: WorkingCalendar;
  /** Close of business of a day. */
  readonly closes: (date: LocalDate) => Date;
}

/** The policy of follow-ups and the calendar, as they hold at a time. */
@Injectable()
export class FollowUpRules {
  constructor(
    private readonly policies: Policies,
    private readonly calendars: WorkingCalendars,
    private readonly calendarPolicies: CalendarPolicies,
  ) {}

  async at(at: Date): Promise<FollowUpRulesInForce> {
    const calendar = await this.calendars.current();
    const closes = await this.calendarPolicies.closes(calendar);
    return { policy: await this.policies.followUp(at), calendar, closes };
  }
}
