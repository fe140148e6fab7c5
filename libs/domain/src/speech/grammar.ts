import type { Segment } from './language';

/**
 * What each language knows how to say. Every function throws UnspeakableValue outside its range:
 * whole numbers are safe integers, decimals are below 10^11 and rounded to four places.
 */
export interface Grammar {
  /** A bare number: 2 → 二, "two". */
  cardinal(value: number): Segment[];
  /** A number before the thing counted: 2 → 两. */
  count(value: number): Segment[];
  /** A number with up to four decimals; register values. */
  decimal(value: number): Segment[];
  /** 1 → 第一, "first". From 1. */
  ordinal(value: number): Segment[];
  /** An amount in fen; negative is credit: 结余… */
  money(fen: number): Segment[];
  /** What is to be paid, in fen; a credit is spoken as nothing to pay, then the credit. */
  payable(fen: number): Segment[];
  /** A balance in fen: positive is owed (欠费…), negative is credit (结余…), nothing is 余额零元. */
  balance(fen: number): Segment[];
  /** YYYY-MM-DD */
  date(text: string): Segment[];
  /** YYYY-MM */
  month(text: string): Segment[];
  /** A day and a time of it, without the year: minutes since midnight, 0 to 1439. */
  moment(date: string, minuteOfDay: number): Segment[];
  /** A time of day: minutes since midnight, 0 to 1439. */
  time(minuteOfDay: number): Segment[];
  /** Kilowatt-hours */
  energy(kilowattHours: number): Segment[];
  percent(value: number): Segment[];
  perMille(value: number): Segment[];
  /** Account numbers and codes, one digit or letter after another; other characters are skipped. */
  digits(text: string): Segment[];
  /** A telephone number, E.164 or national: 1 → 幺. Extension after a comma, `x` or `转`. */
  telephone(number: string): Segment[];
}
