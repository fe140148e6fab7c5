import type { CorrectnessCounts, HandChange, InHandMonth, LocalDate } from '@switchyard/domain';

/** What is taken from other services by day. */
export type TakenKind = 'calls' | 'ratings' | 'presence' | 'correctness';

export interface DayCounts {
  readonly staffNumber: string;
  readonly counts: Readonly<Record<string, number>>;
}

export interface TakenDay {
  readonly day: LocalDate;
  readonly kind: TakenKind;
  readonly takenAt: Date;
  readonly settled: boolean;
}

/** What a second person judged of somebody's work. */
export interface JudgedWork {
  readonly itemId: string;
  readonly accountId: string;
  readonly subject: 'work-orders' | 'enquiries';
  readonly work: string;
  readonly day: LocalDate;
  readonly wholeRight: boolean;
  readonly fields: number;
  readonly fieldsRight: number;
}

/** A month's sums of one kind of one person. */
export interface SummedCounts extends DayCounts {
  readonly kind: TakenKind;
}

/** Which cases of a time are added up, and how. */
export interface CasesAsked {
  readonly from: Date;
  readonly before: Date;
  /** Beyond which a case is overdue. */
  readonly limitMinutes: number;
  readonly now: Date;
}

export interface JudgedCounts extends CorrectnessCounts {
  /** Whole items of both subjects, and the work orders of those that were wrong. */
  readonly judged: number;
  readonly wrong: readonly string[];
}

/** Work of the staff, added up; by staff number where the telephones tell it, by sign-in account where work orders do. */
export abstract class StaffCounts {
  /** Puts a day's counts in the place of what was there. */
  abstract putDay(day: LocalDate, kind: TakenKind, rows: readonly DayCounts[]): Promise<void>;
  abstract markTaken(day: LocalDate, kind: TakenKind, at: Date, settled: boolean): Promise<void>;
  abstract markProblem(day: LocalDate, kind: TakenKind, at: Date, problem: string): Promise<void>;
  /** Days from `from` to `to`, both included, that were taken. */
  abstract taken(from: LocalDate, to: LocalDate): Promise<readonly TakenDay[]>;
  /** Sums of the days from `from` to `to`; people without a row did nothing of the kind on days that were taken. */
  abstract sumsOf(
    staffNumbers: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly SummedCounts[]>;

  abstract putJudged(works: readonly JudgedWork[]): Promise<void>;
  abstract judgedOf(
    accountIds: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<ReadonlyMap<string, JudgedCounts>>;

  /** Writes what an event made of a case in hand; the event's number in the history makes it once. */
  abstract changeHand(work: string, seq: number, kind: string, at: Date, change: HandChange): Promise<void>;
  /**
   * Cases received in a time by account, without those excluded. One that is still in hand is overdue by now, and counts with the minutes
   * that it had when the time was over, so that a month told once stays as it is.
   */
  abstract inHandOf(
    accountIds: readonly string[],
    asked: CasesAsked,
  ): Promise<ReadonlyMap<string, InHandMonth>>;

  abstract knowOpener(work: string, kind: string, openedBy: string, at: Date): Promise<void>;
  abstract openerOf(work: string): Promise<string | undefined>;
  abstract countAct(accountId: string, day: LocalDate, act: string): Promise<void>;
  /** Acts by account, added up over the days. */
  abstract actsOf(
    accountIds: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<ReadonlyMap<string, Readonly<Record<string, number>>>>;
}
