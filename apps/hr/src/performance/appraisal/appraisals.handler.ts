import { Controller, Inject } from '@nestjs/common';
import {
  AcknowledgeAppraisal,
  type AcknowledgeAppraisalRequest,
  type AppraisalPage,
  type AppraisalReference,
  type AppraisalView,
  DraftAppraisal,
  type DraftAppraisalRequest,
  ListAppraisals,
  type ListAppraisalsRequest,
  ListOwnAppraisals,
  type ListOwnAppraisalsRequest,
  PERFORMANCE_ERRORS,
  PublishAppraisal,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { PerformanceSight } from '../sight';
import { StaffNames } from '../staff-names';
import { toAppraisalView } from './appraisal-views';
import { type Appraisal, type AppraisalFilter, Appraisals } from './appraisals.port';
import { DraftAppraisalUseCase } from './draft-appraisal.use-case';

@Controller()
export class AppraisalsHandler {
  constructor(
    private readonly drafting: DraftAppraisalUseCase,
    private readonly appraisals: Appraisals,
    private readonly sight: PerformanceSight,
    private readonly names: StaffNames,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(DraftAppraisal)
  async draft(request: DraftAppraisalRequest, context: RequestContext): Promise<AppraisalView> {
    const { appraisal, name } = await this.drafting.execute(request, context);
    return toAppraisalView(appraisal, name);
  }

  @Handles(PublishAppraisal)
  publish({ appraisalId }: AppraisalReference, context: RequestContext): Promise<AppraisalView> {
    const publishedAt = this.clock.now();
    return this.work.inTransaction(async () => {
      const appraisal = await this.inState(appraisalId, 'draft');
      const { name } = await this.sight.member(appraisal.staffNumber, context);
      await this.sight.assertAnother(appraisal.staffNumber, context, 'Nobody publishes their own appraisal.');
      const { missing } = appraisal.result;
      if (missing.length > 0) {
        throw new DomainError(
          PERFORMANCE_ERRORS.appraisalIncomplete,
          `These are unknown: ${missing.join(', ')}.`,
          {
            missing: [...missing],
          },
        );
      }
      const change = { state: 'published' as const, publishedAt, publishedBy: context.actor.id };
      await this.appraisals.change(appraisalId, change);
      return toAppraisalView({ ...appraisal, ...change }, name);
    });
  }

  @Handles(ListAppraisals)
  async list(
    { limit = 50, cursor, ...filter }: ListAppraisalsRequest,
    context: RequestContext,
  ): Promise<AppraisalPage> {
    const withinGroups = await this.sight.groupsOf(context);
    return this.page({ ...filter, ...(withinGroups && { withinGroups }) }, limit, cursor);
  }

  @Handles(ListOwnAppraisals)
  async listOwn(
    { limit = 50, cursor }: ListOwnAppraisalsRequest,
    context: RequestContext,
  ): Promise<AppraisalPage> {
    const { staffNumber } = await this.sight.own(context);
    return this.page({ staffNumber, told: true }, limit, cursor);
  }

  @Handles(AcknowledgeAppraisal)
  async acknowledge(
    { appraisalId, comment }: AcknowledgeAppraisalRequest,
    context: RequestContext,
  ): Promise<AppraisalView> {
    const own = await this.sight.own(context);
    const acknowledgedAt = this.clock.now();
    return this.work.inTransaction(async () => {
      const appraisal = await this.inState(appraisalId, 'published', own.staffNumber);
      const change = {
        state: 'acknowledged' as const,
        acknowledgedAt,
        ...(comment !== undefined && { comment }),
      };
      await this.appraisals.change(appraisalId, change);
      return toAppraisalView({ ...appraisal, ...change }, own.name);
    });
  }

  private async inState(id: string, state: 'draft' | 'published', staffNumber?: string): Promise<Appraisal> {
    const appraisal = await this.appraisals.lock(id);
    if (!appraisal || (staffNumber !== undefined && appraisal.staffNumber !== staffNumber)) {
      throw new DomainError(PERFORMANCE_ERRORS.appraisalNotFound, `There is no appraisal ${id}.`, {
        appraisalId: id,
      });
    }
    if (appraisal.state === state) return appraisal;
    throw new DomainError(
      PERFORMANCE_ERRORS.appraisalState,
      `The appraisal is ${appraisal.state}, not ${state}.`,
      {
        appraisalId: id,
        state: appraisal.state,
      },
    );
  }

  private async page(filter: AppraisalFilter, limit: number, cursor?: string): Promise<AppraisalPage> {
    const page = await this.appraisals.list(filter, limit, cursor);
    const nameOf = await this.names.of(page.items.map(({ staffNumber }) => staffNumber));
    return { ...page, items: page.items.map((one) => toAppraisalView(one, nameOf(one.staffNumber))) };
  }
}
