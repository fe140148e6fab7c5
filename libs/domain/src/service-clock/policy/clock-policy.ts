import type { RestDayRule } from '../time';

/** Never converted into one another (§13a). */
export const CLOCK_UNITS = [
  'elapsed-minutes',
  'business-minutes',
  'working-days',
  'calendar-days',
  'months',
] as const;
export type ClockUnit = (typeof CLOCK_UNITS)[number];

/** A length of time in a unit; at least 1, whole. */
export interface ClockSpan {
  readonly value: number;
  readonly unit: ClockUnit;
}

/** `given`: the start event names the instant, e.g. a promise (L34), or an outage that is told days ahead (L27). */
export type ClockTarget =
  | (ClockSpan & { readonly restDays: RestDayRule })
  | {
      readonly unit: 'given';
      /** Field of the start event's data with the instant. */
      readonly field: string;
      /** Calendar days before that instant, 0 to 366. */
      readonly daysBefore: number;
    };

/** Facts (or the event's data) whose value is one of those listed; all must hold. */
export type Conditions = Readonly<Record<string, readonly (string | boolean)[]>>;

export interface EventPattern {
  readonly type: string;
  readonly where: Conditions;
}

export const SUBJECTS = ['work-order', 'outage', 'notice-data'] as const;
export type ClockSubject = (typeof SUBJECTS)[number];

/** Whom a level tells. `owner`: who has the matter in hand. */
export const RECIPIENTS = [
  'owner',
  'liaison',
  'department-head',
  'shift-leader',
  'centre-head',
  'city',
  'province',
] as const;
export type Recipient = (typeof RECIPIENTS)[number];

/**
 * When a level is reached. `percent` of the time that counts, 1 to 100, 100 being the due date itself; a span `before`
 * the due date, `after` it, or `after-start` (C2).
 */
export type Threshold =
  | { readonly kind: 'percent'; readonly value: number }
  | ({ readonly kind: 'before' | 'after' | 'after-start' } & ClockSpan);

export interface EscalationLevel {
  /** 0 to 9, ascending: each fires once, and none after a higher one. */
  readonly level: number;
  readonly threshold: Threshold;
  readonly recipients: readonly Recipient[];
  /** Only for these, e.g. matters of major impact. */
  readonly where: Conditions;
}

/** A time limit of §3 as dated data. */
export interface ClockPolicy {
  /** The limit's number, with a suffix where one limit has several values: L12, L21-low-voltage. */
  readonly id: string;
  readonly limit: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly subject: ClockSubject;
  /** What is waited for. Of one stage and owner a single clock runs; policies of a stage are alternatives. */
  readonly stage: string;
  /** Which subjects it is for; `owner` is the clock's owner. The policy with more conditions goes first. */
  readonly where: Conditions;
  /** Whose clock it is: `department` is the one that the start event names, anything else a code, e.g. `centre`. */
  readonly owner: string;
  readonly start: readonly EventPattern[];
  readonly met: readonly EventPattern[];
  /** Ends without a verdict, e.g. merged into another. */
  readonly ended: readonly EventPattern[];
  /** A start event while it runs: the clock goes on, or a new one takes its place (a second promise). */
  readonly restart: 'goes-on' | 'replaces';
  readonly target: ClockTarget;
  readonly pause: 'stops' | 'ignored';
  readonly levels: readonly EscalationLevel[];
  /** False retires the limit: no clock starts from then on. */
  readonly active: boolean;
}

/** A policy as it held from a date until its next version. Version 1 is the standard's. */
export interface ClockPolicyVersion extends ClockPolicy {
  readonly version: number;
  readonly validFrom: Date;
}
