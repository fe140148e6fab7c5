import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  ActOnVacancy,
  ActOnVacancyRequest,
  COMMON_ERRORS,
  GetVacancy,
  HIRING_ERRORS,
  ListVacancies,
  ListVacanciesRequest,
  type RequestContext,
  RequestVacancy,
  RequestVacancyRequest,
  type VacancyPage,
  VacancyReference,
  type VacancyView,
} from '@switchyard/contracts';
import { afterAct, statesFor } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { CheckPlaces } from '../../staff/check-places';
import { type StoredVacancy, Vacancies, type Vacancy } from './vacancies.port';
import { toVacancyView, vacancyNotFound, vacancyState } from './vacancy-view';

@Controller()
export class VacanciesHandler {
  constructor(
    private readonly vacancies: Vacancies,
    private readonly places: CheckPlaces,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RequestVacancy)
  async request(request: RequestVacancyRequest, context: RequestContext): Promise<VacancyView> {
    await this.places.check(request, context);
    const vacancy: StoredVacancy = {
      ...request,
      vacancyId: randomUUID(),
      state: 'requested',
      filled: 0,
      requestedBy: context.actor.id,
      requestedAt: this.clock.now(),
    };
    await this.vacancies.add(vacancy);
    return toVacancyView({ ...vacancy, candidates: 0 });
  }

  @Handles(ActOnVacancy)
  act(request: ActOnVacancyRequest, { actor }: RequestContext): Promise<VacancyView> {
    const { vacancyId, act, note } = request;
    return this.work.inTransaction(async () => {
      const vacancy = await this.vacancies.lock(vacancyId);
      if (!vacancy) throw vacancyNotFound(vacancyId);
      const state = afterAct(vacancy.state, act);
      if (state === undefined) throw vacancyState(vacancy, statesFor(act));
      const decides = act === 'approve' || act === 'refuse';
      if (decides && vacancy.requestedBy === actor.id) throw ownRequest(vacancyId);
      if (note === undefined && (act === 'close' || act === 'refuse')) throw noteMissing(act);
      const at = this.clock.now();
      await this.vacancies.save({
        ...vacancy,
        state,
        ...(note !== undefined && { note }),
        ...(decides && { decidedBy: actor.id, decidedAt: at }),
        ...(act === 'open' && { openedAt: at }),
        ...((act === 'close' || act === 'refuse') && { endedAt: at }),
      });
      return toVacancyView((await this.vacancies.find(vacancyId)) as Vacancy);
    });
  }

  @Handles(GetVacancy)
  async one({ vacancyId }: VacancyReference): Promise<VacancyView> {
    const vacancy = await this.vacancies.find(vacancyId);
    if (!vacancy) throw vacancyNotFound(vacancyId);
    return toVacancyView(vacancy);
  }

  @Handles(ListVacancies)
  async list({ limit = 50, cursor, ...filter }: ListVacanciesRequest): Promise<VacancyPage> {
    const page = await this.vacancies.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toVacancyView) };
  }
}

const ownRequest = (vacancyId: string): DomainError =>
  new DomainError(HIRING_ERRORS.ownRequest, 'You asked for these heads; somebody else has to decide.', {
    vacancyId,
  });

const noteMissing = (act: string): DomainError =>
  new DomainError(COMMON_ERRORS.invalid, `To ${act} a vacancy, say why in note.`, {
    fields: [{ field: 'note', problems: [`must be given to ${act}`] }],
  });
