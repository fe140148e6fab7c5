import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { SpreadStep, SpreadSteps } from '../../work-order/spread/spread-steps';
import type { Spread } from '../../work-order/spread/spreads.port';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { WorkOrders } from '../../work-order/work-orders.port';
import { TellOutage } from '../tell-outage';
import { FaultReports } from './fault-reports.port';

/** What the crew told, as it is kept with each report. */
export type Restoration = {
  readonly mainFault: string;
  readonly result: string;
  readonly restoredAt: string;
  readonly outageId?: string;
};

/** Stages of a report whose supply is not back. */
const OUT: readonly string[] = ['received', 'assigned', 'accepted', 'dispatched', 'on-site'];

/** Restores one report of a fault after another; the outage ends with the last, and everybody who reported it is told. */
@Injectable()
export class RestoreReport extends SpreadStep implements OnModuleInit {
  readonly name = 'restore-reports';

  constructor(
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly reports: FaultReports,
    private readonly tellOutage: TellOutage,
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
    const fault = await this.workOrders.find(number);
    return fault ? this.reports.stillOut(fault, restorationIn(data).outageId, after, limit) : [];
  }

  async apply(number: string, { data }: Spread, context: RequestContext): Promise<void> {
    const report = await this.workOrders.lock(number);
    if (!report || !OUT.includes(report.stage)) return;
    await this.journal.append(number, [{ type: 'restored', data: restorationIn(data) }], context);
  }

  async finish({ data }: Spread, context: RequestContext): Promise<void> {
    const { outageId, restoredAt } = restorationIn(data);
    if (outageId !== undefined) await this.tellOutage.restored(outageId, new Date(restoredAt), context);
  }
}

const restorationIn = (data: Spread['data']): Restoration => data as unknown as Restoration;
