import type { ListVacanciesRequest, VacancyFields } from '@switchyard/contracts';
import type { VacancyState } from '@switchyard/domain';
import type { Page } from '../page';

export interface Vacancy extends VacancyFields {
  readonly vacancyId: string;
  readonly state: VacancyState;
  readonly filled: number;
  readonly candidates: number;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly decidedBy?: string;
  readonly decidedAt?: Date;
  readonly openedAt?: Date;
  readonly endedAt?: Date;
  readonly note?: string;
}

export type StoredVacancy = Omit<Vacancy, 'candidates'>;

/** Requests for heads and what became of them. */
export abstract class Vacancies {
  abstract add(vacancy: StoredVacancy): Promise<void>;
  abstract find(vacancyId: string): Promise<Vacancy | undefined>;
  /** The same; nobody else can change it until the transaction ends. */
  abstract lock(vacancyId: string): Promise<Vacancy | undefined>;
  abstract save(vacancy: StoredVacancy): Promise<void>;
  /** The newest first. */
  abstract list(
    filter: Omit<ListVacanciesRequest, 'limit' | 'cursor'>,
    limit: number,
    cursor?: string,
  ): Promise<Page<Vacancy>>;
}
