import type { LeaveFigures, LocalDate, MonthFigures } from '@switchyard/domain';

/** A month of a person as it is closed. */
export interface PersonMonth extends MonthFigures {
  readonly sick: LeaveFigures;
  readonly personal: LeaveFigures;
  readonly yearSick: LeaveFigures;
  readonly yearPersonal: LeaveFigures;
}

export interface Closing {
  readonly month: string;
  readonly state: 'closing' | 'closed';
  readonly doneUpTo: string;
  readonly staffTotal: number;
  readonly staffDone: number;
  readonly startedAt: Date;
  readonly startedBy: string;
  readonly closedAt?: Date;
}

export interface Revision {
  readonly revision: number;
  readonly figures: PersonMonth;
  readonly reason?: string;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface NewRevision {
  readonly figures: ReadonlyMap<string, PersonMonth>;
  readonly reason?: string;
  readonly madeAt: Date;
  readonly madeBy: string;
}

/** Months 'YYYY-MM' that are being closed or are closed; all others are open. */
export abstract class AttendanceMonths {
  /** The parts of a span of days, each within one month, that lie in open months. */
  abstract openParts(
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly { readonly from: LocalDate; readonly to: LocalDate }[]>;
  abstract find(month: string): Promise<Closing | undefined>;
  /** False when somebody began to close it already. */
  abstract begin(month: string, staffTotal: number, at: Date, by: string): Promise<boolean>;
  /** A month that is being closed and that nobody else works at until the transaction ends. */
  abstract nextToClose(): Promise<Closing | undefined>;
  abstract advance(month: string, doneUpTo: string, staffDone: number): Promise<void>;
  abstract close(month: string, at: Date): Promise<void>;
  /** A new revision of the figures of each of these people. */
  abstract revise(month: string, revision: NewRevision): Promise<void>;
  /** The newest figures of these people; none of a month that is open. */
  abstract figuresOf(
    month: string,
    staffNumbers: readonly string[],
  ): Promise<ReadonlyMap<string, PersonMonth>>;
  /** The newest first. */
  abstract revisions(month: string, staffNumber: string): Promise<readonly Revision[]>;
}
