import { operation } from '../../kernel/contract';
import { Day, Flag, Id, OptionalDay, OptionalText, RequiredText } from '../../kernel/fields';
import { OptionalOrganisationCode, STAFF_ERRORS, StaffNumber } from '../staff/staff-fields';
import { CANDIDATE_ERRORS } from './candidate-errors';
import { CandidateView } from './candidate.view';
import { HIRING_ERRORS } from './hiring-words';

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
  errors: [...CANDIDATE_ERRORS, HIRING_ERRORS.obstacles, HIRING_ERRORS.vacancyFilled],
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
  errors: CANDIDATE_ERRORS,
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
    ...CANDIDATE_ERRORS,
    HIRING_ERRORS.obstacles,
    HIRING_ERRORS.vacancyFilled,
    HIRING_ERRORS.vacancyState,
    STAFF_ERRORS.alreadyThere,
    STAFF_ERRORS.unknownPlace,
    STAFF_ERRORS.groupElsewhere,
  ],
});
