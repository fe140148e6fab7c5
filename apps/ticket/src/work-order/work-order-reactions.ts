import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import type { WorkOrderEvent } from './work-order-journal';
import type { WorkOrder } from './work-orders.port';

/** What else happens, in the same transaction, when a work order was opened or changed. */
export abstract class WorkOrderReaction {
  abstract after(
    workOrder: WorkOrder,
    newEvents: readonly WorkOrderEvent[],
    context: RequestContext,
  ): Promise<void>;
}

/** The reactions of all features; none may depend on another. */
@Injectable()
export class WorkOrderReactions {
  private readonly reactions: WorkOrderReaction[] = [];

  /** To be called in `onModuleInit`. */
  register(reaction: WorkOrderReaction): void {
    this.reactions.push(reaction);
  }

  async after(
    workOrder: WorkOrder,
    newEvents: readonly WorkOrderEvent[],
    context: RequestContext,
  ): Promise<void> {
    for (const reaction of this.reactions) await reaction.after(workOrder, newEvents, context);
  }
}
