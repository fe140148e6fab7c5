import { Injectable } from '@nestjs/common';
import type { FollowUpPolicy, WorkingCalendar } from '@switchyard/domain';
import { WorkingCalendars } from '../calendar/working-calendars.port';
import { Policies } from '../policy/policies';

export interface FollowUpRulesInForce {
  readonly policy: FollowUpPolicy;
  readonly calendar: WorkingCalendar;
}

/** The policy of follow-ups and the calendar, as they hold at a time. */
@Injectable()
export class FollowUpRules {
  constructor(
    private readonly policies: Policies,
    private readonly calendars: WorkingCalendars,
  ) {}

  async at(at: Date): Promise<FollowUpRulesInForce> {
    return { policy: await this.policies.followUp(at), calendar: await this.calendars.current() };
  }
}
