import type { PostKind } from '@switchyard/contracts';
import type { LocalDate, StaffStatus, StaffTier } from '@switchyard/domain';

export type { StaffStatus, StaffTier } from '@switchyard/domain';
export type RoleKind = PostKind;

/** A member of staff as other features see them, as of now. */
export interface StaffMember {
  readonly staffNumber: string;
  readonly name: string;
  readonly departmentCode: string;
  readonly postCode: string;
  readonly roleKind: RoleKind;
  readonly tier: StaffTier;
  readonly groupCode?: string;
  /** Staff number of who leads the group; absent for the leader and in a group without one. */
  readonly leaderNumber?: string;
  /** Codes of skills (a dialect is one), in alphabetical order. */
  readonly skills: readonly string[];
  readonly status: StaffStatus;
  readonly hiredOn: LocalDate;
  /** The first day on which they are not staff any more. */
  readonly leftOn?: LocalDate;
  /** The sign-in account: `actor.id` of their requests. */
  readonly accountId?: string;
}

export interface StaffGroup {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly departmentCode: string;
  readonly leaderNumber?: string;
  /** Staff members who have not left. */
  readonly members: number;
}

/** Whoever fits all that is given. Nothing given: everybody, also who has left. */
export interface StaffFilter {
  readonly departmentCode?: string;
  readonly groupCode?: string;
  readonly postCode?: string;
  readonly roleKind?: RoleKind;
  readonly skill?: string;
  readonly status?: StaffStatus;
  /** Employed on at least one of these days, both included; suspended days count. */
  readonly workedBetween?: { readonly from: LocalDate; readonly to: LocalDate };
  readonly staffNumbers?: readonly string[];
}

/** Who works here, for the other features of hr. */
export abstract class StaffDirectory {
  abstract find(staffNumber: string): Promise<StaffMember | undefined>;
  /** The staff member behind a sign-in account (`context.actor.id`), whatever their status. */
  abstract ofAccount(accountId: string): Promise<StaffMember | undefined>;
  /** By staff number, without paging. */
  abstract list(filter: StaffFilter): Promise<readonly StaffMember[]>;
  /** By code. */
  abstract groups(): Promise<readonly StaffGroup[]>;
}
