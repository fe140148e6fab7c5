import { isDeepStrictEqual } from 'node:util';
import {
  callingHours,
  type CallingHours,
  CHINESE_CALENDAR,
  CUSTOMER_KINDS,
  type CustomerKind,
  type DialingPolicy,
  localDateAt,
  mayDialAt,
  policyInForce,
  STANDARD_POLICY,
  TEST_POLICY,
  type WorkingCalendar,
} from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';

/** Edited policies and calendars; what is not edited holds as the documents say. */
export abstract class DialingDocuments {
  abstract policies(): Promise<readonly DialingPolicy[]>;
  abstract calendar(): Promise<WorkingCalendar | undefined>;
}

/** What holds where nobody has set another. */
export const BUILT_IN_POLICIES: readonly DialingPolicy[] = [STANDARD_POLICY, TEST_POLICY];

/** The policy of a batch at an instant, with the calling hours that follow from it. */
export class DialingRules {
  private policies: readonly DialingPolicy[] = BUILT_IN_POLICIES;
  private calendar: WorkingCalendar = CHINESE_CALENDAR;

  constructor(private readonly documents: DialingDocuments) {}

  /**
   * Reads the documents again; what was known stays in force when that fails. Tells the names of the policies that
   * changed, all of them when the calendar did.
   */
  async refresh(): Promise<readonly string[]> {
    const policies = [...BUILT_IN_POLICIES, ...(await this.documents.policies())];
    const calendar = (await this.documents.calendar()) ?? CHINESE_CALENDAR;
    const changed = isDeepStrictEqual(calendar, this.calendar)
      ? namesOf(policies).filter(
          (name) => !isDeepStrictEqual(named(policies, name), named(this.policies, name)),
        )
      : namesOf(policies);
    this.policies = policies;
    this.calendar = calendar;
    return changed;
  }

  /** @throws DomainError `dialing.policy-unknown` when no policy of this name is in force. */
  policy(name: string, now: Date): DialingPolicy {
    const policy = this.find(name, now);
    if (policy) return policy;
    throw new DomainError('dialing.policy-unknown', `no dialing policy "${name}" is in force`, { name });
  }

  /** A policy that vanished under a call must not keep it from being settled: the documents' own values hold then. */
  policyToSettleBy(name: string, now: Date): DialingPolicy {
    return this.find(name, now) ?? STANDARD_POLICY;
  }

  isInForce(name: string, now: Date): boolean {
    return this.find(name, now) !== undefined;
  }

  /** Kinds of customers that may be called now (T2.7). */
  openKinds(policy: DialingPolicy, now: Date): readonly CustomerKind[] {
    return CUSTOMER_KINDS.filter((kind) => mayDialAt(this.hours(policy, kind), now));
  }

  private find(name: string, now: Date): DialingPolicy | undefined {
    return policyInForce(named(this.policies, name), localDateAt(now));
  }

  hours(policy: DialingPolicy, kind: CustomerKind): CallingHours {
    return callingHours(policy, kind, this.calendar);
  }
}

function named(policies: readonly DialingPolicy[], name: string): readonly DialingPolicy[] {
  return policies.filter((policy) => policy.id === name);
}

function namesOf(policies: readonly DialingPolicy[]): readonly string[] {
  return [...new Set(policies.map((policy) => policy.id))];
}
