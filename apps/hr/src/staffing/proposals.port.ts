import type { LocalDate, ProposalStage, ShiftDuty, Violation } from '@switchyard/domain';

export type ProposalState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

export interface ProposalOrder {
  readonly templates: readonly string[];
  readonly patternCode?: string;
  readonly workDays?: number;
  readonly seed: string;
  /** Of solving, at the most. */
  readonly seconds: number;
}

export interface ProposalShift {
  readonly staffNumber: string;
  readonly date: LocalDate;
  readonly templateCode: string;
  readonly templateVersion: number;
  readonly duty: ShiftDuty;
}

export interface ProposalResult {
  readonly shifts: readonly ProposalShift[];
  readonly anchors: Readonly<Record<string, LocalDate>>;
  readonly patternVersion?: number;
  readonly unmet: readonly Violation[];
  readonly dropped: readonly { readonly staffNumber: string; readonly date: LocalDate }[];
  readonly solverMs: number;
  readonly cutByTime: boolean;
}

export interface StoredProposal {
  readonly id: string;
  readonly rosterId: string;
  readonly state: ProposalState;
  readonly order: ProposalOrder;
  readonly stage?: ProposalStage;
  readonly percent: number;
  readonly result?: ProposalResult;
  readonly problem?: string;
  readonly tries: number;
  readonly askedAt: Date;
  readonly askedBy: string;
  readonly endedAt?: Date;
}

export interface ProposalFilter {
  readonly rosterId?: string;
  readonly state?: ProposalState;
}

export interface ProposalPage {
  readonly items: readonly StoredProposal[];
  readonly nextCursor?: string;
}

/** Proposals as jobs: a row each, whichever process works on it. */
export abstract class Proposals {
  /** False while one for the same roster is queued or runs. */
  abstract add(proposal: StoredProposal): Promise<boolean>;
  abstract find(id: string): Promise<StoredProposal | undefined>;
  abstract list(filter: ProposalFilter, limit: number, cursor?: string): Promise<ProposalPage>;
  /** The next that is queued, or whose process has not been heard of since `deadSince`; it runs from now on. */
  abstract claim(now: Date, deadSince: Date): Promise<StoredProposal | undefined>;
  /** Tells how far it is, and that its process lives. False when it is not to run any more. */
  abstract beat(id: string, stage: ProposalStage | undefined, percent: number, now: Date): Promise<boolean>;
  /** Only what runs is finished; false when it was cancelled meanwhile. */
  abstract finish(id: string, result: ProposalResult, now: Date): Promise<boolean>;
  abstract fail(id: string, problem: string, now: Date): Promise<void>;
  /** Back into the queue: the process ends, another goes on with it. */
  abstract release(id: string): Promise<void>;
  /** False when it has ended. */
  abstract cancel(id: string, now: Date): Promise<boolean>;
}
