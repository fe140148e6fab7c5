import type { LocalDate } from '../shared';
import type { Span } from './span';

/** A shift of one person as the roster has it; attendance knows nothing of templates. */
export interface AttendedShift {
  readonly id: string;
  /** The day on which it begins, whenever it ends. */
  readonly workDate: LocalDate;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly breaks: readonly Span[];
  readonly overtime: boolean;
}

export type ShiftHalf = 'am' | 'pm';

/**
 * The two halves of a shift, of which each may be leave: parted by its longest break, without one in the middle. The
 * break belongs to neither.
 */
export function halvesOf({ startAt, endAt, breaks }: AttendedShift): Readonly<Record<ShiftHalf, Span>> {
  const length = ({ from, to }: Span) => to.getTime() - from.getTime();
  const longest = [...breaks].sort((one, other) => length(other) - length(one))[0];
  const middle = new Date((startAt.getTime() + endAt.getTime()) / 2);
  return {
    am: { from: startAt, to: longest?.from ?? middle },
    pm: { from: longest?.to ?? middle, to: endAt },
  };
}
