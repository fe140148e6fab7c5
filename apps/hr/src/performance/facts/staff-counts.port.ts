import type { CorrectnessCounts, HandChange, HandSpell, LocalDate } from '@switchyard/domain';

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

export interface CaseSpell extends HandSpell {
  readonly accountId: string;
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
  /** Rows of the days from `from` to `to`; people without a row did nothing of the kind on days that were taken. */
  abstract daysOf(
    kind: TakenKind,
    staffNumbers: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly DayCounts[]>;

  abstract putJudged(works: readonly JudgedWork[]): Promise<void>;
  abstract judgedOf(
    accountIds: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<ReadonlyMap<string, JudgedCounts>>;

  /** Writes what an event made of a case in hand; the event's number in the history makes it once. */
  abstract changeHand(work: string, seq: number, kind: string, at: Date, change: HandChange): Promise<void>;
  /** Cases received in a time, without those excluded. */
  abstract spellsOf(accountIds: readonly string[], from: Date, before: Date): Promise<readonly CaseSpell[]>;

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
