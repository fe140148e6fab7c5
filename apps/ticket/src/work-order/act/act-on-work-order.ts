import { Inject, Injectable } from '@nestjs/common';
import type { RequestContext, WorkOrderAct, WorkOrderView } from '@switchyard/contracts';
import type { NewWorkOrderEvent } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { assertWithinScope } from '../access';
import { assertUnchanged, workOrderNotFound } from '../work-order-errors';
import { WorkOrderEvents } from '../work-order-events.port';
import { type AppendOptions, WorkOrderJournal } from '../work-order-journal';
import { toWorkOrderView } from '../work-order-view';
import { WorkOrders, type WorkOrder } from '../work-orders.port';

export interface Decision {
  readonly events: readonly NewWorkOrderEvent[];
  readonly facts?: AppendOptions['facts'];
}

type Decide = (workOrder: WorkOrder, now: Date) => Decision | Promise<Decision>;

/** Every act on a work order: read under lock, decided, written; once for each reference of the sender. */
@Injectable()
export class ActOnWorkOrder {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly events: WorkOrderEvents,
    private readonly journal: WorkOrderJournal,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives the work order to `decide` and appends what it answers.
   * @param others departments that may act beside the owner's
   * @throws DomainError `work-order.not-found`, `work-order.version-conflict`, `work-order.not-allowed-in-state`,
   * `access.forbidden`, and what `decide` throws
   */
  execute(
    request: WorkOrderAct,
    decide: Decide,
    context: RequestContext,
    others: readonly string[] = [],
  ): Promise<WorkOrderView> {
    const { number, expectedSeq, reference } = request;
    return this.work.inTransaction(async () => {
      const workOrder = await this.workOrders.lock(number);
      if (!workOrder) throw workOrderNotFound(number);
      assertWithinScope(workOrder, context, others);
      if (reference !== undefined && (await this.events.hasReference(number, reference)))
        return toWorkOrderView(workOrder);
      assertUnchanged(workOrder, expectedSeq);
      const { events, facts } = await decide(workOrder, this.clock.now());
      return toWorkOrderView(await this.journal.append(number, events, context, { reference, facts }));
    });
  }

  /** An act that is one event, whatever the work order is. */
  tell(request: WorkOrderAct, event: NewWorkOrderEvent, context: RequestContext): Promise<WorkOrderView> {
    return this.execute(request, () => ({ events: [event] }), context);
  }
}
