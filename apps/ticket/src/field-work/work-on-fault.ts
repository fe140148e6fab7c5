import { Inject, Injectable } from '@nestjs/common';
import type { FieldWorkView, RequestContext } from '@switchyard/contracts';
import type { NewWorkOrderEvent } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { WorkOrderJournal } from '../work-order/work-order-journal';
import { WorkOrders, type WorkOrder } from '../work-order/work-orders.port';
import { toFieldWorkView } from './field-work';
import { assertFault } from './field-work-errors';

/** One step of a crew's work: an event of the fault's history, and what follows from it, in one transaction. */
@Injectable()
export class WorkOnFault {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Appends the event that `step` makes of the fault, then does `then`.
   * @throws DomainError `work-order.not-found`, `field-work.not-a-fault`, `work-order.not-allowed-in-state`, and what
   * the two throw
   */
  execute(
    number: string,
    step: (fault: WorkOrder, now: Date) => NewWorkOrderEvent,
    context: RequestContext,
    then: (fault: WorkOrder, now: Date) => Promise<void> = () => Promise.resolve(),
  ): Promise<FieldWorkView> {
    return this.work.inTransaction(async () => {
      const fault = assertFault(number, await this.workOrders.lock(number), context);
      const now = this.clock.now();
      const after = await this.journal.append(number, [step(fault, now)], context);
      await then(after, now);
      return toFieldWorkView(after, await this.journal.history(number));
    });
  }
}
