import { HIRING_ERRORS, type VacancyView } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { Vacancy } from './vacancies.port';

export function toVacancyView(vacancy: Vacancy): VacancyView {
  const { requestedAt, decidedAt, openedAt, endedAt, ...rest } = vacancy;
  return {
    ...rest,
    requestedAt: requestedAt.toISOString(),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
    ...(openedAt && { openedAt: openedAt.toISOString() }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
  };
}

export const vacancyNotFound = (vacancyId: string): DomainError =>
  new DomainError(HIRING_ERRORS.vacancyNotFound, `There is no vacancy ${vacancyId}.`, { vacancyId });

/** An act, or a candidate, that does not go with the vacancy's state. */
export const vacancyState = ({ vacancyId, state }: Vacancy, possibleFrom: readonly string[]): DomainError =>
  new DomainError(
    HIRING_ERRORS.vacancyState,
    `The vacancy is ${state}; this is possible while it is ${possibleFrom.join(' or ')}.`,
    { vacancyId, state, possibleFrom },
  );
