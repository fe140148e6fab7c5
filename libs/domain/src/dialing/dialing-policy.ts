import type { LocalDate, TimeRange } from '../shared';
import type { DialogueRules } from './notice-dialogue';
import type { SuccessRule } from './outcome';
import type { BatchKind, CustomerKind } from './vocabulary';

/** When customers of one kind may be called: the ranges of every day, or of working days only. */
export interface DailyWindows {
  readonly days: 'every-day' | 'working-days';
  /** Sorted, apart from one another, at least one. */
  readonly ranges: readonly TimeRange[];
}

/** Outcomes after which another attempt is made; `unknown` and `voicemail` are spaced like `no-answer`. */
export const SPACED_OUTCOMES = [
  'busy',
  'no-answer',
  'rejected',
  'switched-off',
  'hung-up-early',
  'no-reaction',
  'call-later',
] as const;
export type SpacedOutcome = (typeof SPACED_OUTCOMES)[number];

/** The attempt rule of one kind of batch (T2.4). */
export interface AttemptRule {
  /** Counted attempts at most, 1 to 10; §6 says three for bills and arrears. */
  readonly maxCounted: number;
  /** Seconds from the end of an attempt to the next one at the earliest, by outcome. */
  readonly spacingSeconds: Readonly<Record<SpacedOutcome, number>>;
  /** The last attempt is made in another part of the day than those before. */
  readonly lastInAnotherPartOfDay: boolean;
}

/** Failures on our side (T2.4): own cap, exponential back-off. */
export interface TechnicalRule {
  /** The failure with this number ends the contact as technical, 1 to 100. */
  readonly maxFailures: number;
  readonly firstBackOffSeconds: number;
  /** Each back-off is this many times the one before, 1 to 10. */
  readonly factor: number;
  readonly maxBackOffSeconds: number;
}

/** At most `maxCalls` to one number in any span of `seconds` (T2.8). */
export interface FrequencyCap {
  readonly seconds: number;
  readonly maxCalls: number;
}

/** Every number that decides when and how customers are called: dated data, edited by documents (§22). */
export interface DialingPolicy {
  readonly id: string;
  /** In force from this day on, until a later one is. */
  readonly validFrom: LocalDate;
  /** May be used on the lab's trunk only; rest times need not cover the night. */
  readonly labOnly: boolean;
  /** The called parties' zone, minutes east of UTC. */
  readonly zoneOffsetMinutes: number;
  readonly windows: Readonly<Record<CustomerKind, DailyWindows>>;
  /** No window may touch these (T2.7 "never in rest time"). */
  readonly restTimes: readonly TimeRange[];
  /** No call is begun within so many seconds before a window closes, so that none is answered after it. */
  readonly closingMarginSeconds: number;
  readonly attempts: Readonly<Record<BatchKind, AttemptRule>>;
  readonly technical: TechnicalRule;
  /** Seconds to let it ring, 5 to 120. */
  readonly ringSeconds: number;
  readonly successRule: SuccessRule;
  readonly dialogue: DialogueRules;
  /** Per number, over all batches; a batch may add stricter ones. */
  readonly frequencyCaps: readonly FrequencyCap[];
  /** Notices to one number that one call may carry, 1 to 20 (T2.8). */
  readonly maxNoticesPerCall: number;
}

/** The policy of a day: the one with the latest `validFrom` not after it; undefined when none is in force yet. */
export function policyInForce(
  policies: readonly DialingPolicy[],
  date: LocalDate,
): DialingPolicy | undefined {
  return policies
    .filter((policy) => policy.validFrom <= date)
    .reduce<DialingPolicy | undefined>(
      (latest, policy) => (!latest || policy.validFrom >= latest.validFrom ? policy : latest),
      undefined,
    );
}
