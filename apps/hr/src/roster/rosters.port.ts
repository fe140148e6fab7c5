import type { LocalDate, Violation, WorkPattern } from '@switchyard/domain';
import type { NewRosterEntry, RosterEntry } from './roster-entries.port';
import type { Page } from './shift-templates.port';

export type RosterState = 'draft' | 'published' | 'discarded';

export interface Roster {
  readonly id: string;
  /** First day of the month. */
  readonly month: LocalDate;
  readonly departmentCode?: string;
  readonly name: string;
  readonly state: RosterState;
  readonly revision: number;
  readonly version: number;
  readonly shifts: number;
  readonly draftedAt: Date;
  readonly draftedBy: string;
  readonly publishedAt?: Date;
  readonly publishedBy?: string;
}

export interface RosterFilter {
  readonly month?: LocalDate;
  readonly departmentCode?: string;
  readonly state?: RosterState;
}

export interface EntryFilter {
  readonly rosterId: string;
  readonly staffNumber?: string;
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** Somebody's pattern in a roster. */
export interface RosterMember {
  readonly staffNumber: string;
  readonly patternCode: string;
  readonly patternVersion: number;
  readonly cycle: WorkPattern['cycle'];
  readonly anchor: LocalDate;
}

/** Day of a person, to be filled anew. */
export interface CellKey {
  readonly staffNumber: string;
  readonly date: LocalDate;
}

export interface RosterVersion {
  readonly version: number;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly reason?: string;
  readonly shifts: number;
  readonly cells?: readonly object[];
  readonly violations: readonly Violation[];
}

/** Monthly rosters with what is drafted in them. */
export abstract class Rosters {
  /** False when one of this month and department is there. */
  abstract add(roster: Omit<Roster, 'shifts'>): Promise<boolean>;
  abstract find(id: string): Promise<Roster | undefined>;
  /** The same, locked until the transaction ends. */
  abstract lock(id: string): Promise<Roster | undefined>;
  abstract list(filter: RosterFilter, limit: number, cursor?: string): Promise<Page<Roster>>;
  /** Published ones whose month has the day, of the department or of the whole centre. */
  abstract publishedOn(day: LocalDate, departmentCode: string): Promise<boolean>;
  /** Its shifts that are drafted or published, by day and person. */
  abstract entriesOf(rosterId: string): Promise<readonly RosterEntry[]>;
  abstract entries(filter: EntryFilter, limit: number, cursor?: string): Promise<Page<RosterEntry>>;
  /** Takes drafted shifts out, those of these days of people or all, puts others in and counts the revision up. */
  abstract redraft(
    rosterId: string,
    out: readonly CellKey[] | 'all',
    add: readonly NewRosterEntry[],
    by: string,
    at: Date,
  ): Promise<void>;
  abstract membersOf(rosterId: string): Promise<readonly RosterMember[]>;
  abstract putMembers(rosterId: string, members: readonly Omit<RosterMember, 'cycle'>[]): Promise<void>;
  abstract removeMembers(rosterId: string, staffNumbers: readonly string[]): Promise<void>;
  /** The patterns that these people worked by last before a month. */
  abstract patternsBefore(
    month: LocalDate,
    staffNumbers: readonly string[],
  ): Promise<readonly RosterMember[]>;
  /**
   * Makes drafted shifts binding and the roster published. To be called with the roster locked.
   * @throws DomainError `roster-entry.overlap` when somebody got another shift meanwhile
   */
  abstract publish(rosterId: string, by: string, at: Date): Promise<void>;
  abstract discard(rosterId: string): Promise<void>;
  abstract addVersion(rosterId: string, version: RosterVersion): Promise<void>;
  /** The latest first, at most 100. */
  abstract versions(rosterId: string): Promise<readonly RosterVersion[]>;
}
