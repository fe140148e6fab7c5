import type { ListStaffEventsRequest, ListStaffRequest, PostKind, StaffSkill } from '@switchyard/contracts';
import type { LocalDate, StaffState, StaffStep } from '@switchyard/domain';

/** The whole entry of a member of staff. */
export interface StaffRecord extends StaffState {
  readonly staffNumber: string;
  /** Personal data. */
  readonly name: string;
  /** Personal data. */
  readonly phone?: string;
  readonly accountId?: string;
  readonly version: number;
  readonly skills: readonly StaffSkill[];
  readonly roleKind: PostKind;
  readonly leaderNumber?: string;
  readonly updatedAt: Date;
}

export type NewStaffRecord = Omit<StaffRecord, 'roleKind' | 'leaderNumber' | 'skills'>;

export type StaffEventKind =
  StaffStep['kind'] | 'hired' | 'corrected' | 'skills' | 'account-linked' | 'account-unlinked';

export interface StaffEvent {
  readonly id: string;
  readonly staffNumber: string;
  readonly kind: StaffEventKind;
  readonly effectiveOn: LocalDate;
  readonly state: 'planned' | 'done' | 'cancelled' | 'failed';
  readonly details: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  readonly recordedAt: Date;
  readonly recordedBy: string;
  readonly settledAt?: Date;
  readonly settledBy?: string;
  readonly failure?: string;
}

export interface Settlement {
  readonly state: 'done' | 'cancelled' | 'failed';
  readonly at: Date;
  readonly by: string;
  readonly failure?: string;
}

/** What the account of a member of staff has to follow. */
export interface StaffStanding {
  readonly staffNumber: string;
  readonly version: number;
  readonly status: StaffState['status'];
  readonly accountId?: string;
  readonly roles: readonly string[];
  readonly scope: readonly string[];
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export type StaffQuery = Omit<ListStaffRequest, 'limit' | 'cursor'> & {
  /** Only of these groups; the groups that the asking person leads. */
  readonly withinGroups?: readonly string[];
};
export type StaffEventQuery = Omit<ListStaffEventsRequest, 'limit' | 'cursor'>;

/** Everybody who works or worked here, and what happened to them. */
export abstract class StaffRegister {
  abstract find(staffNumber: string): Promise<StaffRecord | undefined>;
  /** The same; nobody else can change it until the transaction ends. */
  abstract lock(staffNumber: string): Promise<StaffRecord | undefined>;
  abstract ofAccount(accountId: string): Promise<StaffRecord | undefined>;
  /** False when the number is taken. */
  abstract add(record: NewStaffRecord): Promise<boolean>;
  /** Writes everything but skills and version. */
  abstract save(record: NewStaffRecord): Promise<void>;
  abstract setSkills(staffNumber: string, skills: readonly StaffSkill[]): Promise<void>;
  abstract list(query: StaffQuery, limit: number, cursor?: string): Promise<Page<StaffRecord>>;
  /** Codes of groups that somebody leads. */
  abstract groupsLedBy(staffNumber: string): Promise<readonly string[]>;
  /** Takes the lead of all groups but `except` away. */
  abstract endLeadership(staffNumber: string, except?: string): Promise<void>;

  abstract addEvent(event: StaffEvent): Promise<void>;
  abstract event(id: string): Promise<StaffEvent | undefined>;
  abstract settle(id: string, settlement: Settlement): Promise<void>;
  /** Planned steps of somebody, in the order of their days. */
  abstract planned(staffNumber: string): Promise<readonly StaffEvent[]>;
  /** Who has planned steps until a day, that day included. */
  abstract due(day: LocalDate, limit: number): Promise<readonly string[]>;
  /** Day of the latest step that took effect. */
  abstract lastStepOn(staffNumber: string): Promise<LocalDate | undefined>;
  abstract events(query: StaffEventQuery, limit: number, cursor?: string): Promise<Page<StaffEvent>>;

  /** Raises the version of each and answers what their accounts have to follow. */
  abstract raiseVersions(staffNumbers: readonly string[]): Promise<readonly StaffStanding[]>;
  abstract standing(staffNumber: string): Promise<StaffStanding | undefined>;
  /** Who has not left and holds a post, or is in a department. */
  abstract holders(of: { postCode?: string; departmentCode?: string }): Promise<readonly string[]>;
}
