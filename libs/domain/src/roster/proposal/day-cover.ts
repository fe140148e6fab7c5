import { addDays, daysBetween, type LocalDate, MINUTES_PER_DAY } from '../../shared';
import { QUARTER } from '../presence';
import type { NeededHeads, RosterFacts } from '../roster-facts';
import type { ShiftTemplate } from '../shift-template';

/** A shift of a template that begins `daysBack` days before the day that it covers a part of. */
export interface CoveringShift {
  readonly template: number;
  readonly daysBack: number;
}

/** Quarters of a day that the same shifts cover, and what they need. */
export interface CoverPart {
  readonly date: LocalDate;
  readonly covering: readonly CoveringShift[];
  readonly quarters: number;
  readonly most: number;
  readonly mean: number;
  /** Minute of the first of them. */
  readonly minute: number;
}

const QUARTERS_A_DAY = MINUTES_PER_DAY / QUARTER;

/** Every day in parts that are covered by the same shifts. Parts that no shift covers are left out. */
export function coverParts(
  { from, to, needs, policy }: Pick<RosterFacts, 'from' | 'to' | 'needs' | 'policy'>,
  templates: readonly ShiftTemplate[],
): CoverPart[] {
  const keys = Array.from({ length: QUARTERS_A_DAY }, (_, quarter) =>
    coveringAt(quarter * QUARTER, templates, policy.longBreakMinutes),
  );
  const needed = needByQuarter(needs, from, to);
  const parts: CoverPart[] = [];
  for (let date = from, day = 0; date <= to; date = addDays(date, 1), day++) {
    const groups = new Map<string, { covering: readonly CoveringShift[]; minute: number; heads: number[] }>();
    keys.forEach((covering, quarter) => {
      if (covering.length === 0) return;
      const key = JSON.stringify(covering);
      const group = groups.get(key) ?? { covering, minute: quarter * QUARTER, heads: [] };
      group.heads.push(needed[day * QUARTERS_A_DAY + quarter] ?? 0);
      groups.set(key, group);
    });
    for (const { covering, minute, heads } of groups.values()) {
      const mean = heads.reduce((sum, each) => sum + each, 0) / heads.length;
      parts.push({ date, covering, minute, quarters: heads.length, most: Math.max(...heads), mean });
    }
  }
  return parts;
}

function coveringAt(minute: number, templates: readonly ShiftTemplate[], longBreak: number): CoveringShift[] {
  return templates.flatMap((template, index) =>
    [0, 1].flatMap((daysBack) => {
      const at = minute + daysBack * MINUTES_PER_DAY;
      const away = template.breaks.some(
        ({ fromMinute, toMinute }) =>
          toMinute - fromMinute >= longBreak && at + QUARTER > fromMinute && at < toMinute,
      );
      const there = template.startMinute <= at && at + QUARTER <= template.endMinute && !away;
      return there ? [{ template: index, daysBack }] : [];
    }),
  );
}

function needByQuarter(needs: readonly NeededHeads[], from: LocalDate, to: LocalDate): number[] {
  const quarters = new Array<number>((daysBetween(from, to) + 1) * QUARTERS_A_DAY).fill(0);
  for (const { date, minute, minutes, heads } of needs) {
    if (date < from || date > to) continue;
    const start = daysBetween(from, date) * QUARTERS_A_DAY + Math.floor(minute / QUARTER);
    for (let quarter = start; quarter < start + minutes / QUARTER; quarter++) {
      quarters[quarter] = Math.max(quarters[quarter] ?? 0, heads);
    }
  }
  return quarters;
}
