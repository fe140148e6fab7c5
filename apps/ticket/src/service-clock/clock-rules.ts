import { Injectable } from '@nestjs/common';
import {
  type ClockCalendar,
  type ClockPolicyVersion,
  STANDARD_CLOCK_POLICY_VERSIONS,
} from '@switchyard/domain';
import { CalendarPolicies } from '../calendar/calendar-policies';
import { WorkingCalendars } from '../calendar/working-calendars.port';
import { ClockPolicies } from './clock-policies.port';

/** Everything that clocks are reckoned by. */
export interface ClockRulesNow {
  readonly policies: readonly ClockPolicyVersion[];
  readonly calendar: ClockCalendar;
  /** Which calendar and hours these are. A clock that rests on others is reckoned anew. */
  readonly basis: string;
}

/** Reads the rules once for each edition, so that a change holds in every process from the next reckoning on. */
@Injectable()
export class ClockRules {
  private read: { readonly edition: string; readonly rules: ClockRulesNow } | undefined;

  constructor(
    private readonly clockPolicies: ClockPolicies,
    private readonly calendars: WorkingCalendars,
    private readonly policies: CalendarPolicies,
  ) {}

  async current(): Promise<ClockRulesNow> {
    const { policies, hours } = await this.clockPolicies.edition();
    const basis = `calendar ${await this.calendars.version()}, hours ${hours}`;
    const edition = `${basis}, policies ${policies}`;
    if (this.read?.edition === edition) return this.read.rules;
    const set = await this.clockPolicies.all();
    const rules: ClockRulesNow = {
      policies: [
        ...STANDARD_CLOCK_POLICY_VERSIONS,
        ...set.map(({ policy, version, validFrom }) => ({ ...policy, version, validFrom })),
      ],
      calendar: { working: await this.calendars.current(), hours: await this.policies.serviceHours() },
      basis,
    };
    this.read = { edition, rules };
    return rules;
  }
}
