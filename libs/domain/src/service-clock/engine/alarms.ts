import type { Recipient } from '../policy';
import type { ServiceClock } from './clock';

/** A level as it is kept: once fired it stays as it was, whatever becomes of the clock. */
export interface ClockAlarm {
  readonly level: number;
  /** Absent while the clock stands still. */
  readonly at?: Date;
  readonly recipients: readonly Recipient[];
  readonly firedAt?: Date;
  /** It will not fire: the clock is over, the level does not apply any more, or a higher one has fired. */
  readonly lapsed: boolean;
}

/**
 * What becomes of a clock's alarms when it was reckoned anew. A fired one is neither cleared nor fired again when its
 * threshold moves; one whose threshold moved into the past fires at the next sweep.
 */
export function alarmsAfter(stored: readonly ClockAlarm[], clock: ServiceClock): ClockAlarm[] {
  const isOver = clock.metAt !== undefined || clock.endedAt !== undefined;
  const highestFired = Math.max(-1, ...stored.filter(({ firedAt }) => firedAt).map(({ level }) => level));
  const kept = stored.filter(
    ({ level, firedAt }) => firedAt || !clock.levels.some((one) => one.level === level),
  );
  const fresh = clock.levels.filter(({ level }) => !kept.some((alarm) => alarm.level === level));
  return [
    ...kept.map((alarm) => (alarm.firedAt ? alarm : { ...alarm, lapsed: true })),
    ...fresh.map((level) => ({ ...level, lapsed: isOver || level.level < highestFired })),
  ].sort((one, other) => one.level - other.level);
}

/** The alarms to fire by now, lowest level first; none behind one that is not due yet. */
export function dueAlarms(alarms: readonly ClockAlarm[], now: Date): ClockAlarm[] {
  const waiting = alarms.filter(({ firedAt, lapsed }) => !firedAt && !lapsed);
  const notYet = waiting.findIndex(({ at }) => at === undefined || at > now);
  return notYet === -1 ? waiting : waiting.slice(0, notYet);
}

/** When a sweep has to look at the clock again; undefined when none of its levels can fire as things stand. */
export function nextAlarmAt(alarms: readonly ClockAlarm[]): Date | undefined {
  return alarms.find(({ firedAt, lapsed }) => !firedAt && !lapsed)?.at;
}
