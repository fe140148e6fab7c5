import { operation } from '../../kernel/contract';
import {
  Count,
  Id,
  Instant,
  OneOf,
  OptionalDay,
  OptionalInstant,
  OptionalOneOf,
  OptionalText,
  RequiredText,
  Whole,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalOrganisationCode, OrganisationCode, STAFF_ERRORS } from '../staff/staff-fields';
import {
  HIRING_ERRORS,
  VACANCY_ACT_WORDS,
  VACANCY_STATE_WORDS,
  type VacancyActWord,
  type VacancyStateWord,
} from './hiring-words';

export class VacancyFields {
  @OrganisationCode('Department', 'operations')
  departmentCode: string;

  @OrganisationCode('Post', 'agent')
  postCode: string;

  @OptionalOrganisationCode('Group', 'telephone')
  groupCode?: string;

  @Whole('How many are wanted', 1, 1000)
  headCount: number;

  @RequiredText('Why they are wanted', 1000)
  reason: string;

  @OptionalDay('By when')
  wantedBy?: string;
}

export class VacancyView extends VacancyFields {
  @Id('The vacancy')
  vacancyId: string;

  @OneOf('State', VACANCY_STATE_WORDS)
  state: VacancyStateWord;

  @Count('Seats that are taken')
  filled: number;

  @Count('Candidates who have not ended')
  candidates: number;

  @RequiredText('Who asked', 200)
  requestedBy: string;

  @Instant('When they asked')
  requestedAt: string;

  @OptionalText('Who approved or refused', 200)
  decidedBy?: string;

  @OptionalInstant('When')
  decidedAt?: string;

  @OptionalInstant('When it was opened to candidates')
  openedAt?: string;

  @OptionalInstant('When it was filled or closed')
  endedAt?: string;

  @OptionalText('What was said at the last act', 1000)
  note?: string;
}

export class RequestVacancyRequest extends VacancyFields {}

export const RequestVacancy = operation({
  subject: 'hr.command.request-vacancy.v1',
  request: RequestVacancyRequest,
  reply: VacancyView,
  errors: [STAFF_ERRORS.unknownPlace, STAFF_ERRORS.groupElsewhere, STAFF_ERRORS.adminPost],
});

export class VacancyReference {
  @Id('The vacancy')
  vacancyId: string;
}

export class VacancyActFields {
  @OneOf('Approve or refuse the request, open it to candidates, or close it', VACANCY_ACT_WORDS)
  act: VacancyActWord;

  @OptionalText('Why', 1000)
  note?: string;
}

export class ActOnVacancyRequest extends VacancyActFields {
  @Id('The vacancy')
  vacancyId: string;
}

/** Nobody approves their own request. Closing needs a note. */
export const ActOnVacancy = operation({
  subject: 'hr.command.act-on-vacancy.v1',
  request: ActOnVacancyRequest,
  reply: VacancyView,
  errors: [HIRING_ERRORS.vacancyNotFound, HIRING_ERRORS.vacancyState, HIRING_ERRORS.ownRequest],
});

export const GetVacancy = operation({
  subject: 'hr.query.vacancy.v1',
  request: VacancyReference,
  reply: VacancyView,
  errors: [HIRING_ERRORS.vacancyNotFound],
});

export class ListVacanciesRequest extends PageRequest {
  @OptionalOneOf('Only in this state', VACANCY_STATE_WORDS)
  state?: VacancyStateWord;

  @OptionalOrganisationCode('Only of this department', 'operations')
  departmentCode?: string;

  @OptionalOrganisationCode('Only of this post', 'agent')
  postCode?: string;
}

export class VacancyPage extends PageOf(VacancyView, 'Vacancies, the newest first') {}

export const ListVacancies = operation({
  subject: 'hr.query.vacancies.v1',
  request: ListVacanciesRequest,
  reply: VacancyPage,
});
