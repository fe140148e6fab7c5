import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { SpreadStep, SpreadSteps } from '../spread/spread-steps';
import type { Spread } from '../spread/spreads.port';
import { WorkOrderJournal } from '../work-order-journal';
import { WorkOrders } from '../work-orders.port';

/** Whoever was linked to a duplicate is linked to the one that goes on. */
@Injectable()
export class LinkChildren extends SpreadStep implements OnModuleInit {
  readonly name = 'link-children';

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

  async pending(
    { number, data }: Spread,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]> {
    const numbers = await this.workOrders.openChildrenOf(number, after, limit + 1);
    return numbers.filter((each) => each !== data['into']).slice(0, limit);
  }

  async apply(number: string, { number: from, data }: Spread, context: RequestContext): Promise<void> {
    const child = await this.workOrders.lock(number);
    if (child?.status !== 'open' || child.parent !== from) return;
    const parent = String(data['into']);
    await this.journal.append(number, [{ type: 'linked', data: { parent } }], context);
  }

  async finish(): Promise<void> {
    // Nothing more than that each of them is linked.
  }
}
