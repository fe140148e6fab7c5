import { Controller } from '@nestjs/common';
import {
  COMMON_ERRORS,
  ForwardWorkOrder,
  ForwardWorkOrderRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../act/act-on-work-order';
import { RouteWorkOrder } from '../routing/route-work-order';

/** Held by heads: against the rules, matters of integrity too (C3). */
const MAY_REROUTE = 'work-order:reroute';

@Controller()
export class ForwardWorkOrderHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly routing: RouteWorkOrder,
  ) {}

  @Handles(ForwardWorkOrder)
  handle(request: ForwardWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    const { department, assignee, reason } = request;
    return this.act.execute(
      request,
      async (workOrder, now) => {
        await this.routing.assertTakesWork(department);
        const route = await this.routing.routeOf(workOrder, now);
        const away = route.integrity && department !== route.department;
        if (away && !context.actor.permissions.includes(MAY_REROUTE)) {
          throw new DomainError(
            COMMON_ERRORS.forbidden,
            `A matter of integrity stays with ${route.department} unless a head forwards it (${MAY_REROUTE}).`,
            { field: 'department', permission: MAY_REROUTE },
          );
        }
        return { events: [{ type: 'forwarded', data: { department, assignee, reason } }] };
      },
      context,
    );
  }
}
