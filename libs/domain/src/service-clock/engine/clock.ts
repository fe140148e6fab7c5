import type { ClockTarget, Recipient } from '../policy';
import type { Pauses } from '../time';

/** `ended`: it stopped without a verdict, e.g. the matter went to another department or was merged. */
export const CLOCK_STATES = ['running', 'paused', 'met', 'ended'] as const;
export type ClockState = (typeof CLOCK_STATES)[number];

/** Where the due date comes from: the policy's length, another length, a date set by hand, or the event's own. */
export const DUE_SOURCES = ['policy', 're-targeted', 'manual', 'given'] as const;
export type DueSource = (typeof DUE_SOURCES)[number];

export interface ClockLevel {
  readonly level: number;
  /** When it is reached; absent while the clock stands still. */
  readonly at?: Date;
  readonly recipients: readonly Recipient[];
}

/** One stage's time limit with one owner. Stage, owner and cycle name it among the clocks of a subject. */
export interface ServiceClock {
  readonly stage: string;
  readonly owner: string;
  /** 1, and one more each time the stage starts anew; what an earlier cycle came to is kept. */
  readonly cycle: number;
  readonly policyId: string;
  readonly policyVersion: number;
  readonly limit: string;
  readonly state: ClockState;
  readonly startedAt: Date;
  readonly target: ClockTarget;
  readonly dueBy: DueSource;
  readonly pauses: Pauses;
  /** Never before the start. Absent while it stands still and the date is not a fixed one. */
  readonly dueAt?: Date;
  /** A day beyond the calendar's coverage had a say in the due date or a level: reckon anew on import. */
  readonly provisional: boolean;
  /**
   * When it is late unless met before: the due date, or the end of a pause over a fixed one. Absent when it was met or
   * ended in time, and while it stands still.
   */
  readonly breachesAt?: Date;
  readonly metAt?: Date;
  readonly endedAt?: Date;
  /** Type of the event that ended it. */
  readonly endedBy?: string;
  /** Ascending, instants too; of a clock that is over only those that were reached. */
  readonly levels: readonly ClockLevel[];
}

/** The instant since which a clock is late at `now`; undefined when it is not. */
export function lateSince({ breachesAt }: ServiceClock, now: Date): Date | undefined {
  return breachesAt !== undefined && breachesAt < now ? breachesAt : undefined;
}
