import { operation } from '../../kernel/contract';
import {
  Count,
  Fen,
  Figure,
  Id,
  Instant,
  Month,
  OneOf,
  OptionalInstant,
  OptionalText,
  RequiredText,
  Texts,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { StaffNumber } from '../staff/staff-fields';
import { PERFORMANCE_ERRORS } from './performance-errors';

export const BONUS_PROPOSAL_STATES = ['draft', 'approved', 'run'] as const;
export type BonusProposalState = (typeof BONUS_PROPOSAL_STATES)[number];

export class BonusProposalView {
  @Id('Id of the proposal')
  proposalId: string;

  @Month('Month')
  month: string;

  @OneOf('Where it stands', BONUS_PROPOSAL_STATES)
  state: BonusProposalState;

  @Count('People in it')
  people: number;

  @Fen('Bonus of all')
  bonusFen: number;

  @Fen('Fines of all, proposed too')
  finesFen: number;

  @Instant('Drafted')
  draftedAt: string;

  @RequiredText('Who drafted it', 200)
  draftedBy: string;

  @StaffNumber('Who is to run it (L370)')
  runBy: string;

  @Count('Approvals that it needs')
  approvalsNeeded: number;

  @Texts('Who approved', 200, 1000)
  approvedBy: string[];

  @OptionalInstant('Handed on for payment')
  runAt?: string;

  @OptionalText('Reference of that', 200)
  runReference?: string;
}

export class DraftBonusProposalRequest {
  @Month('Month')
  month: string;

  @StaffNumber('The named person who is to run it (L370)')
  runBy: string;
}

/** The head drafts it once the month's scores are final; a draft that is there is drawn up anew. */
export const DraftBonusProposal = operation({
  subject: 'hr.command.draft-bonus-proposal.v1',
  request: DraftBonusProposalRequest,
  reply: BonusProposalView,
  errors: [
    PERFORMANCE_ERRORS.proposalState,
    PERFORMANCE_ERRORS.proposalOpen,
    PERFORMANCE_ERRORS.staffNotFound,
    PERFORMANCE_ERRORS.scoreNotFound,
  ],
});

export class BonusProposalReference {
  @Id('Id of the proposal')
  proposalId: string;
}

export class BonusApproval {
  @OptionalText('Note', 1000)
  note?: string;
}

export class ApproveBonusProposalRequest extends BonusApproval {
  @Id('Id of the proposal')
  proposalId: string;
}

/** One of the approving group (L369): not the drafter, nobody twice; the last one needed approves it. */
export const ApproveBonusProposal = operation({
  subject: 'hr.command.approve-bonus-proposal.v1',
  request: ApproveBonusProposalRequest,
  reply: BonusProposalView,
  errors: [
    PERFORMANCE_ERRORS.proposalNotFound,
    PERFORMANCE_ERRORS.proposalState,
    PERFORMANCE_ERRORS.proposalApprover,
  ],
});

export class BonusRun {
  @RequiredText('Reference of the hand-over to payroll', 200)
  reference: string;
}

export class RunBonusProposalRequest extends BonusRun {
  @Id('Id of the proposal')
  proposalId: string;
}

/** The named person has handed it on; Switchyard pays nobody (§22). */
export const RunBonusProposal = operation({
  subject: 'hr.command.run-bonus-proposal.v1',
  request: RunBonusProposalRequest,
  reply: BonusProposalView,
  errors: [
    PERFORMANCE_ERRORS.proposalNotFound,
    PERFORMANCE_ERRORS.proposalState,
    PERFORMANCE_ERRORS.proposalRunner,
  ],
});

export class ListBonusProposalsRequest extends PageRequest {}

export class BonusProposalPage extends PageOf(BonusProposalView, 'The latest month first') {}

export const ListBonusProposals = operation({
  subject: 'hr.query.bonus-proposals.v1',
  request: ListBonusProposalsRequest,
  reply: BonusProposalPage,
});

export class BonusLineView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @Figure('Score of the month')
  score: number;

  @Fen('Bonus')
  bonusFen: number;

  @Fen('Fines')
  finesFen: number;

  @Id('Statement that explains it')
  scoreId: string;
}

export class ListBonusLinesRequest extends PageRequest {
  @Id('Id of the proposal')
  proposalId: string;
}

export class BonusLinePage extends PageOf(BonusLineView, 'By staff number') {}

export const ListBonusLines = operation({
  subject: 'hr.query.bonus-lines.v1',
  request: ListBonusLinesRequest,
  reply: BonusLinePage,
  errors: [PERFORMANCE_ERRORS.proposalNotFound],
});
