import { operation } from '../../kernel/contract';
import {
  Day,
  Flag,
  Id,
  OneOf,
  OptionalDay,
  OptionalId,
  OptionalInstant,
  OptionalOneOf,
  OptionalPhone,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalOrganisationCode, STAFF_ERRORS, StaffNumber } from '../staff/staff-fields';
import {
  CandidateAbilityFields,
  CandidateFields,
  CandidateSummary,
  CandidateView,
  InterviewMarkFields,
} from './candidate.view';
import {
  BACKGROUND_WORDS,
  type BackgroundWord,
  CANDIDATE_STATE_WORDS,
  type CandidateStateWord,
  CHANNEL_WORDS,
  type ChannelWord,
  HIRING_ERRORS,
} from './hiring-words';

const FOUND = [HIRING_ERRORS.candidateNotFound, HIRING_ERRORS.candidateState];

export class AddCandidateRequest extends CandidateFields {
  @Id('The vacancy, which is open')
  vacancyId: string;
}

export const AddCandidate = operation({
  subject: 'hr.command.add-candidate.v1',
  request: AddCandidateRequest,
  reply: CandidateView,
  errors: [HIRING_ERRORS.vacancyNotFound, HIRING_ERRORS.vacancyState, STAFF_ERRORS.notFound],
});

export class CandidateReference {
  @Id('The candidate')
  candidateId: string;
}

export const GetCandidate = operation({
  subject: 'hr.query.candidate.v1',
  request: CandidateReference,
  reply: CandidateView,
  errors: [HIRING_ERRORS.candidateNotFound],
});

export class ListCandidatesRequest extends PageRequest {
  @OptionalId('Only of this vacancy')
  vacancyId?: string;

  @OptionalOneOf('Only in this state', CANDIDATE_STATE_WORDS)
  state?: CandidateStateWord;

  @OptionalOneOf('Only who came so', CHANNEL_WORDS)
  channel?: ChannelWord;

  @OptionalText('Part of the name', 100)
  text?: string;
}

export class CandidatePage extends PageOf(CandidateSummary, 'Candidates, the newest first') {}

export const ListCandidates = operation({
  subject: 'hr.query.candidates.v1',
  request: ListCandidatesRequest,
  reply: CandidatePage,
});

export class CandidateChange extends CandidateAbilityFields {
  @OptionalText('Name', 100)
  name?: string;

  @OptionalPhone('Telephone number')
  phone?: string;

  @OptionalText('What is worth knowing', 1000)
  note?: string;
}

export class ChangeCandidateRequest extends CandidateChange {
  @Id('The candidate')
  candidateId: string;
}

/** What was tested or asked meanwhile; what is left out stays as it was. */
export const ChangeCandidate = operation({
  subject: 'hr.command.change-candidate.v1',
  request: ChangeCandidateRequest,
  reply: CandidateView,
  errors: FOUND,
});

export class InterviewFields extends InterviewMarkFields {
  @OptionalInstant('When it was held; now unless given')
  heldAt?: string;

  @OptionalText('What was said', 2000)
  remark?: string;
}

export class RecordInterviewRequest extends InterviewFields {
  @Id('The candidate')
  candidateId: string;
}

/** The verdict of the last interview counts; all are kept. */
export const RecordInterview = operation({
  subject: 'hr.command.record-interview.v1',
  request: RecordInterviewRequest,
  reply: CandidateView,
  errors: FOUND,
});

export class BackgroundCheckFields {
  @OneOf('What it found', BACKGROUND_WORDS)
  result: BackgroundWord;

  @RequiredText('What it rests on', 1000)
  note: string;
}

export class RecordBackgroundCheckRequest extends BackgroundCheckFields {
  @Id('The candidate')
  candidateId: string;
}

export const RecordBackgroundCheck = operation({
  subject: 'hr.command.record-background-check.v1',
  request: RecordBackgroundCheckRequest,
  reply: CandidateView,
  errors: FOUND,
});

export class OfferFields {
  @OptionalText('Why obstacles are waived; all of them are', 1000)
  waiver?: string;
}

export class OfferCandidateRequest extends OfferFields {
  @Id('The candidate')
  candidateId: string;
}

/** Makes an offer and the onboarding checklist of the policy. */
export const OfferCandidate = operation({
  subject: 'hr.command.offer-candidate.v1',
  request: OfferCandidateRequest,
  reply: CandidateView,
  errors: [...FOUND, HIRING_ERRORS.obstacles, HIRING_ERRORS.vacancyFilled],
});

export class ContractFields {
  @Day('When it was signed')
  signedOn: string;

  @OptionalDay('Until when it runs; absent without an end')
  until?: string;
}

export class RecordContractRequest extends ContractFields {
  @Id('The candidate')
  candidateId: string;
}

export const RecordContract = operation({
  subject: 'hr.command.record-contract.v1',
  request: RecordContractRequest,
  reply: CandidateView,
  errors: FOUND,
});

export class ChecklistTick {
  @Flag('Whether it is done')
  done: boolean;

  @OptionalText('What is worth knowing', 500)
  note?: string;
}

export class TickChecklistRequest extends ChecklistTick {
  @Id('The candidate')
  candidateId: string;

  @RequiredText('Code of the entry', 40)
  code: string;
}

export const TickChecklist = operation({
  subject: 'hr.command.tick-checklist.v1',
  request: TickChecklistRequest,
  reply: CandidateView,
  errors: [HIRING_ERRORS.candidateNotFound, HIRING_ERRORS.checklistEntryNotFound],
});

export class HireFields {
  @StaffNumber('Staff number that they get')
  staffNumber: string;

  @Day('First day')
  hiredOn: string;

  @OptionalOrganisationCode("Group; the vacancy's unless given", 'telephone')
  groupCode?: string;
}

export class HireCandidateRequest extends HireFields {
  @Id('The candidate')
  candidateId: string;
}

/** Makes the member of staff, in one go with the seat of the vacancy; the last seat fills it. */
export const HireCandidate = operation({
  subject: 'hr.command.hire-candidate.v1',
  request: HireCandidateRequest,
  reply: CandidateView,
  errors: [
    ...FOUND,
    HIRING_ERRORS.obstacles,
    HIRING_ERRORS.vacancyFilled,
    HIRING_ERRORS.vacancyState,
    STAFF_ERRORS.alreadyThere,
    STAFF_ERRORS.unknownPlace,
    STAFF_ERRORS.groupElsewhere,
  ],
});

export class EndCandidacyFields {
  @OneOf('We said no, or they did', ['rejected', 'withdrawn'])
  outcome: 'rejected' | 'withdrawn';

  @RequiredText('Why', 1000)
  reason: string;
}

export class EndCandidacyRequest extends EndCandidacyFields {
  @Id('The candidate')
  candidateId: string;
}

export const EndCandidacy = operation({
  subject: 'hr.command.end-candidacy.v1',
  request: EndCandidacyRequest,
  reply: CandidateView,
  errors: FOUND,
});
