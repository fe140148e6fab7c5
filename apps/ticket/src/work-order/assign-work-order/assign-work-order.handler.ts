import { Controller } from '@nestjs/common';
import {
  AssignWorkOrder,
  AssignWorkOrderRequest,
  type RequestContext,
  WORK_ORDER_ERRORS,
  type WorkOrderView,
} from '@switchyard/contracts';
import { CENTRE } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import { ActOnWorkOrder, type Decision } from '../act/act-on-work-order';
import { type Route, RouteWorkOrder } from '../routing/route-work-order';
import type { WorkOrder } from '../work-orders.port';

@Controller()
export class AssignWorkOrderHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly routing: RouteWorkOrder,
  ) {}

  @Handles(AssignWorkOrder)
  handle(request: AssignWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    return this.act.execute(request, (workOrder, now) => this.decide(workOrder, request, now), context);
  }

  private async decide(workOrder: WorkOrder, request: AssignWorkOrderRequest, now: Date): Promise<Decision> {
    const route = await this.routing.routeOf(workOrder, now);
    const { department = route.department, assignee, reason } = request;
    await this.routing.assertTakesWork(department);
    assertRightPlace(workOrder, department, route);
    return { events: [{ type: 'assigned', data: { department, assignee, reason } }] };
  }
}

/** From one department to another, and with a matter of integrity elsewhere (C3), it is forwarded with a reason. */
function assertRightPlace(workOrder: WorkOrder, department: string, route: Route): void {
  const { number, owner } = workOrder;
  if (owner !== CENTRE && department !== owner) {
    throw new DomainError(
      WORK_ORDER_ERRORS.withAnother,
      `${number} is with ${owner}: forward it to ${department}, with a reason.`,
      { field: 'department', owner },
    );
  }
  if (route.integrity && department !== route.department && department !== CENTRE) {
    throw new DomainError(
      WORK_ORDER_ERRORS.integrityMatter,
      `${number} is a matter of integrity and goes to ${route.department}; a head may forward it from there, with a reason.`,
      { field: 'department', department: route.department },
    );
  }
}
