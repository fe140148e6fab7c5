import { Controller, Inject } from '@nestjs/common';
import {
  type CandidateView,
  COMMON_ERRORS,
  HIRING_ERRORS,
  HireCandidate,
  HireCandidateRequest,
  OfferCandidate,
  OfferCandidateRequest,
  RecordContract,
  RecordContractRequest,
  type RequestContext,
  TickChecklist,
  TickChecklistRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { HireStaffUseCase } from '../../staff/hire-staff/hire-staff.use-case';
import { Vacancies, type Vacancy } from '../vacancy/vacancies.port';
import { vacancyNotFound, vacancyState } from '../vacancy/vacancy-view';
import { Candidates } from './candidates.port';
import { ChangeCandidates, GOING_ON, obstaclesInTheWay, UNDECIDED } from './change-candidates';
import { ShowCandidate } from './show-candidate';

/** Offer, contract, kit and hiring. */
@Controller()
export class TakeOnCandidateHandler {
  constructor(
    private readonly candidates: Candidates,
    private readonly vacancies: Vacancies,
    private readonly change: ChangeCandidates,
    private readonly show: ShowCandidate,
    private readonly hireStaff: HireStaffUseCase,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(OfferCandidate)
  async offer(
    { candidateId, waiver }: OfferCandidateRequest,
    context: RequestContext,
  ): Promise<CandidateView> {
    const { onboarding } = await this.policies.inForce('hiring', this.clock.now());
    const act = {
      candidateId,
      what: 'offered',
      ...(waiver !== undefined && { note: waiver }),
      from: UNDECIDED,
    };
    return this.change.execute(act, context, async (candidate) => {
      await this.seatOf(candidate.vacancyId);
      const { obstacles } = await this.show.judge(candidate);
      if (obstacles.length > 0 && waiver === undefined) throw obstaclesInTheWay(obstacles);
      await this.candidates.addChecklist(candidateId, onboarding);
      return { state: 'offered', ...(obstacles.length > 0 && { waiver }) };
    });
  }

  @Handles(RecordContract)
  contract(
    { candidateId, signedOn, until }: RecordContractRequest,
    context: RequestContext,
  ): Promise<CandidateView> {
    if (until !== undefined && until < signedOn) throw endsBefore(signedOn);
    const act = { candidateId, what: 'contract-signed', from: ['offered'] as const };
    return this.change.execute(act, context, async () => ({
      contractSignedOn: signedOn,
      contractUntil: until,
    }));
  }

  /** Also after the first day: a kit is handed out over some days. */
  @Handles(TickChecklist)
  tick(
    { candidateId, code, done, note }: TickChecklistRequest,
    context: RequestContext,
  ): Promise<CandidateView> {
    const act = {
      candidateId,
      what: done ? 'kit-done' : 'kit-open',
      note: code,
      from: [...GOING_ON, 'hired'] as const,
    };
    return this.change.execute(act, context, async (_candidate, at) => {
      const ticked = await this.candidates.tick(candidateId, code, {
        ...(done && { doneAt: at, doneBy: context.actor.id }),
        ...(note !== undefined && { note }),
      });
      if (ticked) return {};
      throw new DomainError(
        HIRING_ERRORS.checklistEntryNotFound,
        `The checklist of this candidate has no entry ${code}; see their checklist.`,
        { field: 'code', code },
      );
    });
  }

  /** Staff number, candidate and seat in one transaction: of two who want the last seat, one gets it. */
  @Handles(HireCandidate)
  hire(request: HireCandidateRequest, context: RequestContext): Promise<CandidateView> {
    const { candidateId, staffNumber, hiredOn, groupCode } = request;
    const act = { candidateId, what: 'hired', note: staffNumber, from: ['offered'] as const };
    return this.change.execute(act, context, async (candidate, at) => {
      const { obstacles } = await this.show.judge(candidate);
      if (obstacles.length > 0) throw obstaclesInTheWay(obstacles);
      const vacancy = await this.seatOf(candidate.vacancyId);
      const { departmentCode, postCode, vacancyId } = vacancy;
      const group = groupCode ?? vacancy.groupCode;
      const { name, phone } = candidate;
      await this.hireStaff.execute(
        {
          staffNumber,
          name,
          departmentCode,
          postCode,
          hiredOn,
          reason: `vacancy ${vacancyId}`,
          ...(phone !== undefined && { phone }),
          ...(group !== undefined && { groupCode: group }),
        },
        context,
      );
      const filled = vacancy.filled + 1;
      const isLast = filled === vacancy.headCount;
      await this.vacancies.save({
        ...vacancy,
        filled,
        ...(isLast && { state: 'filled' as const, endedAt: at }),
      });
      return { state: 'hired', staffNumber };
    });
  }

  /** The vacancy, locked, with a free seat. @throws DomainError `vacancy.already-filled`, `vacancy.not-allowed-in-state` */
  private async seatOf(vacancyId: string): Promise<Vacancy> {
    const vacancy = await this.vacancies.lock(vacancyId);
    if (!vacancy) throw vacancyNotFound(vacancyId);
    if (vacancy.state === 'filled') {
      throw new DomainError(
        HIRING_ERRORS.vacancyFilled,
        `All ${vacancy.headCount} seats of the vacancy are taken; ask for another head.`,
        { vacancyId, headCount: vacancy.headCount },
      );
    }
    if (vacancy.state !== 'open') throw vacancyState(vacancy, ['open']);
    return vacancy;
  }
}

const endsBefore = (signedOn: string): DomainError =>
  new DomainError(COMMON_ERRORS.invalid, `A contract signed on ${signedOn} cannot end before.`, {
    fields: [{ field: 'until', problems: [`must not be before ${signedOn}`] }],
  });
