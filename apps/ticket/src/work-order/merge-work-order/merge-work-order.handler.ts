import { Controller } from '@nestjs/common';
import {
  MergeWorkOrder,
  MergeWorkOrderRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { problemOfMerge } from '@switchyard/domain';
import { Handles, UnitOfWork } from '@switchyard/platform';
import { assertWithinScope } from '../access';
import { ActOnWorkOrder } from '../act/act-on-work-order';
import { SpreadAct } from '../spread/spread-act';
import { workOrderNotFound } from '../work-order-errors';
import { WorkOrderJournal } from '../work-order-journal';
import { WorkOrders } from '../work-orders.port';
import { badTarget, related } from './bad-target';
import { LinkChildren } from './link-children';

@Controller()
export class MergeWorkOrderHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly linkChildren: LinkChildren,
    private readonly spread: SpreadAct,
    private readonly work: UnitOfWork,
  ) {}

  @Handles(MergeWorkOrder)
  handle(request: MergeWorkOrderRequest, context: RequestContext): Promise<WorkOrderView> {
    const { number, into, reason } = request;
    return this.work.inTransaction(async () => {
      // In one order, so that two merges of the same pair never wait for each other.
      for (const each of [number, into].sort()) await this.workOrders.lock(each);
      let merged = false;
      const view = await this.act.execute(
        request,
        async (duplicate) => {
          const target = await this.workOrders.find(into);
          if (!target) throw workOrderNotFound(into);
          assertWithinScope(target, context);
          const problem = problemOfMerge(duplicate, related(target));
          if (problem) throw badTarget('into', into, problem);
          merged = true;
          return { events: [{ type: 'merged', data: { into, reason } }] };
        },
        context,
      );
      if (merged) await this.takeOver(number, into, context);
      return view;
    });
  }

  /** Whoever was linked to the duplicate is linked to the one that goes on. */
  private async takeOver(from: string, into: string, context: RequestContext): Promise<void> {
    await this.journal.append(into, [{ type: 'took-over', data: { from } }], context);
    await this.spread.begin(this.linkChildren, from, { into }, context);
  }
}
