import type { AttendancePolicy } from './attendance-policy';
import { addMinutes, earlierOf, type Span } from './span';
import { laterOf } from '../shared';

/** Direction of a punch. It is told, never guessed from the punch before: one that is missing shifts no other. */
export const PUNCH_DIRECTIONS = ['in', 'out'] as const;
export type PunchDirection = (typeof PUNCH_DIRECTIONS)[number];

export interface Timed {
  readonly startAt: Date;
  readonly endAt: Date;
}

type Windows = Pick<AttendancePolicy, 'opensBeforeMinutes' | 'closesAfterMinutes'>;

/**
 * The shift that a punch belongs to: the one in whose window it lies, on whatever day that is. Between two shifts whose
 * windows overlap, coming belongs to the next and going to the one before; the windows are clipped at the neighbour's
 * shift. Undefined when it lies in no window.
 * @param shifts of one person, by start, not overlapping
 */
export function shiftOfPunch<S extends Timed>(
  shifts: readonly S[],
  { at, direction }: { readonly at: Date; readonly direction: PunchDirection },
  policy: Windows,
): S | undefined {
  const open = shifts.filter((shift) => isWithin(at, windowOf(shift, policy)));
  const during = open.find(
    ({ startAt, endAt }) => at >= startAt && at <= endAt && !(isEnd(endAt, at) && direction === 'in'),
  );
  return during ?? (direction === 'in' ? open.at(-1) : open[0]);
}

/** The shift in which a case came in: its window is clipped in the middle between two shifts. */
export function shiftOfCase<S extends Timed>(
  shifts: readonly S[],
  receivedAt: Date,
  policy: Windows,
): S | undefined {
  return shifts.find((_, index) => isWithin(receivedAt, clippedWindow(shifts, index, policy)));
}

/** The window of the shift at `index`, clipped in the middle between it and its neighbours. */
export function clippedWindow(shifts: readonly Timed[], index: number, policy: Windows): Span {
  const shift = shifts[index];
  if (!shift) throw new RangeError(`there is no shift ${index} of ${shifts.length}`);
  const { from, to } = windowOf(shift, policy);
  const before = shifts[index - 1];
  const after = shifts[index + 1];
  return {
    from: before ? laterOf(from, middle(before.endAt, shift.startAt)) : from,
    to: after ? earlierOf(to, middle(shift.endAt, after.startAt)) : to,
  };
}

export function windowOf({ startAt, endAt }: Timed, policy: Windows): Span {
  return {
    from: addMinutes(startAt, -policy.opensBeforeMinutes),
    to: addMinutes(endAt, policy.closesAfterMinutes),
  };
}

const isWithin = (at: Date, { from, to }: Span): boolean => at >= from && at <= to;
const isEnd = (endAt: Date, at: Date): boolean => endAt.getTime() === at.getTime();
const middle = (one: Date, other: Date): Date => new Date((one.getTime() + other.getTime()) / 2);
