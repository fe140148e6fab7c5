import { Controller } from '@nestjs/common';
import { type LinkedFaults, LinkFaults, LinkFaultsRequest, type RequestContext } from '@switchyard/contracts';
import { Handles, UnitOfWork } from '@switchyard/platform';
import { outageNotFound } from '../../outage/outage-errors';
import { Outages } from '../../outage/outages.port';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { WorkOrders } from '../../work-order/work-orders.port';
import { assertFault } from '../field-work-errors';

/** Many reports, one outage; all of them or none. Locked in the order of their numbers, so that none waits for another. */
@Controller()
export class LinkFaultsHandler {
  constructor(
    private readonly outages: Outages,
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly work: UnitOfWork,
  ) {}

  @Handles(LinkFaults)
  handle({ numbers, outageId }: LinkFaultsRequest, context: RequestContext): Promise<LinkedFaults> {
    return this.work.inTransaction(async () => {
      if (outageId !== undefined && !(await this.outages.find(outageId))) throw outageNotFound(outageId);
      const linked: string[] = [];
      for (const number of [...numbers].sort()) {
        const fault = assertFault(number, await this.workOrders.lock(number), context);
        if (fault.outageId === outageId) continue;
        const event = { type: 'outage-linked' as const, data: { outageId: outageId ?? null } };
        await this.journal.append(number, [event], context);
        linked.push(number);
      }
      return { linked };
    });
  }
}
