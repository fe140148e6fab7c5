import type { FigureGroup, FigureInterval, RatingGroup } from '@switchyard/contracts';
import type { FigureTargets, QueueCounts, RatingCounts, ValueTier } from '@switchyard/domain';

export interface TimeSpan {
  readonly from: Date;
  /** Exclusive. */
  readonly to: Date;
}

/** Counts of one interval, group and tier. */
export interface CountedRow {
  readonly from: Date;
  readonly group: string | null;
  readonly tier: ValueTier;
  readonly counts: QueueCounts;
}

/** Callers who were in a menu, and those of them whom the menus served to the end. */
export interface MenuCallers {
  readonly inMenus: number;
  readonly served: number;
}

export const NO_MENU_CALLERS: MenuCallers = { inMenus: 0, served: 0 };

export interface GroupedRatings {
  readonly group: string | null;
  readonly counts: RatingCounts;
}

export interface WaitingNow {
  readonly queue: string;
  readonly waiting: number;
  readonly longestWaitSeconds: number;
  readonly talking: number;
}

/** Agents in one state; of one queue, or of all where it is null. */
export interface AgentsNow {
  readonly queue: string | null;
  readonly state: string;
  readonly agents: number;
}

export interface LimitSeconds {
  readonly answerSeconds: number;
  readonly ringSeconds: number;
}

/** Adds up where the rows are. */
export abstract class FigureRows {
  /** The targets in force at a moment. */
  abstract targets(at: Date): Promise<FigureTargets>;

  /** By time, then group; at most `limit` rows. A caller belongs to the time at which it entered the queue. */
  abstract count(
    span: TimeSpan,
    interval: FigureInterval,
    groupBy: FigureGroup | undefined,
    limits: LimitSeconds,
    limit: number,
  ): Promise<readonly CountedRow[]>;

  /** By the time at which the call began; times without a caller are left out. At most `limit` rows. */
  abstract selfService(
    span: TimeSpan,
    interval: FigureInterval,
    limit: number,
  ): Promise<readonly (MenuCallers & { readonly from: Date })[]>;

  /** By group; without one, all together in at most one row. */
  abstract ratings(span: TimeSpan, groupBy: RatingGroup | undefined): Promise<readonly GroupedRatings[]>;

  abstract waitingNow(now: Date): Promise<readonly WaitingNow[]>;

  abstract agentsNow(): Promise<readonly AgentsNow[]>;

  abstract callersInMenus(): Promise<number>;
}
