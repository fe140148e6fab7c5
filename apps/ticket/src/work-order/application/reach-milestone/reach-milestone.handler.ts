import { Controller } from '@nestjs/common';
import {
  ReachMilestone,
  ReachMilestoneRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';

@Controller()
export class ReachMilestoneHandler {
  constructor(private readonly act: ActOnWorkOrder) {}

  @Handles(ReachMilestone)
  handle(request: ReachMilestoneRequest, context: RequestContext): Promise<WorkOrderView> {
    const { milestone, note } = request;
    return this.act.tell(request, { type: 'milestone-reached', data: { milestone, note } }, context);
  }
}
