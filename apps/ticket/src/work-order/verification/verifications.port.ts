import type { VerificationStatus } from '@switchyard/contracts';

/** A request to a field inspector (核查), as its events leave it. */
export interface Verification {
  readonly verification: string;
  readonly number: string;
  readonly inspector: string;
  readonly matter: string;
  readonly status: VerificationStatus;
  readonly dueAt?: Date;
  readonly finding?: string;
  readonly sentBackReason?: string;
  readonly requestedAt: Date;
  readonly updatedAt: Date;
}

export interface VerificationFilter {
  readonly inspector?: string;
  readonly status?: VerificationStatus;
  readonly number?: string;
  /** Departments and areas that the asking person may see; absent for all. */
  readonly within?: readonly string[];
}

export abstract class Verifications {
  abstract find(verification: string): Promise<Verification | undefined>;
  abstract put(verification: Verification): Promise<void>;
  /** The latest first. */
  abstract list(
    filter: VerificationFilter,
    limit: number,
    cursor?: string,
  ): Promise<{ readonly items: readonly Verification[]; readonly nextCursor?: string }>;
}
