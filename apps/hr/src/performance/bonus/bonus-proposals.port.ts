import type { BonusProposalState } from '@switchyard/contracts';
import type { Page } from '../items/performance-items.port';

export interface BonusProposal {
  readonly id: string;
  readonly month: string;
  readonly state: BonusProposalState;
  readonly people: number;
  readonly bonusFen: number;
  readonly finesFen: number;
  readonly draftedAt: Date;
  readonly draftedBy: string;
  /** Staff number of who is to run it. */
  readonly runBy: string;
  readonly approvalsNeeded: number;
  readonly approvedBy: readonly string[];
  readonly runAt?: Date;
  readonly runReference?: string;
}

export interface BonusLine {
  readonly staffNumber: string;
  readonly name: string;
  readonly score: number;
  readonly bonusFen: number;
  readonly finesFen: number;
  readonly scoreId: string;
}

export interface BonusDraft {
  readonly month: string;
  readonly runBy: string;
  readonly approvalsNeeded: number;
  readonly by: string;
  readonly at: Date;
}

export abstract class BonusProposals {
  /** Scores of the month that count, and those of them that are not final. */
  abstract scoresOf(month: string): Promise<{ readonly scores: number; readonly open: number }>;
  abstract ofMonth(month: string): Promise<BonusProposal | undefined>;
  /** Draws it up from the month's scores, in the place of a draft that is there; its approvals are gone. @returns its id */
  abstract draft(draft: BonusDraft): Promise<string>;
  abstract find(id: string): Promise<BonusProposal | undefined>;
  /** Locks the proposal for the open transaction. */
  abstract lock(id: string): Promise<BonusProposal | undefined>;
  abstract lockMonth(month: string): Promise<void>;
  abstract approve(id: string, by: string, at: Date, note: string | undefined): Promise<void>;
  abstract setApproved(id: string): Promise<void>;
  abstract setRun(id: string, at: Date, reference: string): Promise<void>;
  abstract list(limit: number, cursor?: string): Promise<Page<BonusProposal>>;
  abstract lines(id: string, limit: number, cursor?: string): Promise<Page<BonusLine>>;
}
