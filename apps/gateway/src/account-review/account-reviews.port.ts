import type { Role } from '../access/roles';

export const REVIEW_DECISIONS = ['kept', 'roles-withdrawn', 'switched-off'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];

/** One going through of all accounts and what they may do (§1). */
export interface AccountReview {
  readonly id: string;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly dueAt: Date;
  readonly closedAt?: Date;
  readonly accounts: number;
  readonly decided: number;
}

export interface Decision {
  readonly decision: ReviewDecision;
  readonly withdrawnRoles?: readonly string[];
  readonly reason?: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
}

/** An account as it was when the review was opened, and what was decided. */
export interface ReviewItem extends Partial<Decision> {
  readonly reviewId: string;
  readonly userId: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly scope: readonly string[];
  readonly active: boolean;
  readonly staffNumber?: string;
  readonly staffStatus?: string;
  /** What the post gives; roles beyond it were given by hand. */
  readonly postRoles?: readonly string[];
}

export interface ReviewItemFilter {
  readonly undecided?: boolean;
  readonly decision?: ReviewDecision;
  /** Accounts with roles beyond their owner's post. */
  readonly beyondPost?: boolean;
  /** Accounts of nobody in the register of staff. */
  readonly withoutOwner?: boolean;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

export abstract class AccountReviews {
  /**
   * Opens a review of all accounts that are on; one that is open is closed with what was decided in it.
   * Undefined when another process has opened one since `unlessSince`.
   */
  abstract open(
    review: Pick<AccountReview, 'id' | 'openedAt' | 'openedBy' | 'dueAt'>,
    unlessSince?: Date,
  ): Promise<AccountReview | undefined>;
  abstract find(id: string): Promise<AccountReview | undefined>;
  abstract newest(): Promise<AccountReview | undefined>;
  /** The newest first. */
  abstract list(limit: number, cursor?: string): Promise<Page<AccountReview>>;
  /** By name. */
  abstract items(
    id: string,
    filter: ReviewItemFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<ReviewItem>>;
  /** The item; nobody else can decide on it until the transaction ends. */
  abstract lockItem(id: string, userId: string): Promise<ReviewItem | undefined>;
  /** Closes the review with the last decision. */
  abstract decide(id: string, userId: string, decision: Decision): Promise<void>;
}
