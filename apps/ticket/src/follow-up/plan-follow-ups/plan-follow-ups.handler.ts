import { Controller } from '@nestjs/common';
import {
  PlanFollowUps,
  PlanFollowUpsRequest,
  type PlannedFollowUps,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toFollowUpView } from '../follow-up-view';
import { PlanFollowUpsUseCase } from './plan-follow-ups.use-case';

@Controller()
export class PlanFollowUpsHandler {
  constructor(private readonly plan: PlanFollowUpsUseCase) {}

  @Handles(PlanFollowUps)
  async handle(request: PlanFollowUpsRequest, context: RequestContext): Promise<PlannedFollowUps> {
    const { plannedFor, ...command } = request;
    const at = plannedFor === undefined ? {} : { plannedFor: new Date(plannedFor) };
    const items = await this.plan.execute({ ...command, ...at }, context);
    return { items: items.map(toFollowUpView) };
  }
}
