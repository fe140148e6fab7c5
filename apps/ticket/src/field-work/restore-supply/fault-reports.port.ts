import type { WorkOrder } from '../../work-order/work-orders.port';

export abstract class FaultReports {
  /** Numbers of all reports of the same fault, its own among them: of its outage, else of its parent; in order. */
  abstract of(fault: WorkOrder, outageId: string | undefined): Promise<readonly string[]>;
}
