import { Controller, Inject } from '@nestjs/common';
import { type NoticePlanView, OutageReference, PlanChangeNotices } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { assertNotOver, outageNotFound } from '../../outage-errors';
import { Outages } from '../../outages.port';
import { toNoticePlanView } from '../notice-plan-view';
import { NoticePlans } from '../notice-plans.port';
import { WantNoticePlan } from '../want-notice-plan';

/** Customers are told what of the outage has changed, as it stands now (art. 26); nobody is told what is not so any more. */
@Controller()
export class PlanChangeNoticesHandler {
  constructor(
    private readonly outages: Outages,
    private readonly plans: NoticePlans,
    private readonly wantPlan: WantNoticePlan,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PlanChangeNotices)
  handle({ outageId }: OutageReference): Promise<NoticePlanView> {
    return this.work.inTransaction(async () => {
      const outage = await this.outages.lock(outageId);
      if (!outage) throw outageNotFound(outageId);
      const now = this.clock.now();
      assertNotOver(outage, now);
      await this.plans.end(outageId, ['announcement', 'change'], now);
      const plan = await this.wantPlan.want(outageId, 'change');
      if (!plan) throw new Error(`a change of outage ${outageId} was not planned`);
      return toNoticePlanView(plan, []);
    });
  }
}
