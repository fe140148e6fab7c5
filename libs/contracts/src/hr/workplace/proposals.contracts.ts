import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Id,
  Instant,
  OneOf,
  OptionalDay,
  OptionalFlag,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf } from '../../kernel/paging';
import { OrderedPageRequest } from './workplace-fields';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { WORKPLACE_ERRORS } from './members';

export const STAFF_PROPOSAL_STATES = ['submitted', 'adopted', 'declined', 'withdrawn'] as const;
export type StaffProposalState = (typeof STAFF_PROPOSAL_STATES)[number];

export const STAFF_PROPOSAL_ERRORS = {
  notFound: 'staff-proposal.not-found',
  alreadyJudged: 'staff-proposal.already-judged',
  /** Nobody judges a proposal of their own. */
  own: 'staff-proposal.own',
} as const;

export class StaffProposalText {
  @RequiredText('Heading', 200)
  title: string;

  @RequiredText('What is proposed, and why', 10_000)
  text: string;
}

export class StaffProposalView extends StaffProposalText {
  @Id('Id of the proposal')
  proposalId: string;

  @StaffNumber('Whose it is')
  staffNumber: string;

  @OneOf('Where it stands', STAFF_PROPOSAL_STATES)
  state: StaffProposalState;

  @Instant('When it was made')
  submittedAt: string;

  @Day('Until when it is to be judged (policy workplace)')
  dueOn: string;

  @OptionalInstant('When it was judged')
  judgedAt?: string;

  @OptionalText('Who judged it', 200)
  judgedBy?: string;

  @OptionalText('Why it was adopted or declined', 2000)
  judgement?: string;
}

export const SubmitStaffProposal = operation({
  subject: 'hr.command.submit-staff-proposal.v1',
  request: StaffProposalText,
  reply: StaffProposalView,
  errors: [WORKPLACE_ERRORS.notStaff],
});

export class StaffProposalReference {
  @Id('Id of the proposal')
  proposalId: string;
}

export class StaffProposalJudgement {
  @Flag('True to adopt, false to decline')
  adopt: boolean;

  @RequiredText('Why', 2000)
  reason: string;
}

export class JudgeStaffProposalRequest extends StaffProposalJudgement {
  @Id('Id of the proposal')
  proposalId: string;
}

/** What is adopted is told to the performance side, which proposes an award (§11). */
export const JudgeStaffProposal = operation({
  subject: 'hr.command.judge-staff-proposal.v1',
  request: JudgeStaffProposalRequest,
  reply: StaffProposalView,
  errors: [STAFF_PROPOSAL_ERRORS.notFound, STAFF_PROPOSAL_ERRORS.alreadyJudged, STAFF_PROPOSAL_ERRORS.own],
});

/** By who made it, while nobody has judged it. */
export const WithdrawStaffProposal = operation({
  subject: 'hr.command.withdraw-staff-proposal.v1',
  request: StaffProposalReference,
  reply: StaffProposalView,
  errors: [STAFF_PROPOSAL_ERRORS.notFound, STAFF_PROPOSAL_ERRORS.alreadyJudged, WORKPLACE_ERRORS.notStaff],
});

export class OwnStaffProposalsRequest extends OrderedPageRequest {
  @OptionalOneOf('Only in this state', STAFF_PROPOSAL_STATES)
  state?: StaffProposalState;
}

export class ListStaffProposalsRequest extends OwnStaffProposalsRequest {
  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @OptionalFlag('Only those whose time to be judged is over, or is not')
  overdue?: boolean;

  @OptionalDay('Made on this day or later')
  from?: string;

  @OptionalDay('Made on this day or earlier')
  to?: string;
}

export class StaffProposalPage extends PageOf(StaffProposalView) {}

export const ListStaffProposals = operation({
  subject: 'hr.query.staff-proposals.v1',
  request: ListStaffProposalsRequest,
  reply: StaffProposalPage,
});

export const ListOwnStaffProposals = operation({
  subject: 'hr.query.own-staff-proposals.v1',
  request: OwnStaffProposalsRequest,
  reply: StaffProposalPage,
  errors: [WORKPLACE_ERRORS.notStaff],
});
