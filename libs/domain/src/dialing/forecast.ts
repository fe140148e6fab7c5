import { addSeconds, laterOf } from '../shared';
import {
  afterOpenMinutes,
  type CallingHours,
  isProvisionalAt,
  nextOpening,
  openMinutesUntil,
} from './calling-window';
import type { OutcomeShares } from './outcome-shares';

/** Contacts not settled yet that share calling hours and have used the same number of attempts. */
export interface ForecastGroup {
  readonly hours: CallingHours;
  readonly contacts: number;
  readonly countedAttempts: number;
}

export interface ForecastInput {
  readonly now: Date;
  readonly deadline: Date;
  readonly groups: readonly ForecastGroup[];
  readonly maxCounted: number;
  /** Mean spacing between attempts. */
  readonly spacingSeconds: number;
  /** Lines that the batch can have, reserve deducted. */
  readonly lines: number;
  readonly callsPerSecond: number;
  /** Mean time that a call holds a line, ringing included. */
  readonly meanCallSeconds: number;
  readonly shares: OutcomeShares;
}

export interface Forecast {
  /** When the last contact would be settled if the deadline did not cut it; undefined when not within a year. */
  readonly finishAt?: Date;
  /** Nobody ends on paper only because the time ran out. */
  readonly onTime: boolean;
  /** Calls until the deadline, failures on our side included. */
  readonly expectedCalls: number;
  readonly delivered: number;
  /** `delivered` and these sum to the contacts. */
  readonly onPaper: { exhausted: number; invalid: number; optedOut: number; deadline: number };
  /** Lines that would carry all expected calls before the deadline; undefined when no time is left. */
  readonly linesNeeded?: number;
  readonly warnings: readonly ForecastWarning[];
}

export type ForecastWarning =
  /** The deadline will be missed for some. */
  | 'late'
  /** No calling hours are left before the deadline. */
  | 'no-calling-hours-left'
  /** More lines would make it, and the calls-per-second limit allows them. */
  | 'too-few-lines'
  /** Holidays are not known for the days concerned. */
  | 'calendar-not-covered';

/**
 * Preflight forecast, and with the counts of a running batch the early warning (T2.10). A plan by expected
 * values, no promise: attempts go in rounds; a group gets the part of the pace that its contacts are of all;
 * a round takes calls ÷ pace of calling hours, and a retry begins no sooner than the spacing after its attempt.
 */
export function forecast(input: ForecastInput): Forecast {
  const all = input.groups.reduce((sum, group) => sum + group.contacts, 0);
  const pace = Math.min(input.callsPerSecond, input.lines / input.meanCallSeconds);
  const parts = input.groups
    .filter((group) => group.contacts > 0)
    .map((group) => forecastGroup(input, group, (pace * group.contacts) / all));
  const sum = (of: (part: GroupForecast) => number) => parts.reduce((total, part) => total + of(part), 0);

  const onPaper = {
    exhausted: Math.round(sum((part) => part.exhausted)),
    invalid: Math.round(sum((part) => part.invalid)),
    optedOut: Math.round(sum((part) => part.optedOut)),
    deadline: Math.round(sum((part) => part.deadline)),
  };
  const paper = onPaper.exhausted + onPaper.invalid + onPaper.optedOut + onPaper.deadline;
  const finishes = parts.map((part) => part.finishAt);
  const finishAt = finishes.reduce<Date | undefined>(
    (latest, finish) => (latest && finish ? laterOf(latest, finish) : undefined),
    input.now,
  );
  const openSeconds = Math.min(...parts.map((part) => part.openSeconds));
  const allCalls = sum((part) => part.allCalls);
  const onTime = onPaper.deadline === 0;
  const linesNeeded =
    parts.length > 0 && openSeconds > 0
      ? Math.ceil((allCalls * input.meanCallSeconds) / openSeconds)
      : undefined;
  return {
    finishAt,
    onTime,
    expectedCalls: Math.round(sum((part) => part.calls)),
    delivered: Math.max(0, all - paper),
    onPaper,
    linesNeeded,
    warnings: warningsOf(input, onTime, openSeconds, linesNeeded),
  };
}

