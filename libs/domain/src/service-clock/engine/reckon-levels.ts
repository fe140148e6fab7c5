import { addDays, localDateAt } from '../../shared';
import { type ClockFacts, type ClockSpan, type ClockTarget, conditionsHold, type Threshold } from '../policy';
import {
  afterCounted,
  type ClockCalendar,
  closeOfBusiness,
  countedBetween,
  isKnown,
  isServiceDay,
  type MinuteUnit,
  type Reckoned,
} from '../time';
import type { ClockLevel } from './clock';
import { type Draft, latest } from './draft';
import { after } from './reckon-due';

/** What levels are reckoned from: the due date, and the instant at which the clock is late. */
export interface LevelBasis {
  readonly dueAt: Date | undefined;
  readonly breachesAt: Date | undefined;
  readonly unit: ClockTarget['unit'];
}

export interface ReckonedLevels {
  readonly levels: readonly ClockLevel[];
  readonly provisional: boolean;
}

/** Each level's instant: never before the start, nor before that of the level below it. */
export function levelsOf(
  draft: Draft,
  facts: ClockFacts,
  basis: LevelBasis,
  calendar: ClockCalendar,
): ReckonedLevels {
  const levels: ClockLevel[] = [];
  let provisional = false;
  let below: Date | undefined = draft.startedAt;
  for (const { level, threshold, recipients, where } of draft.policy.levels) {
    if (!conditionsHold(where, { ...facts, owner: draft.owner })) continue;
    const reached: Reckoned | undefined = below && instantOf(threshold, draft, basis, calendar);
    below = below && reached && latest(reached.at, below);
    provisional ||= reached?.provisional ?? false;
    levels.push({ level, recipients, ...(below && { at: below }) });
  }
  return { levels, provisional };
}

function instantOf(
  threshold: Threshold,
  draft: Draft,
  basis: LevelBasis,
  calendar: ClockCalendar,
): Reckoned | undefined {
  const { startedAt, pauses } = draft;
  switch (threshold.kind) {
    case 'percent':
      if (threshold.value === 100) return firm(basis.breachesAt);
      return basis.dueAt && part(threshold.value / 100, basis.dueAt, draft, basis, calendar);
    case 'before':
      return basis.dueAt && before(threshold, basis.dueAt, draft, calendar);
    case 'after':
      return basis.breachesAt && after(calendar, basis.breachesAt, threshold, 'move-on', pauses);
    case 'after-start':
      return after(calendar, startedAt, threshold, 'move-on', pauses);
  }
}

/**
 * A share of the time between start and due date, in the hours of business even where the limit counts days, so that a
 * warning comes when somebody is there to read it. A limit by the minute, day and night, is warned of at night too.
 */
function part(
  share: number,
  dueAt: Date,
  { startedAt, pauses }: Draft,
  { unit }: LevelBasis,
  calendar: ClockCalendar,
): Reckoned | undefined {
  const counting: MinuteUnit = unit === 'elapsed-minutes' ? 'elapsed-minutes' : 'business-minutes';
  const total = countedBetween(calendar, counting, startedAt, dueAt, pauses);
  if (total > 0) return afterCounted(calendar, counting, startedAt, total * share, pauses);
  const elapsed = countedBetween(calendar, 'elapsed-minutes', startedAt, dueAt, pauses);
  return afterCounted(calendar, 'elapsed-minutes', startedAt, elapsed * share, pauses);
}

/** Earlier than the due date by a span that counts: an hour before 14:00 lies before the lunch break (glpi PR#22678). */
function before(
  { value, unit }: ClockSpan,
  dueAt: Date,
  { startedAt, pauses }: Draft,
  calendar: ClockCalendar,
): Reckoned | undefined {
  if (unit === 'elapsed-minutes' || unit === 'business-minutes') {
    const total = countedBetween(calendar, unit, startedAt, dueAt, pauses);
    const left = total - value * 60_000;
    return left > 0 ? afterCounted(calendar, unit, startedAt, left, pauses) : firm(startedAt);
  }
  const first = localDateAt(startedAt);
  let provisional = false;
  let left = value;
  let date = localDateAt(dueAt);
  while (left > 0 && date > first) {
    date = addDays(date, -1);
    provisional ||= !isKnown(calendar, date);
    if (unit !== 'working-days' || isServiceDay(calendar, date)) left--;
  }
  return { at: latest(closeOfBusiness(calendar, date), startedAt), provisional };
}

function firm(at: Date | undefined): Reckoned | undefined {
  return at && { at, provisional: false };
}
