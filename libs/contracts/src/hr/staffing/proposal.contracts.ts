import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsObject, Matches } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  OptionalId,
  OptionalInstant,
  OptionalNested,
  OptionalOneOf,
  OptionalText,
  OptionalWhole,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { ROSTER_ERRORS } from '../roster/errors';
import { OptionalRosterCode } from '../roster/roster-fields';
import { RosterReference } from '../roster/roster.contracts';
import { RosterView, RosterViolationView } from '../roster/roster.view';
import { StaffNumber } from '../staff/staff-fields';
import { PROPOSAL_STATES, type ProposalState, STAFFING_ERRORS } from './errors';

const CODE = /^[a-z][a-z0-9-]{0,29}$/;

export class ProposeRosterRequest extends RosterReference {
  @ApiProperty({
    description: 'Templates that may be used',
    type: [String],
    example: ['day-8', 'evening-8', 'night-8'],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(12)
  @Matches(CODE, { each: true, message: 'each must be the code of a shift template' })
  templates: string[];

  @OptionalRosterCode('Pattern that everybody works by; absent: days off are placed freely', 'two-on-two-off')
  patternCode?: string;

  @OptionalWhole('Days of work of a whole month; its working days unless given', 1, 31)
  workDays?: number;

  @OptionalText('Seed of the choice between what is equally good', 100)
  seed?: string;

  @OptionalWhole('Seconds of solving at the most; 60 unless given', 1, 600)
  seconds?: number;
}

export class DroppedShift {
  @StaffNumber()
  staffNumber: string;

  @Day('Day')
  date: string;
}

export class ProposalOutcome {
  @Whole('Shifts', 0, 1_000_000)
  shifts: number;

  @Whole('Hard violations that are left', 0, 1_000_000)
  hard: number;

  @Whole('Soft violations that are left', 0, 1_000_000)
  soft: number;

  @ApiProperty({
    description: 'How many of each code',
    type: 'object',
    additionalProperties: { type: 'integer' },
  })
  @IsObject()
  unmetByCode: Record<string, number>;

  @ListOf(
    'Days of work that rules of the person themselves forbid, and nobody has',
    () => DroppedShift,
    100_000,
  )
  dropped: DroppedShift[];

  @Whole('Milliseconds of solving', 0, 10_000_000)
  solverMs: number;

  @Flag('The time was up for some part: the same seed may give another roster')
  cutByTime: boolean;
}

export class ProposalView {
  @Id('Id of the proposal')
  proposalId: string;

  @Id('Roster that it is for')
  rosterId: string;

  @OneOf('State', PROPOSAL_STATES)
  state: ProposalState;

  @OptionalText('What it is at', 20)
  stage?: string;

  @Whole('Part that is done, per cent', 0, 100)
  percent: number;

  @RequiredText('Seed', 100)
  seed: string;

  @OptionalNested('What came out; absent until it is done', () => ProposalOutcome)
  outcome?: ProposalOutcome;

  @OptionalText('Why it failed', 1000)
  problem?: string;

  @Instant('When it was asked for')
  askedAt: string;

  @RequiredText('Who asked for it', 200)
  askedBy: string;

  @OptionalInstant('When it ended')
  endedAt?: string;
}

/** Solved in the background; ask for it until it is done. It changes nothing until it is taken over. */
export const ProposeRoster = operation({
  subject: 'hr.command.propose-roster.v1',
  request: ProposeRosterRequest,
  reply: ProposalView,
  errors: [
    ROSTER_ERRORS.notFound,
    ROSTER_ERRORS.state,
    ROSTER_ERRORS.patternInvalid,
    ROSTER_ERRORS.templateInvalid,
    STAFFING_ERRORS.proposalAlreadyAsked,
    STAFFING_ERRORS.proposalInvalid,
  ],
});

export class ProposalReference {
  @Id('Id of the proposal')
  proposalId: string;
}

export const GetProposal = operation({
  subject: 'hr.query.roster-proposal.v1',
  request: ProposalReference,
  reply: ProposalView,
  errors: [STAFFING_ERRORS.proposalNotFound],
});

export class ListProposalsRequest extends PageRequest {
  @OptionalId('Only for this roster')
  rosterId?: string;

  @OptionalOneOf('Only in this state', PROPOSAL_STATES)
  state?: ProposalState;
}

export class ProposalPage extends PageOf(ProposalView, 'Proposals, the newest first') {}

export const ListProposals = operation({
  subject: 'hr.query.roster-proposals.v1',
  request: ListProposalsRequest,
  reply: ProposalPage,
});

export class ListProposalUnmetRequest extends PageRequest {
  @Id('Id of the proposal')
  proposalId: string;

  @OptionalText('Only this code', 40)
  code?: string;
}

export class ProposalUnmetPage extends PageOf(RosterViolationView, 'The hard first, then by day') {}

/** What the proposal could not meet, by name and day. */
export const ListProposalUnmet = operation({
  subject: 'hr.query.roster-proposal-unmet.v1',
  request: ListProposalUnmetRequest,
  reply: ProposalUnmetPage,
  errors: [STAFFING_ERRORS.proposalNotFound],
});

export const CancelProposal = operation({
  subject: 'hr.command.cancel-roster-proposal.v1',
  request: ProposalReference,
  reply: ProposalView,
  errors: [STAFFING_ERRORS.proposalNotFound, STAFFING_ERRORS.proposalState],
});

export class AdoptProposalRequest extends ProposalReference {
  @Whole('Revision of the roster that you have seen', 1, 2_000_000_000)
  revision: number;
}

/** Puts the proposal in the place of the draft's shifts. */
export const AdoptProposal = operation({
  subject: 'hr.command.adopt-roster-proposal.v1',
  request: AdoptProposalRequest,
  reply: RosterView,
  errors: [
    STAFFING_ERRORS.proposalNotFound,
    STAFFING_ERRORS.proposalState,
    ROSTER_ERRORS.state,
    ROSTER_ERRORS.conflict,
  ],
});
