import type { CallScore, ItemMark, ScorecardItem } from '@switchyard/domain';
import type { Page } from '../scorecard/scorecards.port';
import type { AppealState } from './appeals.port';

export interface PhraseHit {
  readonly code: string;
  readonly wording: string;
  readonly second?: number;
  readonly instead: string;
}

export interface TimeMark {
  readonly second: number;
  readonly item?: string;
  readonly note: string;
}

export interface NewEvaluation {
  readonly id: string;
  readonly recordingId: string;
  readonly itemId?: string;
  readonly staffNumber: string;
  readonly groupCode?: string;
  readonly postCode: string;
  readonly queue?: string;
  readonly callAt: Date;
  /** Day in China on which the call began. */
  readonly callDay: string;
  readonly scorecardCode: string;
  readonly scorecardVersion: number;
  readonly phrases: readonly PhraseHit[];
  readonly phraseSource: 'transcript' | 'quotes' | 'both' | 'none';
  readonly timeMarks: readonly TimeMark[];
  readonly quotes?: string;
  readonly notes?: string;
  readonly evaluatedBy: string;
  /** Staff number of the inspector. */
  readonly evaluator?: string;
  readonly evaluatedAt: Date;
}

export interface Feedback {
  readonly feedbackMode: 'face-to-face' | 'written';
  readonly feedbackText: string;
  readonly feedbackBy: string;
  readonly feedbackAt: Date;
  readonly appealUntil: Date;
}

export interface Evaluation extends NewEvaluation, Partial<Feedback> {
  readonly resultVersion: number;
  readonly score: number;
  readonly critical: boolean;
  readonly transactionQuality?: number;
  readonly faults: number;
  readonly heardAt?: Date;
  readonly acknowledgedAt?: Date;
  readonly comment?: string;
  readonly appealState?: AppealState;
}

export interface EvaluationResult {
  readonly version: number;
  readonly reason: 'evaluation' | 'appeal';
  readonly marks: readonly ItemMark[];
  readonly result: CallScore;
  readonly madeAt: Date;
  readonly madeBy: string;
}

export type EvaluationStepName = 'evaluated' | 'told' | 'acknowledged' | 'appealed' | 'decided';

export interface EvaluationFilter {
  readonly from?: string;
  readonly to?: string;
  readonly staffNumber?: string;
  readonly groupCode?: string;
  readonly groups?: readonly string[];
  readonly evaluator?: string;
  readonly faultItem?: string;
  readonly step?: EvaluationStepName;
  readonly critical?: boolean;
  /** Only what the agent has been told. */
  readonly told?: boolean;
  readonly acknowledged?: boolean;
  readonly sort?: 'newest' | 'lowest' | 'call';
}

/** Judged calls, with every version of their results. */
export abstract class Evaluations {
  /** False when the recording has been judged. */
  abstract add(
    evaluation: NewEvaluation,
    result: EvaluationResult,
    items: readonly ScorecardItem[],
  ): Promise<boolean>;
  /** Another version of the result, which is in force from now on. */
  abstract addResult(
    evaluationId: string,
    result: EvaluationResult,
    items: readonly ScorecardItem[],
  ): Promise<void>;
  abstract find(id: string): Promise<Evaluation | undefined>;
  /** The same, locked until the transaction ends. */
  abstract lock(id: string): Promise<Evaluation | undefined>;
  /** By version. */
  abstract results(id: string): Promise<readonly EvaluationResult[]>;
  abstract list(filter: EvaluationFilter, limit: number, cursor?: string): Promise<Page<Evaluation>>;
  abstract tell(id: string, feedback: Feedback): Promise<void>;
  /** The first time counts. */
  abstract heard(id: string, at: Date): Promise<void>;
  abstract acknowledge(id: string, at: Date, comment?: string): Promise<void>;
}
