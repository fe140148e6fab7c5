import type { QualityFault, ScorecardNames } from '@switchyard/domain';
import type { Page } from '../scorecard/scorecards.port';

export interface Escalation {
  readonly id: string;
  readonly staffNumber: string;
  readonly groupCode?: string;
  readonly leaderNumber?: string;
  readonly itemCode: string;
  readonly names: ScorecardNames;
  readonly courseCode?: string;
  readonly times: number;
  readonly withinDays: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  /** Day in China of the last. */
  readonly lastDay: string;
  readonly evaluationIds: readonly string[];
  readonly raisedAt: Date;
  readonly withdrawnAt?: Date;
  readonly settledAt?: Date;
  readonly settledBy?: string;
  readonly settlement?: string;
}

/** A fault that no standing escalation of its person and item holds. */
export interface LooseFault extends QualityFault {
  readonly names: ScorecardNames;
  readonly courseCode?: string;
}

export interface EscalationFilter {
  readonly staffNumber?: string;
  readonly groupCode?: string;
  readonly groups?: readonly string[];
  readonly leaderNumber?: string;
  readonly itemCode?: string;
  readonly open?: boolean;
}

/** Faults that came again, of which the leaders are told. */
export abstract class Escalations {
  /** Nobody else reckons this person's faults until the transaction ends. */
  abstract lock(staffNumber: string): Promise<void>;
  abstract looseFaults(staffNumber: string, itemCode: string): Promise<readonly LooseFault[]>;
  abstract add(escalation: Escalation): Promise<void>;
  /** Standing escalations that an evaluation belongs to, with how many of their faults still stand. */
  abstract standingWith(
    evaluationId: string,
  ): Promise<readonly { readonly id: string; readonly faults: number }[]>;
  abstract withdraw(id: string, at: Date): Promise<void>;
  abstract find(id: string): Promise<Escalation | undefined>;
  /** The first settlement stays. */
  abstract settle(id: string, at: Date, by: string, settlement: string): Promise<void>;
  abstract list(filter: EscalationFilter, limit: number, cursor?: string): Promise<Page<Escalation>>;
}
