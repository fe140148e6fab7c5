import { type LocalDate, parseLocalDate, parseTimeOfDay } from '../shared';

export interface Moment {
  readonly date: LocalDate;
  /** Minutes since midnight, 0 to 1439. */
  readonly minute: number;
}

const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;

/** A day and a time of it, YYYY-MM-DDTHH:MM; undefined when it is none. */
export function readMoment(text: string): Moment | undefined {
  const [, day = '', time = ''] = SHAPE.exec(text) ?? [];
  const date = parseLocalDate(day);
  const minute = parseTimeOfDay(time);
  return date !== undefined && minute !== undefined && minute < 1440 ? { date, minute } : undefined;
}
