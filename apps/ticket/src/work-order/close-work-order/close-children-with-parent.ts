import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { WorkOrderJournal, type WorkOrderEvent } from '../work-order-journal';
import { WorkOrderReaction, WorkOrderReactions } from '../work-order-reactions';
import { WorkOrders, type WorkOrder } from '../work-orders.port';

/** One fault with many callers: all that was reported for it ends with the first. */
@Injectable()
export class CloseChildrenWithParent extends WorkOrderReaction implements OnModuleInit {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly reactions: WorkOrderReactions,
  ) {
    super();
  }

  onModuleInit(): void {
    this.reactions.register(this);
  }

  async after(
    { number, result = '' }: WorkOrder,
    newEvents: readonly WorkOrderEvent[],
    context: RequestContext,
  ): Promise<void> {
    if (!newEvents.some(({ type }) => type === 'closed')) return;
    for (const child of await this.workOrders.childrenOf(number)) {
      if (child.status === 'closed') continue;
      const data = { parent: number, result };
      await this.journal.append(child.number, [{ type: 'closed-with-parent', data }], context);
    }
  }
}
