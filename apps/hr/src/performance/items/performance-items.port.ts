import type { PerformanceItemKind } from '@switchyard/contracts';

export interface PerformanceItem {
  readonly id: string;
  readonly staffNumber: string;
  readonly month: string;
  readonly kind: PerformanceItemKind;
  readonly category: string;
  readonly points: number;
  readonly text: string;
  readonly evidence: readonly string[];
  readonly incident?: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly cancelledBy?: string;
  readonly cancelledAt?: Date;
  readonly cancelledReason?: string;
}

export interface PerformanceItemFilter {
  readonly staffNumber?: string;
  readonly month?: string;
  readonly kind?: PerformanceItemKind;
  /** Those that were taken back too. */
  readonly cancelled?: boolean;
  /** Only people who are in one of these groups now. */
  readonly withinGroups?: readonly string[];
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** Points, fines and complaints that somebody recorded. */
export abstract class PerformanceItems {
  abstract add(item: PerformanceItem): Promise<void>;
  /** Locked for the open transaction. */
  abstract lock(id: string): Promise<PerformanceItem | undefined>;
  abstract cancel(id: string, by: string, at: Date, reason: string): Promise<void>;
  /** Of these people, without those taken back, the earliest first. */
  abstract ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly PerformanceItem[]>;
  abstract list(
    filter: PerformanceItemFilter,
    limit: number,
    cursor?: string,
  ): Promise<Page<PerformanceItem>>;
}
