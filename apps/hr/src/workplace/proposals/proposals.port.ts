import type { LocalDate } from '@switchyard/domain';
import type { PageOptions, RowPage } from '../common/list-rows';

export type ProposalState = 'submitted' | 'adopted' | 'declined' | 'withdrawn';

export interface NewProposal {
  readonly id: string;
  readonly staffNumber: string;
  readonly title: string;
  readonly text: string;
  readonly submittedAt: Date;
  readonly dueOn: LocalDate;
}

export interface Judged {
  readonly state: Exclude<ProposalState, 'submitted'>;
  readonly judgedAt: Date;
  readonly judgedOn: LocalDate;
  readonly judgedBy: string;
  readonly judgement?: string;
}

export interface Proposal extends NewProposal, Partial<Omit<Judged, 'state'>> {
  readonly state: ProposalState;
}

export interface ProposalFilter {
  readonly staffNumber?: string;
  readonly state?: ProposalState;
  readonly overdue?: boolean;
  readonly from?: string;
  readonly to?: string;
}

/** Proposals of the staff (L399). */
export abstract class StaffProposals {
  abstract add(proposal: NewProposal): Promise<void>;
  /** Held until the transaction ends. */
  abstract lock(id: string): Promise<Proposal | undefined>;
  abstract judge(id: string, judged: Judged): Promise<void>;
  abstract list(filter: ProposalFilter, today: LocalDate, page: PageOptions): Promise<RowPage<Proposal>>;
}
