import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { SpreadAct } from '../spread/spread-act';
import { SpreadStep, SpreadSteps } from '../spread/spread-steps';
import type { Spread } from '../spread/spreads.port';
import { type WorkOrderEvent, WorkOrderJournal } from '../work-order-journal';
import { WorkOrderReaction, WorkOrderReactions } from '../work-order-reactions';
import { WorkOrders, type WorkOrder } from '../work-orders.port';

/** Closes one of those that were linked to a work order that was closed. */
@Injectable()
export class CloseChild extends SpreadStep implements OnModuleInit {
  readonly name = 'close-children';

  constructor(
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly steps: SpreadSteps,
  ) {
    super();
  }

  onModuleInit(): void {
    this.steps.register(this);
  }

  pending({ number }: Spread, after: string | undefined, limit: number): Promise<readonly string[]> {
    return this.workOrders.openChildrenOf(number, after, limit);
  }

  async apply(number: string, { number: parent, data }: Spread, context: RequestContext): Promise<void> {
    const child = await this.workOrders.lock(number);
    if (child?.status !== 'open' || child.parent !== parent) return;
    const result = typeof data['result'] === 'string' ? data['result'] : '';
    await this.journal.append(number, [{ type: 'closed-with-parent', data: { parent, result } }], context);
  }

  async finish(): Promise<void> {
    // Nothing more than that each of them is closed.
  }
}

/** One fault with many callers: all that was reported for it ends with the first. */
@Injectable()
export class CloseChildrenWithParent extends WorkOrderReaction implements OnModuleInit {
  constructor(
    private readonly step: CloseChild,
    private readonly spread: SpreadAct,
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
    await this.spread.begin(this.step, number, { result }, context);
  }
}
