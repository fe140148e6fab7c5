import type { AppealDecision, MonthlyScoreState } from '@switchyard/contracts';
import type {
  BonusOfMonth,
  DismissalAlert,
  FineProposal,
  MonthlyScore,
  MonthlyScorePolicy,
  ScoreFacts,
} from '@switchyard/domain';
import type { Page } from '../items/performance-items.port';

/** What was reckoned, whole, so that it can be explained later. */
export interface ScoreResult {
  readonly score: MonthlyScore;
  /** Absent for posts without a monthly bonus. */
  readonly bonus?: BonusOfMonth;
  readonly fines: readonly FineProposal[];
}

/** A score that was reckoned and is not stored yet. */
export interface ReckonedScore {
  readonly staffNumber: string;
  readonly month: string;
  readonly roleKind: string;
  readonly groupCode?: string;
  readonly result: ScoreResult;
  readonly alerts: readonly DismissalAlert[];
  readonly facts: ScoreFacts;
  readonly policy: MonthlyScorePolicy;
  /** Of all that it was reckoned from: the same digest is the same score. */
  readonly digest: string;
}

/** One version of a person's month. */
export interface StoredScore extends Omit<ReckonedScore, 'alerts'> {
  readonly id: string;
  readonly version: number;
  readonly state: MonthlyScoreState;
  readonly computedAt: Date;
  readonly computedBy: string;
  readonly publishedAt?: Date;
  readonly publishedBy?: string;
  readonly publishedIncompleteReason?: string;
  readonly appealUntil?: Date;
  readonly acknowledgedAt?: Date;
  readonly appealText?: string;
  readonly appealedAt?: Date;
  readonly decision?: AppealDecision;
  readonly decisionText?: string;
  readonly decidedAt?: Date;
  readonly decidedBy?: string;
}

/** As lists have it, without what explains it. */
export type ListedScore = Omit<StoredScore, 'result' | 'facts' | 'policy' | 'digest'> & {
  readonly score: number;
  readonly missing: readonly string[];
  readonly bonusFen?: number;
  readonly finesFen: number;
};

export interface ScoreFilter {
  readonly month?: string;
  readonly staffNumber?: string;
  readonly groupCode?: string;
  readonly state?: MonthlyScoreState;
  readonly incomplete?: boolean;
  readonly allVersions?: boolean;
  readonly withinGroups?: readonly string[];
  /** Only those that their people may see. */
  readonly told?: boolean;
}

export interface CurrentScore {
  readonly staffNumber: string;
  readonly version: number;
  readonly state: MonthlyScoreState;
  readonly digest: string;
  readonly facts: ScoreFacts;
}

export interface Reckoning {
  readonly runId?: string;
  readonly at: Date;
  readonly by: string;
}

export interface Publication {
  readonly month: string;
  readonly staffNumbers?: readonly string[];
  readonly incompleteReason?: string;
  readonly at: Date;
  readonly by: string;
  readonly appealUntil: Date;
}

export type ScoreChange = Partial<
  Pick<
    StoredScore,
    | 'state'
    | 'acknowledgedAt'
    | 'appealText'
    | 'appealedAt'
    | 'decision'
    | 'decisionText'
    | 'decidedAt'
    | 'decidedBy'
    | 'appealUntil'
  >
>;

export interface YearBefore {
  readonly lateOrEarlyCount: number;
  readonly absentDays: number;
}

export abstract class MonthlyScores {
  /** Versions that count. */
  abstract current(month: string, staffNumbers: readonly string[]): Promise<readonly CurrentScore[]>;
  /** The same, locked for the open transaction. */
  abstract lockCurrent(month: string, staffNumbers: readonly string[]): Promise<readonly CurrentScore[]>;
  /** Adds versions that count from now on, as drafts; those before stay and count no more. */
  abstract add(scores: readonly ReckonedScore[], reckoning: Reckoning): Promise<void>;
  /** Lateness and absence in the months of the same year before, by the versions that count. */
  abstract yearBefore(
    month: string,
    staffNumbers: readonly string[],
  ): Promise<ReadonlyMap<string, YearBefore>>;

  abstract find(id: string): Promise<StoredScore | undefined>;
  /** Locked for the open transaction. */
  abstract lock(id: string): Promise<StoredScore | undefined>;
  abstract change(id: string, change: ScoreChange): Promise<void>;
  /** Whether a version of the month was appealed. */
  abstract wasAppealed(staffNumber: string, month: string): Promise<boolean>;
  /** The version that follows an appeal: what was told of the one before it is told of it. @returns its id */
  abstract replace(
    before: StoredScore,
    by: ReckonedScore,
    change: ScoreChange,
    reckoning: Reckoning,
  ): Promise<string>;
  abstract publish(
    publication: Publication,
  ): Promise<{ readonly published: number; readonly incomplete: number }>;
  /** Statements whose time to appeal is over are final. @returns how many */
  abstract finish(now: Date, most: number): Promise<number>;
  abstract list(filter: ScoreFilter, limit: number, cursor?: string): Promise<Page<ListedScore>>;
  /** Told to their people, of the months given. */
  abstract totals(
    months: readonly string[],
    groups: readonly string[] | undefined,
  ): Promise<readonly { readonly staffNumber: string; readonly month: string; readonly score: number }[]>;
  abstract alerts(
    month: string | undefined,
    limit: number,
    cursor?: string,
  ): Promise<
    Page<{
      readonly id: string;
      readonly staffNumber: string;
      readonly month: string;
      readonly alerts: readonly DismissalAlert[];
    }>
  >;
}
