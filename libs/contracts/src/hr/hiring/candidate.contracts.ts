import { operation } from '../../kernel/contract';
import {
  Id,
  OneOf,
  OptionalId,
  OptionalOneOf,
  OptionalPhone,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { STAFF_ERRORS } from '../staff/staff-fields';
import { CANDIDATE_ERRORS } from './candidate-errors';
import { CandidateAbilityFields, CandidateFields, CandidateSummary, CandidateView } from './candidate.view';
import {
  CANDIDATE_STATE_WORDS,
  type CandidateStateWord,
  CHANNEL_WORDS,
  type ChannelWord,
  HIRING_ERRORS,
} from './hiring-words';

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
  errors: CANDIDATE_ERRORS,
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
  errors: CANDIDATE_ERRORS,
});
