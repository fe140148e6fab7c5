import type { Page } from '../scorecard/scorecards.port';

export type AppealState = 'open' | 'upheld' | 'changed';

export interface Appeal {
  readonly id: string;
  readonly evaluationId: string;
  readonly staffNumber: string;
  readonly reason: string;
  readonly state: AppealState;
  readonly madeAt: Date;
  readonly decidedAt?: Date;
  readonly decidedBy?: string;
  /** Staff number of who decided. */
  readonly decider?: string;
  readonly decision?: string;
}

export interface AppealFilter {
  readonly state?: string;
  readonly staffNumber?: string;
  readonly groups?: readonly string[];
}

/** Appeals of agents, one for an evaluation. */
export abstract class Appeals {
  /** False when there is one. */
  abstract add(appeal: Appeal): Promise<boolean>;
  abstract of(evaluationId: string): Promise<Appeal | undefined>;
  abstract find(id: string): Promise<Appeal | undefined>;
  abstract decide(appeal: Appeal): Promise<void>;
  /** The latest first. */
  abstract list(filter: AppealFilter, limit: number, cursor?: string): Promise<Page<Appeal>>;
}
