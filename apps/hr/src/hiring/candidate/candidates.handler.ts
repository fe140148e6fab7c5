import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  AddCandidate,
  AddCandidateRequest,
  type CandidatePage,
  CandidateReference,
  type CandidateView,
  ChangeCandidate,
  ChangeCandidateRequest,
  EndCandidacy,
  EndCandidacyRequest,
  GetCandidate,
  ListCandidates,
  ListCandidatesRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { staffNotFound } from '../../staff/staff-errors';
import { Vacancies } from '../vacancy/vacancies.port';
import { vacancyNotFound, vacancyState } from '../vacancy/vacancy-view';
import { type Candidate, Candidates } from './candidates.port';
import { candidateNotFound, ChangeCandidates, GOING_ON } from './change-candidates';
import { ShowCandidate, toSummary } from './show-candidate';

@Controller()
export class CandidatesHandler {
  constructor(
    private readonly candidates: Candidates,
    private readonly vacancies: Vacancies,
    private readonly directory: StaffDirectory,
    private readonly change: ChangeCandidates,
    private readonly show: ShowCandidate,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(AddCandidate)
  add(request: AddCandidateRequest, { actor }: RequestContext): Promise<CandidateView> {
    return this.work.inTransaction(async () => {
      const { vacancyId, referredBy } = request;
      const vacancy = await this.vacancies.lock(vacancyId);
      if (!vacancy) throw vacancyNotFound(vacancyId);
      if (vacancy.state !== 'open') throw vacancyState(vacancy, ['open']);
      if (referredBy !== undefined && !(await this.directory.find(referredBy)))
        throw staffNotFound(referredBy);
      const at = this.clock.now();
      const candidate: Candidate = {
        ...request,
        candidateId: randomUUID(),
        state: 'new',
        appliedAt: at,
        updatedAt: at,
      };
      await this.candidates.add(candidate);
      await this.candidates.note(candidate.candidateId, { at, by: actor.id, what: 'applied' });
      return this.show.view(candidate);
    });
  }

  @Handles(ChangeCandidate)
  changed(request: ChangeCandidateRequest, context: RequestContext): Promise<CandidateView> {
    const { candidateId, ...told } = request;
    const known = Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined));
    // Which fields, not what they were: names and numbers are personal data.
    const act = { candidateId, what: 'changed', note: Object.keys(known).join(', '), from: GOING_ON };
    return this.change.execute(act, context, async () => known);
  }

  @Handles(EndCandidacy)
  end(
    { candidateId, outcome, reason }: EndCandidacyRequest,
    context: RequestContext,
  ): Promise<CandidateView> {
    const act = { candidateId, what: outcome, note: reason, from: GOING_ON };
    return this.change.execute(act, context, async () => ({ state: outcome, endReason: reason }));
  }

  @Handles(GetCandidate)
  async one({ candidateId }: CandidateReference): Promise<CandidateView> {
    const candidate = await this.candidates.find(candidateId);
    if (!candidate) throw candidateNotFound(candidateId);
    return this.show.view(candidate);
  }

  @Handles(ListCandidates)
  async list({ limit = 50, cursor, ...filter }: ListCandidatesRequest): Promise<CandidatePage> {
    const page = await this.candidates.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toSummary) };
  }
}
