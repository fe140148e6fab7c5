/** What hr told last of a member of staff. */
export interface StaffStanding {
  readonly staffNumber: string;
  /** Grows with every change of this person. */
  readonly version: number;
  readonly status: string;
  readonly accountId?: string;
  readonly mayAct: boolean;
  readonly roles: readonly string[];
  readonly scope: readonly string[];
  readonly toldAt: Date;
  readonly pending?: PendingReason;
  /** An account that is theirs no more and could not be switched off yet. */
  readonly leftAccountId?: string;
}

/** Why an account does not follow yet: the last active admin, an account that is not there, a role unknown here. */
export type PendingReason = 'last-admin' | 'no-account' | 'unknown-role';

export abstract class StaffStandings {
  /** What is known of somebody; nobody else can change it until the transaction ends. */
  abstract lock(staffNumber: string): Promise<StaffStanding | undefined>;
  abstract put(standing: StaffStanding): Promise<void>;
  abstract ofAccount(accountId: string): Promise<StaffStanding | undefined>;
  /** Those whose accounts do not follow yet, by staff number, at most 1,000. */
  abstract pending(): Promise<readonly StaffStanding[]>;
}