interface GroupForecast {
  finishAt?: Date;
  calls: number;
  allCalls: number;
  exhausted: number;
  invalid: number;
  optedOut: number;
  deadline: number;
  openSeconds: number;
}

function forecastGroup(input: ForecastInput, group: ForecastGroup, pace: number): GroupForecast {
  const { now, deadline, shares, maxCounted, spacingSeconds } = input;
  const { hours } = group;
  const retried = Math.max(0, 1 - shares.delivered - shares.invalid - shares.optedOut);
  const callsPerAttempt = 1 / (1 - shares.technical);
  const openSeconds = openMinutesUntil(hours, now, deadline) * 60;
  const result: GroupForecast = {
    finishAt: now,
    calls: 0,
    allCalls: 0,
    exhausted: 0,
    invalid: 0,
    optedOut: 0,
    deadline: 0,
    openSeconds,
  };
  /** Contacts that begin this round before the deadline, and those that would without one. */
  let inTime = group.contacts;
  let plan = group.contacts;
  let begins = nextOpening(hours, now);
  for (let attempt = group.countedAttempts; attempt < maxCounted && plan > 0; attempt++) {
    result.allCalls += plan * callsPerAttempt;
    const capacity = Math.max(0, openSeconds * pace - result.calls) / callsPerAttempt;
    const called = Math.min(inTime, capacity);
    result.calls += called * callsPerAttempt;
    result.deadline += inTime - called;
    result.invalid += called * shares.invalid;
    result.optedOut += called * shares.optedOut;

    const atPace = pace > 0 ? afterOpenMinutes(hours, now, result.allCalls / pace / 60) : undefined;
    const ends: Date | undefined = atPace && laterOf(atPace, begins);
    result.finishAt = ends;
    const again = called * retried;
    if (attempt + 1 === maxCounted) {
      result.exhausted += again;
      break;
    }
    const due = retriesInTime(hours, begins, ends ?? deadline, spacingSeconds, deadline);
    inTime = again * due.part;
    result.deadline += again - inTime;
    plan *= retried;
    begins = due.lastAt;
  }
  if (group.countedAttempts >= maxCounted) result.exhausted += group.contacts;
  return result;
}

/** Which part of a round's retries falls due before the deadline, and when the last of them does. */
function retriesInTime(
  hours: CallingHours,
  begins: Date,
  ends: Date,
  spacingSeconds: number,
  deadline: Date,
): { part: number; lastAt: Date } {
  const first = addSeconds(begins, spacingSeconds);
  const last = addSeconds(ends, spacingSeconds);
  const lastAt = nextOpening(hours, last);
  if (lastAt < deadline) return { part: 1, lastAt };
  if (nextOpening(hours, first) >= deadline) return { part: 0, lastAt };
  const part = (deadline.getTime() - first.getTime()) / (last.getTime() - first.getTime());
  return { part: Math.min(1, part), lastAt };
}

function warningsOf(
  input: ForecastInput,
  onTime: boolean,
  openSeconds: number,
  linesNeeded: number | undefined,
): readonly ForecastWarning[] {
  const warnings: ForecastWarning[] = [];
  if (!onTime) warnings.push('late');
  if (!onTime && openSeconds <= 0) warnings.push('no-calling-hours-left');
  const more = linesNeeded !== undefined && linesNeeded > input.lines;
  if (!onTime && more && input.callsPerSecond > input.lines / input.meanCallSeconds) {
    warnings.push('too-few-lines');
  }
  const uncovered = input.groups.some(
    ({ hours }) => isProvisionalAt(hours, input.now) || isProvisionalAt(hours, input.deadline),
  );
  if (uncovered) warnings.push('calendar-not-covered');
  return warnings;
}
