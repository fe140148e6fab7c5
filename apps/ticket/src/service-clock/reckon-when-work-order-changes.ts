import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { WorkOrderEvent } from '../work-order/work-order-journal';
import { WorkOrderReaction, WorkOrderReactions } from '../work-order/work-order-reactions';
import type { WorkOrder } from '../work-order/work-orders.port';
import { ServiceClocks } from './service-clocks';
import { concernsClocks } from './work-order-facts';

/** Time limits start, stop and move in the transaction of the change that they follow from. */
@Injectable()
export class ReckonWhenWorkOrderChanges extends WorkOrderReaction implements OnModuleInit {
  constructor(
    private readonly reactions: WorkOrderReactions,
    private readonly clocks: ServiceClocks,
  ) {
    super();
  }

  onModuleInit(): void {
    this.reactions.register(this);
  }

  async after(workOrder: WorkOrder, newEvents: readonly WorkOrderEvent[]): Promise<void> {
    if (concernsClocks(newEvents)) await this.clocks.reckonWorkOrder(workOrder);
  }
}
