import type { LocalDate } from '../shared';

/** Faults in one person's shifts; a roster is never published with them. */
export const PERSON_CODES = [
  'unknown-staff',
  'not-yet-hired',
  'has-left',
  'suspended',
  'outside-month',
  'template-disabled',
  'overlap',
  'too-little-rest',
  'too-many-days',
  'on-leave',
] as const;

/** Faults in what a day or a person has altogether; policy says which of them refuse publishing. */
export const COVER_CODES = [
  'weekend-empty',
  'no-leader',
  'too-many-off',
  'too-few-heads',
  'skill-missing',
  'too-few-reserve',
  'too-few-days-off',
  'unfair-nights',
  'unfair-weekends',
  'wish-not-met',
] as const;

export type PersonCode = (typeof PERSON_CODES)[number];
export type CoverCode = (typeof COVER_CODES)[number];
export type ViolationCode = PersonCode | CoverCode;
export const VIOLATION_CODES: readonly ViolationCode[] = [...PERSON_CODES, ...COVER_CODES];

/** A fault as it was found; a text for staff is made of it. */
export interface Fault {
  readonly code: ViolationCode;
  readonly staffNumber?: string;
  readonly staffName?: string;
  /** The day that it is seen on; a fault of the whole month has none. */
  readonly date?: LocalDate;
  /** Part of the day, minutes since midnight. */
  readonly fromMinute?: number;
  readonly toMinute?: number;
  /** The numbers and words that the text needs. */
  readonly facts: Readonly<Record<string, string | number>>;
}

/** A fault with what it means. */
export interface Violation extends Fault {
  /** `hard` refuses publishing; `soft` needs a reason. */
  readonly severity: 'hard' | 'soft';
  readonly textZh: string;
  readonly textEn: string;
}

/** The same fault before and after a change. */
export function violationKey({ code, staffNumber, date, fromMinute }: Fault): string {
  return [code, staffNumber, date, fromMinute].join('|');
}

/** The violations that a change brought; what was there before it is not its fault. */
export function broughtBy(before: readonly Violation[], after: readonly Violation[]): Violation[] {
  const known = new Set(before.map(violationKey));
  return after.filter((violation) => !known.has(violationKey(violation)));
}
