import type { ScorecardSection, ScorecardNames } from '@switchyard/domain';

export type ScorecardState = 'draft' | 'published' | 'retired';

export interface Scorecard {
  readonly code: string;
  readonly version: number;
  readonly names: ScorecardNames;
  readonly sections: readonly ScorecardSection[];
  readonly state: ScorecardState;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  readonly publishedAt?: Date;
  readonly publishedBy?: string;
  readonly retiredAt?: Date;
  readonly retiredBy?: string;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  readonly nextCursor?: string;
}

/** Scorecards in versions: at most one draft and one in force of a code. */
export abstract class Scorecards {
  /** Nobody else changes this code until the transaction ends. */
  abstract lock(code: string): Promise<void>;
  abstract inState(code: string, state: 'draft' | 'published'): Promise<Scorecard | undefined>;
  abstract find(code: string, version: number): Promise<Scorecard | undefined>;
  /** 0 where there is none. */
  abstract lastVersion(code: string): Promise<number>;
  /** Puts a version in, or in the place of the same. */
  abstract save(scorecard: Scorecard): Promise<void>;
  abstract list(
    filter: { readonly code?: string; readonly state?: ScorecardState },
    limit: number,
    cursor?: string,
  ): Promise<Page<Scorecard>>;
}
