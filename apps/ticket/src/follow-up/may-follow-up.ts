import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { assertMayRead } from '../work-order/access';
import { WorkOrders } from '../work-order/work-orders.port';
import type { FollowUp } from './follow-up';

/** Whether somebody's departments and areas are those of the work orders that customers are called about. */
@Injectable()
export class MayFollowUp {
  constructor(private readonly workOrders: WorkOrders) {}

  /** @throws DomainError `access.forbidden` */
  async assert(items: readonly FollowUp[], context: RequestContext): Promise<void> {
    if (context.actor.scope.includes('all')) return;
    for (const number of new Set(items.map(({ workOrderNumber }) => workOrderNumber))) {
      const workOrder = await this.workOrders.find(number);
      if (workOrder) assertMayRead(workOrder, context);
    }
  }
}
