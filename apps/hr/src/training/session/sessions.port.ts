import type { EnrolmentState, TrainingSessionState } from '@switchyard/contracts';
import type { Page } from '../page';

export interface NewSession {
  readonly sessionId: string;
  readonly courseCode: string;
  readonly courseVersion: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly capacity: number;
  readonly trainerId?: string;
  /** Credited to who is there from beginning to end. */
  readonly minutes: number;
  readonly needId?: string;
  readonly remark?: string;
}

export interface Session extends NewSession {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly state: TrainingSessionState;
  readonly enrolled: number;
  readonly waiting: number;
  readonly trainer?: string;
}

export interface Enrolment {
  readonly sessionId: string;
  readonly staffNumber: string;
  readonly state: EnrolmentState;
  /** From 1, of who waits. */
  readonly placeInLine?: number;
  readonly attendedMinutes?: number;
  readonly enrolledAt: Date;
}

/** A session that somebody is enrolled in. */
export interface OwnSession extends Enrolment {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly courseCode: string;
  readonly titleZh: string;
}

export interface SessionFilter {
  readonly courseCode?: string;
  readonly state?: TrainingSessionState;
  readonly from?: Date;
  readonly before?: Date;
  readonly free?: boolean;
}

export interface Made {
  readonly at: Date;
  readonly by: string;
}

export abstract class Sessions {
  abstract find(sessionId: string): Promise<Session | undefined>;
  /** The same; nobody else changes it or takes a seat until the transaction ends. */
  abstract lock(sessionId: string): Promise<Session | undefined>;
  abstract list(filter: SessionFilter, limit: number, cursor?: string): Promise<Page<Session>>;
  abstract add(session: NewSession, made: Made): Promise<void>;
  abstract change(session: NewSession): Promise<void>;
  abstract setState(sessionId: string, state: TrainingSessionState): Promise<void>;
}

/** Who sits where. To be called with the session locked, but for what only reads. */
export abstract class Enrolments {
  abstract find(sessionId: string, staffNumber: string): Promise<Enrolment | undefined>;
  abstract list(
    sessionId: string,
    state: EnrolmentState | undefined,
    limit: number,
    cursor?: string,
  ): Promise<Page<Enrolment>>;
  /** The latest first, at most 500. */
  abstract ofStaff(staffNumber: string): Promise<readonly OwnSession[]>;
  /** Puts somebody at the end of the line, or on a seat. */
  abstract enter(
    sessionId: string,
    staffNumber: string,
    state: 'enrolled' | 'waiting',
    made: Made,
  ): Promise<void>;
  abstract leave(sessionId: string, staffNumber: string): Promise<void>;
  /** Seats, or places in a line, of people who have left, in sessions that begin after `now`; at most 500. */
  abstract ofFormerStaff(
    now: Date,
  ): Promise<readonly { readonly sessionId: string; readonly staffNumber: string }[]>;
  /** Counts the seats anew, and gives those that are free to who waits longest; answers who moved up. */
  abstract fillSeats(sessionId: string): Promise<readonly string[]>;
  /** What the trainer says, also of who came without enrolment; `minutes` 0 is absent. */
  abstract take(
    sessionId: string,
    rows: readonly { readonly staffNumber: string; readonly minutes: number; readonly attended: boolean }[],
    made: Made,
  ): Promise<void>;
  /** Enrolled people of whom nothing was said. */
  abstract unknown(sessionId: string): Promise<number>;
}
