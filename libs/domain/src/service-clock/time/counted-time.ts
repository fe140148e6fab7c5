import { addDays, instantAt, localDateAt } from '../../shared';
import { type Pauses, type Span, withoutPauses } from './pauses';
import { type ClockCalendar, isKnown, segmentsOn } from './service-hours';

/** Minutes that count: day and night, or in the hours of business only. */
export type MinuteUnit = 'elapsed-minutes' | 'business-minutes';

/** An instant that was reckoned; `provisional` when a day beyond the calendar's coverage had a say in it. */
export interface Reckoned {
  readonly at: Date;
  readonly provisional: boolean;
}

/** A hundred years: a reckoning that needs more days than this rests on a broken calendar. */
const SEARCH_DAYS = 36_600;

/**
 * The instant at which `milliseconds` of counted time have gone by since `start`; pauses take nothing from them.
 * A sum that ends with a segment is reached at its end, not at the next opening. Undefined while a pause is open.
 * @throws RangeError when it is not reached within a hundred years of days
 */
export function afterCounted(
  calendar: ClockCalendar,
  unit: MinuteUnit,
  start: Date,
  milliseconds: number,
  pauses: Pauses,
): Reckoned | undefined {
  let left = milliseconds;
  for (const { from, to, provisional } of counted(calendar, unit, start, pauses)) {
    const length = to === undefined ? Infinity : to.getTime() - from.getTime();
    if (left <= length) return { at: new Date(from.getTime() + left), provisional };
    left -= length;
  }
  return undefined;
}

/** Counted milliseconds from `start` to `end`. */
export function countedBetween(
  calendar: ClockCalendar,
  unit: MinuteUnit,
  start: Date,
  end: Date,
  pauses: Pauses,
): number {
  let sum = 0;
  for (const { from, to } of counted(calendar, unit, start, pauses)) {
    if (from >= end) break;
    sum += Math.min(to?.getTime() ?? Infinity, end.getTime()) - from.getTime();
    if (to === undefined || to >= end) break;
  }
  return sum;
}

type CountedSpan = Span & { readonly provisional: boolean };

function* counted(
  calendar: ClockCalendar,
  unit: MinuteUnit,
  start: Date,
  pauses: Pauses,
): Generator<CountedSpan> {
  if (unit === 'elapsed-minutes') {
    for (const span of withoutPauses([{ from: start }], pauses)) yield { ...span, provisional: false };
    return;
  }
  const openPause = pauses.findLast(({ to }) => to === undefined);
  let provisional = false;
  let date = localDateAt(start);
  for (let days = 0; days <= SEARCH_DAYS; days++, date = addDays(date, 1)) {
    provisional ||= !isKnown(calendar, date);
    for (const span of withoutPauses(openSpans(calendar, date, start), pauses))
      yield { ...span, provisional };
    if (openPause !== undefined && instantAt(date, 1440) > openPause.from) return;
  }
  throw new RangeError(`not reached within ${SEARCH_DAYS} days of ${start.toISOString()}`);
}

/** The day's open spans from `start` on. */
function openSpans(calendar: ClockCalendar, date: ReturnType<typeof localDateAt>, start: Date): Span[] {
  return segmentsOn(calendar, date)
    .map(({ fromMinute, toMinute }) => ({ from: instantAt(date, fromMinute), to: instantAt(date, toMinute) }))
    .filter(({ to }) => to > start)
    .map(({ from, to }) => ({ from: from > start ? from : start, to }));
}
