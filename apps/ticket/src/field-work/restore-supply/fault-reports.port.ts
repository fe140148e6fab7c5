import type { WorkOrder } from '../../work-order/work-orders.port';

export abstract class FaultReports {
  /**
   * Numbers of the reports of the same fault whose supply is not back, ascending, behind `after`: of its outage, and of
   * its parent.
   */
  abstract stillOut(
    fault: WorkOrder,
    outageId: string | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  /** Whether more than one reported the same fault. */
  abstract areMany(fault: WorkOrder, outageId: string | undefined): Promise<boolean>;
}
