import type { WorkOrderKind, WorkOrderStatus } from '@switchyard/contracts';

export interface WorkOrder {
  /** W, day of opening in China, serial of that day: W20260302-000117. */
  readonly number: string;
  /** Eight digits, drawn by lot: what a caller keys in to ask for the progress (T1.5). */
  readonly queryCode: string;
  readonly kind: WorkOrderKind;
  readonly status: WorkOrderStatus;
  readonly accountNo?: string;
  /** E.164; absent for an anonymous caller. */
  readonly phone?: string;
  readonly text: string;
  /** What it came from; opens one work order, however often it arrives. */
  readonly reference: string;
  readonly openedAt: Date;
  readonly openedBy: string;
}

export interface WorkOrderFilter {
  readonly kind?: WorkOrderKind;
  readonly status?: WorkOrderStatus;
  readonly accountNo?: string;
}

export interface WorkOrdersPage {
  readonly items: readonly WorkOrder[];
  readonly nextCursor?: string;
}

export abstract class WorkOrders {
  abstract findByReference(reference: string): Promise<WorkOrder | undefined>;
  abstract findByNumber(number: string): Promise<WorkOrder | undefined>;
  /** The next serial of a day (YYYYMMDD), from 1, each given once. */
  abstract nextSerial(day: string): Promise<number>;
  /** False when the reference or the query code is taken already; nothing is stored then. */
  abstract add(workOrder: WorkOrder): Promise<boolean>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: WorkOrderFilter, limit: number, cursor?: string): Promise<WorkOrdersPage>;
}
