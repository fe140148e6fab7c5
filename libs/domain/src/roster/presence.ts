import { daysBetween, instantAt, type LocalDate, MINUTES_PER_DAY } from '../shared';
import type { PlannedShift } from './roster-facts';

/** Resolution of cover: a quarter of an hour counts when somebody is there all through it. */
export const QUARTER = 15;
const QUARTERS_A_DAY = MINUTES_PER_DAY / QUARTER;

/** How many are there, quarter by quarter, from the first day's midnight to the last day's. */
export class Presence {
  private readonly counts: Uint16Array;
  private readonly baseMs: number;

  constructor(
    private readonly from: LocalDate,
    to: LocalDate,
    private readonly longBreakMinutes: number,
  ) {
    this.counts = new Uint16Array((daysBetween(from, to) + 1) * QUARTERS_A_DAY);
    this.baseMs = instantAt(from, 0).getTime();
  }

  add(shift: Pick<PlannedShift, 'startAt' | 'endAt' | 'breaks'>): this {
    let from = shift.startAt;
    for (const { startAt, endAt } of shift.breaks) {
      if (endAt.getTime() - startAt.getTime() < this.longBreakMinutes * 60_000) continue;
      this.count(from, startAt);
      from = endAt;
    }
    this.count(from, shift.endAt);
    return this;
  }

  /** Fewest at one time from a minute of a day on. */
  least(date: LocalDate, minute: number, minutes: number): number {
    const start = daysBetween(this.from, date) * QUARTERS_A_DAY + Math.floor(minute / QUARTER);
    const quarters = this.counts.subarray(start, start + Math.ceil(minutes / QUARTER));
    return quarters.reduce((least, count) => Math.min(least, count), Number.MAX_SAFE_INTEGER);
  }

  private count(from: Date, to: Date): void {
    const quarterOf = (at: Date) => (at.getTime() - this.baseMs) / 60_000 / QUARTER;
    const end = Math.min(this.counts.length, Math.floor(quarterOf(to)));
    for (let quarter = Math.max(0, Math.ceil(quarterOf(from))); quarter < end; quarter++) {
      this.counts[quarter] = (this.counts[quarter] ?? 0) + 1;
    }
  }
}

export interface Stretch {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** Neighbouring parts of a day as one. */
export function joined<T extends Stretch>(parts: readonly T[], join: (one: T, next: T) => T): T[] {
  const result: T[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.toMinute === part.fromMinute) result[result.length - 1] = join(last, part);
    else result.push(part);
  }
  return result;
}
