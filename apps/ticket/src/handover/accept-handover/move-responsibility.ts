import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { SpreadStep, SpreadSteps } from '../../work-order/spread/spread-steps';
import type { Spread } from '../../work-order/spread/spreads.port';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { WorkOrders } from '../../work-order/work-orders.port';
import { OpenItems } from '../open-items.port';

/** Moves what the outgoing leader was responsible for when the relief accepted, one work order after another. */
export type Move = {
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  /** What was opened later is somebody's own. */
  readonly openedUntil: string;
};

@Injectable()
export class MoveResponsibility extends SpreadStep implements OnModuleInit {
  readonly name = 'move-responsibility';

  constructor(
    private readonly items: OpenItems,
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly steps: SpreadSteps,
  ) {
    super();
  }

  onModuleInit(): void {
    this.steps.register(this);
  }

  pending({ data }: Spread, after: string | undefined, limit: number): Promise<readonly string[]> {
    const { from, openedUntil } = moveIn(data);
    return this.items.responsibilityOf(from, new Date(openedUntil), after, limit);
  }

  async apply(number: string, { data }: Spread, context: RequestContext): Promise<void> {
    const { from, to, reason } = moveIn(data);
    const workOrder = await this.workOrders.lock(number);
    if (workOrder?.status !== 'open' || workOrder.responsible !== from) return;
    await this.journal.append(number, [{ type: 'responsibility-moved', data: { to, reason } }], context);
  }

  async finish(): Promise<void> {
    // Nothing more than that each of them is moved.
  }
}

const moveIn = (data: Spread['data']): Move => data as unknown as Move;
