import { Injectable } from '@nestjs/common';
import { CHINESE_CALENDAR, type FollowUpPolicy, type WorkingCalendar } from '@switchyard/domain';
import { Policies } from '../policy/policies';

export interface FollowUpRulesInForce {
  readonly policy: FollowUpPolicy;
  readonly calendar: WorkingCalendar;
}

/** The policy of follow-ups and the calendar, as they hold at a time. */
@Injectable()
export class FollowUpRules {
  constructor(private readonly policies: Policies) {}

  async at(at: Date): Promise<FollowUpRulesInForce> {
    return { policy: await this.policies.followUp(at), calendar: CHINESE_CALENDAR };
  }
}
