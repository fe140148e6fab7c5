import { daysBetween, type LocalDate } from '../shared';

/** Days on and off that repeat, whatever the weekday: two on, two off (两作两息) is on, on, off, off. */
export interface WorkPattern {
  readonly code: string;
  readonly version: number;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly cycle: readonly ('on' | 'off')[];
}

/** Whether a cycle that begins at `anchor` (its first day) has work on a day before or after it. */
export function patternWorks(cycle: WorkPattern['cycle'], anchor: LocalDate, date: LocalDate): boolean {
  const offset = daysBetween(anchor, date) % cycle.length;
  return cycle[(offset + cycle.length) % cycle.length] === 'on';
}

/** What makes a cycle none; undefined when nothing does. */
export function cycleProblem(cycle: readonly string[]): string | undefined {
  if (cycle.length < 2 || cycle.length > 56) return 'must have 2 to 56 days';
  if (cycle.some((day) => day !== 'on' && day !== 'off')) return 'must be a list of on and off';
  return cycle.includes('on') && cycle.includes('off') ? undefined : 'must have days on and days off';
}
