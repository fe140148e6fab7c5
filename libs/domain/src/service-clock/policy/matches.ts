import type { Conditions, EventPattern } from './clock-policy';

/** What is known of a subject now: its kind, area class, customer kind …; absent is no value. */
export type ClockFacts = Readonly<Record<string, string | boolean | undefined>>;

/** Something that happened to the subject, as its history has it. */
export interface ClockEvent {
  readonly type: string;
  readonly at: Date;
  /** Who has the matter in hand once this has happened: `centre` or a department's code. */
  readonly owner: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export function conditionsHold(conditions: Conditions, values: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(conditions).every(([name, allowed]) =>
    allowed.some((value) => value === values[name]),
  );
}

export function matchesAny(patterns: readonly EventPattern[], event: ClockEvent): boolean {
  return patterns.some(({ type, where }) => type === event.type && conditionsHold(where, event.data));
}
