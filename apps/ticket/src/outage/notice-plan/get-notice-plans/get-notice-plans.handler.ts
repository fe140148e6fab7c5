import { Controller } from '@nestjs/common';
import { GetNoticePlans, type NoticePlans as Reply, OutageReference } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { outageNotFound } from '../../outage-errors';
import { Outages } from '../../outages.port';
import { toNoticePlanView } from '../notice-plan-view';
import { NoticePlans } from '../notice-plans.port';

@Controller()
export class GetNoticePlansHandler {
  constructor(
    private readonly plans: NoticePlans,
    private readonly outages: Outages,
  ) {}

  @Handles(GetNoticePlans)
  async handle({ outageId }: OutageReference): Promise<Reply> {
    if (!(await this.outages.find(outageId))) throw outageNotFound(outageId);
    const plans = await this.plans.of(outageId);
    const counts = await Promise.all(plans.map(({ id }) => this.plans.counts(id)));
    return { items: plans.map((plan, index) => toNoticePlanView(plan, counts[index] ?? [])) };
  }
}
