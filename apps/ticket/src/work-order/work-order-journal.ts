import type { RequestContext } from '@switchyard/contracts';
import type { ChainedEvent, NewWorkOrderEvent, WorkOrderEventType } from '@switchyard/domain';
import type { WorkOrder } from './work-orders.port';

/** One event of a history, as it was written. */
export interface WorkOrderEvent extends ChainedEvent {
  readonly type: WorkOrderEventType;
}

export interface AppendOptions {
  /** `seq` of the work order as whoever decides has seen it; another one is a conflict. */
  readonly expectedSeq?: number;
  /** The sender's own name for what is appended; kept with the first event, found by `WorkOrderEvents.hasReference`. */
  readonly reference?: string;
  /** Facts beside the state that change with it. */
  readonly facts?: Partial<Pick<WorkOrder, 'accountNo' | 'phone' | 'areaCode' | 'applicationKind'>>;
}

/** The one way to change a work order: its state and its history in one transaction (§5). */
export abstract class WorkOrderJournal {
  /**
   * Appends events to a work order, each allowed by the definition of its kind, changes its state by them, calls the
   * reactions and tells `ticket.event.work-order-changed.v1` of each. Joins an open transaction.
   * @throws DomainError `work-order.not-found`, `work-order.not-allowed-in-state`, `work-order.version-conflict`
   */
  abstract append(
    number: string,
    events: readonly NewWorkOrderEvent[],
    context: RequestContext,
    options?: AppendOptions,
  ): Promise<WorkOrder>;

  /** Every event of a work order, by `seq`; none for a number that does not exist. */
  abstract history(number: string): Promise<readonly WorkOrderEvent[]>;
}
