import { Controller, Inject } from '@nestjs/common';
import {
  CloseImprovementPlan,
  CloseImprovementPlanRequest,
  FinishImprovementAction,
  FinishImprovementActionRequest,
  GetImprovementPlan,
  ImprovementPlanBody,
  type ImprovementPlanPage,
  ImprovementPlanReference,
  type ImprovementPlanView,
  ListImprovementPlans,
  ListImprovementPlansRequest,
  ListOwnImprovementPlans,
  ListOwnImprovementPlansRequest,
  NoteImprovementPlan,
  NoteImprovementPlanRequest,
  OpenImprovementPlan,
  type OwnImprovementPlanPage,
  QUALITY_ERRORS,
  type RequestContext,
} from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { refusal } from '../quality-errors';
import { QualityScope } from '../quality-scope';
import { OpenPlan } from './open-plan.use-case';
import { planNotFound, toPlanSummary, toPlanView } from './plan-views';
import { type ImprovementPlan, ImprovementPlans } from './plans.port';

@Controller()
export class ImprovementPlansHandler {
  constructor(
    private readonly plans: ImprovementPlans,
    private readonly opening: OpenPlan,
    private readonly scope: QualityScope,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(OpenImprovementPlan)
  async open(request: ImprovementPlanBody, context: RequestContext): Promise<ImprovementPlanView> {
    return this.view(await this.opening.execute(request, context));
  }

  @Handles(GetImprovementPlan)
  async get({ planId }: ImprovementPlanReference, { actor }: RequestContext): Promise<ImprovementPlanView> {
    const view = await this.view(planId);
    await this.scope.assertSees(actor, view.groupCode);
    return view;
  }

  @Handles(ListImprovementPlans)
  async list(request: ListImprovementPlansRequest, { actor }: RequestContext): Promise<ImprovementPlanPage> {
    const { limit = 50, cursor, ...filter } = request;
    const groups = await this.scope.groupsOf(actor);
    const page = await this.plans.list({ ...filter, groups }, this.today(), limit, cursor);
    return { ...page, items: page.items.map((plan) => toPlanSummary(plan, this.today())) };
  }

  @Handles(ListOwnImprovementPlans)
  async own(
    request: ListOwnImprovementPlansRequest,
    { actor }: RequestContext,
  ): Promise<OwnImprovementPlanPage> {
    const { limit = 50, cursor } = request;
    const { staffNumber } = await this.scope.self(actor);
    const page = await this.plans.list({ staffNumber }, this.today(), limit, cursor);
    const items: ImprovementPlanView[] = [];
    for (const { id } of page.items) items.push(await this.view(id));
    return { ...page, items };
  }

  @Handles(FinishImprovementAction)
  async finish(
    request: FinishImprovementActionRequest,
    context: RequestContext,
  ): Promise<ImprovementPlanView> {
    const { planId, place, note } = request;
    return this.change(planId, context, async (plan) => {
      if (!plan.actions.some((action) => action.place === place)) {
        throw refusal(QUALITY_ERRORS.planNotFound, 'There is no such action', [
          { path: 'place', problem: `must be from 1 to ${plan.actions.length}` },
        ]);
      }
      await this.plans.finish(planId, place, this.clock.now(), context.actor.id, note);
    });
  }

  @Handles(NoteImprovementPlan)
  async note(
    { planId, text }: NoteImprovementPlanRequest,
    context: RequestContext,
  ): Promise<ImprovementPlanView> {
    const note = { text, madeAt: this.clock.now(), madeBy: context.actor.id };
    return this.change(planId, context, () => this.plans.note(planId, note));
  }

  @Handles(CloseImprovementPlan)
  async close(request: CloseImprovementPlanRequest, context: RequestContext): Promise<ImprovementPlanView> {
    const { planId, state, outcome } = request;
    return this.change(planId, context, async ({ actions }) => {
      const undone = actions.filter(({ doneAt }) => doneAt === undefined);
      if (state === 'fulfilled' && undone.length > 0) {
        const problem = `cannot be fulfilled while actions are not done: ${undone.map(({ place }) => place).join(', ')}`;
        throw refusal(QUALITY_ERRORS.planInvalid, 'The plan stays open', [{ path: 'state', problem }]);
      }
      await this.plans.close(planId, state, outcome, this.clock.now(), context.actor.id);
    });
  }

  private async change(
    planId: string,
    { actor }: RequestContext,
    work: (plan: ImprovementPlan) => Promise<void>,
  ): Promise<ImprovementPlanView> {
    await this.work.inTransaction(async () => {
      const plan = await this.plans.lock(planId);
      if (!plan) throw planNotFound(planId);
      await this.scope.assertSees(actor, plan.groupCode);
      if (plan.state !== 'open') {
        throw new DomainError(QUALITY_ERRORS.planClosed, 'The plan is closed; open another.', {
          planId,
          state: plan.state,
        });
      }
      await work(plan);
    });
    return this.view(planId);
  }

  private async view(planId: string): Promise<ImprovementPlanView> {
    const plan = await this.plans.find(planId);
    if (!plan) throw planNotFound(planId);
    return toPlanView(plan, await this.plans.notes(planId), this.today());
  }

  private today(): string {
    return localDateAt(this.clock.now());
  }
}
