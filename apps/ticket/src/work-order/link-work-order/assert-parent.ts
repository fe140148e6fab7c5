import { Injectable } from '@nestjs/common';
import { problemOfParent } from '@switchyard/domain';
import { badTarget, related } from '../merge-work-order/bad-target';
import { workOrderNotFound } from '../work-order-errors';
import { WorkOrders, type WorkOrder } from '../work-orders.port';

/** Whether a work order can be the first of the same fault for another. */
@Injectable()
export class AssertParent {
  constructor(private readonly workOrders: WorkOrders) {}

  /** @throws DomainError `work-order.not-found`, `work-order.bad-target` */
  async assert(child: Pick<WorkOrder, 'number' | 'kind'>, number: string): Promise<void> {
    const parent = await this.workOrders.find(number);
    if (!parent) throw workOrderNotFound(number);
    const hasLinked = await this.workOrders.hasChildren(child.number);
    const problem = problemOfParent({ ...child, hasLinked }, related(parent));
    if (problem) throw badTarget('parent', number, problem);
  }
}
