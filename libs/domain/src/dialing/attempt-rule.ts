import { addSeconds, laterOf } from '../shared';
import { type CallingHours, nextOpening, openSpans } from './calling-window';
import type { AttemptRule, SpacedOutcome, TechnicalRule } from './dialing-policy';
import type { Classification } from './outcome';
import { nextPartBegins, partOfDay } from './part-of-day';
import type { Disposition, Outcome } from './vocabulary';

/** A contact after an attempt was classified, that attempt included in every count. */
export interface AttemptHistory {
  readonly rule: AttemptRule;
  readonly technical: TechnicalRule;
  readonly hours: CallingHours;
  readonly classification: Classification;
  readonly countedAttempts: number;
  readonly technicalFailures: number;
  /** When the counted attempts began, in any order, this one included. */
  readonly attemptedAt: readonly Date[];
  /** When the attempt ended; spacing runs from here. */
  readonly now: Date;
  readonly deadline?: Date;
}

export type NextStep =
  | {
      readonly type: 'retry';
      /** Inside calling hours; never sooner than the spacing. */
      readonly dueAt: Date;
      /** Why then: the outcome, and whether another part of the day was waited for. */
      readonly reason: RetryReason;
    }
  | { readonly type: 'dispose'; readonly disposition: Disposition; readonly reason: Outcome };

export type RetryReason = SpacedOutcome | 'technical' | 'another-part-of-day';

/**
 * What becomes of a contact after an attempt (T2.4, T2.6). Decisions that the documents leave open:
 *
 * - call-later is a counted attempt and spaced as its own outcome. With none left the contact is delivered
 *   where the customer had heard the essential part, else handed off as exhausted.
 * - A retry that cannot begin before the deadline is handed off now: waiting for it helps nobody.
 * - Another part of the day is sought among those not used by earlier attempts, else one different from
 *   the latest; where the deadline leaves none, the plain spacing holds.
 * - `unknown` and `voicemail` are spaced like `no-answer` (T3.2).
 */
export function nextStep(history: AttemptHistory): NextStep {
  const { classification, rule, technical } = history;
  const { outcome } = classification;
  const dispose = (disposition: Disposition): NextStep => ({ type: 'dispose', disposition, reason: outcome });

  if (classification.delivered) return dispose({ kind: 'delivered' });
  if (classification.handOff) return dispose({ kind: 'handed-off', reason: classification.handOff });
  if (!classification.counted) {
    if (history.technicalFailures >= technical.maxFailures) {
      return dispose({ kind: 'handed-off', reason: 'technical' });
    }
  } else if (history.countedAttempts >= rule.maxCounted) {
    const told = outcome === 'call-later' && classification.heardEssential;
    return dispose(told ? { kind: 'delivered' } : { kind: 'handed-off', reason: 'exhausted' });
  }

  const retry = planRetry(history);
  return history.deadline && retry.dueAt >= history.deadline
    ? dispose({ kind: 'handed-off', reason: 'deadline' })
    : { type: 'retry', ...retry };
}

/** Seconds to wait after the `failures`-th technical failure in a row of its contact (1 is the first). */
export function technicalBackOffSeconds(rule: TechnicalRule, failures: number): number {
  return Math.min(
    rule.maxBackOffSeconds,
    rule.firstBackOffSeconds * rule.factor ** Math.max(0, failures - 1),
  );
}

/** The spacing that applies to an outcome which is tried again. */
export function spacedLike(outcome: Outcome): SpacedOutcome {
  switch (outcome) {
    case 'busy':
    case 'no-answer':
    case 'rejected':
    case 'switched-off':
    case 'hung-up-early':
    case 'no-reaction':
    case 'call-later':
      return outcome;
    case 'heard':
      // Heard, yet the batch asks for a key: the customer is there, and not in a hurry.
      return 'hung-up-early';
    case 'voicemail':
    case 'unknown':
    case 'technical':
    case 'confirmed':
    case 'human-requested':
    case 'invalid-number':
    case 'opted-out':
      return 'no-answer';
  }
}

function planRetry(history: AttemptHistory): { dueAt: Date; reason: RetryReason } {
  const { classification, countedAttempts, hours, now, rule, technical, technicalFailures } = history;
  if (!classification.counted) {
    const wait = technicalBackOffSeconds(technical, technicalFailures);
    return { dueAt: nextOpening(hours, addSeconds(now, wait)), reason: 'technical' };
  }
  const spaced = spacedLike(classification.outcome);
  const dueAt = nextOpening(hours, addSeconds(now, rule.spacingSeconds[spaced]));
  const isLast = countedAttempts + 1 === rule.maxCounted && countedAttempts > 0;
  const other = isLast && rule.lastInAnotherPartOfDay ? inAnotherPart(history, dueAt) : undefined;
  return other && other > dueAt ? { dueAt: other, reason: 'another-part-of-day' } : { dueAt, reason: spaced };
}

/** The first open instant from `earliest` on in a part of the day not tried yet, before the deadline. */
function inAnotherPart({ hours, attemptedAt, deadline }: AttemptHistory, earliest: Date): Date | undefined {
  const partAt = (instant: Date) => partOfDay(instant, hours.offsetMinutes);
  const used = new Set(attemptedAt.map(partAt));
  const latest = attemptedAt.reduce<Date | undefined>(
    (last, at) => (last ? laterOf(last, at) : at),
    undefined,
  );
  const latestPart = latest && partAt(latest);
  let differing: Date | undefined;
  const horizon = addSeconds(earliest, HORIZON_SECONDS);
  for (const { from, to } of openSpans(hours, earliest)) {
    for (let at = from; at < to; at = nextPartBegins(at, hours.offsetMinutes)) {
      if (at >= horizon || (deadline && at >= deadline)) return differing;
      if (!used.has(partAt(at))) return at;
      if (partAt(at) !== latestPart) differing ??= at;
    }
  }
  return differing;
}

/** Longer than the longest run of holidays: within it every part of the day that the windows have comes round. */
const HORIZON_SECONDS = 10 * 86_400;
