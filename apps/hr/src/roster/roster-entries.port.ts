import type { LocalDate, ShiftDuty } from '@switchyard/domain';

/** A break within a shift, as instants. */
export interface EntryBreak {
  readonly startAt: Date;
  readonly endAt: Date;
}

/** One shift of one person as it was told to them: attendance refers to it, never to the template that it was made from. */
export interface NewRosterEntry {
  readonly staffNumber: string;
  /** The day in China on which the shift starts, also of one that ends on the next. */
  readonly workDate: LocalDate;
  readonly startAt: Date;
  readonly endAt: Date;
  readonly breaks: readonly EntryBreak[];
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly duty: ShiftDuty;
  readonly rosterId: string;
}

export interface RosterEntry extends NewRosterEntry {
  readonly id: string;
  /** `ended`: another took its place, by a change, a swap or leave; it stays as history. */
  readonly state: 'draft' | 'published' | 'ended';
}

export interface EntryReplacement {
  /** Published entries that no longer hold. */
  readonly end: readonly string[];
  /** What holds instead; published at once. */
  readonly add: readonly NewRosterEntry[];
  /** Why: shown with the entry's history. */
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
}

/**
 * Published shifts: what binds. Drafts are seen in the roster's own feature only. Days are of China and both ends belong
 * to the span; a shift belongs to the day on which it starts.
 */
export abstract class RosterEntries {
  /** By start. */
  abstract of(staffNumber: string, from: LocalDate, to: LocalDate): Promise<readonly RosterEntry[]>;
  /** Of everybody, or of these; by staff number, then start. */
  abstract between(
    from: LocalDate,
    to: LocalDate,
    staffNumbers?: readonly string[],
  ): Promise<readonly RosterEntry[]>;
  /** One entry in whatever state. */
  abstract find(id: string): Promise<RosterEntry | undefined>;
  /**
   * The published ones among these, locked in one order until the transaction ends; one that is missing in the answer
   * has ended meanwhile. To be called in a transaction.
   */
  abstract lockOf(ids: readonly string[]): Promise<readonly RosterEntry[]>;
  /**
   * Ends entries and publishes others in their place; the new ones in the order given. To be called in a transaction.
   * @throws DomainError `roster-entry.ended` when one to end holds no longer, `roster-entry.overlap` when a person would
   * have two shifts at once, across midnight too
   */
  abstract replace(replacement: EntryReplacement): Promise<readonly RosterEntry[]>;
}
