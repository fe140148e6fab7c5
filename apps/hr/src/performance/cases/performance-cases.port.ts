import type { Page } from '../items/performance-items.port';

/** A work order as somebody had it in hand (L31). */
export interface PerformanceCase {
  readonly id: string;
  readonly work: string;
  readonly accountId: string;
  /** Whose account it is now. */
  readonly staffNumber?: string;
  readonly receivedAt: Date;
  readonly handledAt?: Date;
  readonly excludedReason?: string;
  readonly excludedEvidence?: string;
  readonly excludedBy?: string;
}

export interface PerformanceCaseFilter {
  readonly staffNumber?: string;
  readonly received?: { readonly from: Date; readonly before: Date };
  /** Longer in hand than so many minutes, or not. */
  readonly overdue?: { readonly is: boolean; readonly minutes: number; readonly now: Date };
  readonly withinGroups?: readonly string[];
}

export abstract class PerformanceCases {
  abstract list(
    filter: PerformanceCaseFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<PerformanceCase>>;
  /** Locked for the open transaction. */
  abstract lock(id: string): Promise<PerformanceCase | undefined>;
  abstract exclude(id: string, reason: string, evidence: string, by: string, at: Date): Promise<void>;
}
