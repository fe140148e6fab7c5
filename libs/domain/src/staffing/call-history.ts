import { type LocalDate, MINUTES_PER_DAY } from '../shared';

/** What a queue took in one interval of a day. */
export interface CallInterval {
  readonly date: LocalDate;
  /** Minutes since midnight in China at which the interval starts. */
  readonly minute: number;
  readonly calls: number;
  /** Mean handling time, seconds; absent where nobody was answered. */
  readonly handlingSeconds?: number;
}

/** One day of a queue, slot by slot. */
export interface CallDay {
  readonly date: LocalDate;
  readonly total: number;
  readonly calls: readonly number[];
  /** Seconds of work by slot, and the calls of which they are known. */
  readonly workSeconds: readonly number[];
  readonly workedCalls: readonly number[];
}

/**
 * History by days and slots of `slotMinutes`. An interval that is missing on a day of which something is known had no
 * call; of a day of which nothing is known nothing is said.
 */
export function callDays(history: readonly CallInterval[], slotMinutes: number): CallDay[] {
  const slots = MINUTES_PER_DAY / slotMinutes;
  const days = new Map<LocalDate, { calls: number[]; workSeconds: number[]; workedCalls: number[] }>();
  for (const { date, minute, calls, handlingSeconds } of history) {
    const slot = Math.floor(minute / slotMinutes);
    let day = days.get(date);
    if (!day) {
      const zeros = () => new Array<number>(slots).fill(0);
      days.set(date, (day = { calls: zeros(), workSeconds: zeros(), workedCalls: zeros() }));
    }
    add(day.calls, slot, calls);
    if (handlingSeconds === undefined) continue;
    add(day.workSeconds, slot, calls * handlingSeconds);
    add(day.workedCalls, slot, calls);
  }
  return [...days]
    .map(([date, day]) => ({ date, ...day, total: day.calls.reduce((sum, calls) => sum + calls, 0) }))
    .sort((one, other) => (one.date < other.date ? -1 : 1));
}

function add(values: number[], slot: number, value: number): void {
  values[slot] = (values[slot] ?? 0) + value;
}
