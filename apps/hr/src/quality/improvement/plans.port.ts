import type { Page } from '../scorecard/scorecards.port';

export interface PlanAction {
  readonly place: number;
  readonly what: string;
  readonly due: string;
  readonly doneAt?: Date;
  readonly doneBy?: string;
  readonly note?: string;
}

export interface PlanNote {
  readonly text: string;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export type PlanState = 'open' | 'fulfilled' | 'failed' | 'cancelled';

export interface ImprovementPlan {
  readonly id: string;
  readonly staffNumber: string;
  readonly groupCode?: string;
  readonly evaluationId?: string;
  readonly itemCodes: readonly string[];
  readonly goal: string;
  readonly deadline: string;
  readonly leaderNumber?: string;
  readonly trainerNumber?: string;
  readonly state: PlanState;
  readonly openedAt: Date;
  readonly openedBy: string;
  readonly closedAt?: Date;
  readonly closedBy?: string;
  readonly outcome?: string;
  readonly actions: readonly PlanAction[];
}

export interface PlanFilter {
  readonly staffNumber?: string;
  readonly groupCode?: string;
  readonly groups?: readonly string[];
  readonly state?: string;
  readonly overdue?: boolean;
}

/** Improvement plans with a deadline (§14). */
export abstract class ImprovementPlans {
  abstract open(plan: ImprovementPlan): Promise<void>;
  abstract find(id: string): Promise<ImprovementPlan | undefined>;
  /** The same, locked until the transaction ends. */
  abstract lock(id: string): Promise<ImprovementPlan | undefined>;
  /** Open plans of people who have left; at most 500. */
  abstract ofFormerStaff(): Promise<readonly string[]>;
  abstract notes(id: string): Promise<readonly PlanNote[]>;
  /** The first time counts. */
  abstract finish(id: string, place: number, at: Date, by: string, note?: string): Promise<void>;
  abstract note(id: string, note: PlanNote): Promise<void>;
  abstract close(id: string, state: PlanState, outcome: string, at: Date, by: string): Promise<void>;
  /** The latest first. @param today for what is overdue */
  abstract list(
    filter: PlanFilter,
    today: string,
    limit: number,
    cursor?: string,
  ): Promise<Page<ImprovementPlan>>;
}
