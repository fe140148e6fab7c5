import type { Completion, LocalDate } from '@switchyard/domain';
import type { Page } from '../page';

export interface Mark {
  readonly score: number;
  readonly fullMarks: number;
}

export interface TrainingRecord extends Partial<Mark> {
  readonly recordId: string;
  readonly staffNumber: string;
  readonly courseCode: string;
  readonly titleZh: string;
  readonly heldOn: LocalDate;
  readonly minutes: number;
  readonly source: 'session' | 'import';
  readonly sessionId?: string;
  readonly reference?: string;
  readonly completion: Completion;
  readonly remark?: string;
}

export interface SessionCredit {
  readonly sessionId: string;
  readonly staffNumber: string;
  readonly courseCode: string;
  readonly heldOn: LocalDate;
  readonly minutes: number;
}

/** A record of a session, with what decides whether the course is completed. */
export interface CreditedSession {
  readonly recordId: string;
  readonly staffNumber: string;
  readonly courseCode: string;
  readonly heldOn: LocalDate;
  readonly minutes: number;
  readonly sessionMinutes: number;
  readonly courseVersion: number;
  readonly completion: Completion;
}

/** A row of somebody else's records. */
export interface ImportedRecord extends Partial<Mark> {
  readonly staffNumber: string;
  readonly courseCode: string;
  readonly heldOn: LocalDate;
  readonly minutes: number;
  readonly reference: string;
  readonly completion: Completion;
  readonly remark?: string;
}

export interface RecordFilter {
  readonly staffNumber?: string;
  readonly courseCode?: string;
  readonly from?: string;
  readonly to?: string;
  readonly completion?: Completion;
  readonly source?: 'session' | 'import';
  /** Only of these people. */
  readonly staffNumbers?: readonly string[];
}

export interface Recorded {
  readonly at: Date;
  readonly by: string;
}

/** The training file: hours and marks (§15). */
export abstract class Records {
  abstract list(filter: RecordFilter, limit: number, cursor?: string): Promise<Page<TrainingRecord>>;
  /** Once per person and session, however often it is said. Answers the records. */
  abstract credit(credits: readonly SessionCredit[], recorded: Recorded): Promise<readonly CreditedSession[]>;
  /** Sessions of a course that these people attended. */
  abstract ofCourse(courseCode: string, staffNumbers: readonly string[]): Promise<readonly CreditedSession[]>;
  abstract setCompletion(recordId: string, completion: Completion, mark: Mark | undefined): Promise<void>;
  /** By person, course and reference: what is there just so stays untouched. */
  abstract import(
    rows: readonly ImportedRecord[],
    recorded: Recorded,
  ): Promise<{ readonly added: number; readonly changed: number }>;
  /** Of these, the days on which a session of the course is recorded for the person: 'staff course day'. */
  abstract sessionKeys(staffNumbers: readonly string[]): Promise<ReadonlySet<string>>;
  /** Minutes since somebody was hired, by staff number; who has none is absent. */
  abstract minutesSince(
    people: readonly { readonly staffNumber: string; readonly from: LocalDate }[],
  ): Promise<ReadonlyMap<string, number>>;
  abstract minutesOf(staffNumber: string): Promise<number>;
}

export const sessionKey = (staffNumber: string, courseCode: string, heldOn: string): string =>
  `${staffNumber} ${courseCode} ${heldOn}`;
