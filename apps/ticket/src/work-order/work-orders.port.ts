import type { ApplicationKind, IntakeChannel, WorkOrderSort, WorkOrderStatus } from '@switchyard/contracts';
import type { WorkOrderKind, WorkOrderState } from '@switchyard/domain';

export interface WorkOrder extends WorkOrderState {
  /** W, day of opening in China, serial of that day: W20260302-000117. */
  readonly number: string;
  /** Eight digits, drawn by lot: what a caller keys in to ask for the progress (T1.5). */
  readonly queryCode: string;
  readonly kind: WorkOrderKind;
  /** Closed once its stage is final. */
  readonly status: WorkOrderStatus;
  readonly accountNo?: string;
  /** E.164; absent for an anonymous caller. */
  readonly phone?: string;
  /** Nothing of the caller is kept (art. 15(12)). */
  readonly anonymous: boolean;
  readonly areaCode?: string;
  /** Of an application only. */
  readonly applicationKind?: ApplicationKind;
  readonly channel: IntakeChannel;
  /** When it must be done, where that was known at opening. */
  readonly dueAt?: Date;
  readonly text: string;
  /** What it came from; opens one work order, however often it arrives. */
  readonly reference: string;
  readonly openedAt: Date;
  readonly openedBy: string;
  /** Number of events of its history, the hash of the newest, and when that was. */
  readonly seq: number;
  readonly headHash: string;
  readonly updatedAt: Date;
  /** The nearest due of a service clock that is not met. */
  readonly nextDueAt?: Date;
}

export interface WorkOrderFilter {
  readonly kind?: WorkOrderKind;
  readonly status?: WorkOrderStatus;
  readonly stage?: string;
  readonly owner?: string;
  readonly assignee?: string;
  readonly responsible?: string;
  readonly areaCode?: string;
  readonly accountNo?: string;
  readonly phone?: string;
  readonly queryCode?: string;
  readonly contentCategory?: string;
  readonly channel?: IntakeChannel;
  readonly parent?: string;
  readonly mergedInto?: string;
  readonly outageId?: string;
  readonly incomplete?: boolean;
  /** Whether the customer was told the result. */
  readonly told?: boolean;
  /** Due before now and not finished. */
  readonly overdueAt?: Date;
  readonly openedFrom?: Date;
  readonly openedBefore?: Date;
  /** Words of the text. */
  readonly search?: string;
  /** Owners and areas that the asking person may see; absent for all. */
  readonly within?: readonly string[];
}

export interface WorkOrdersPage {
  readonly items: readonly WorkOrder[];
  readonly nextCursor?: string;
}

export abstract class WorkOrders {
  abstract findByReference(reference: string): Promise<WorkOrder | undefined>;
  abstract findByQueryCode(queryCode: string): Promise<WorkOrder | undefined>;
  abstract find(number: string): Promise<WorkOrder | undefined>;
  /** The work order, which nobody else can change until the transaction ends. */
  abstract lock(number: string): Promise<WorkOrder | undefined>;
  /** Numbers of those not finished that were reported for the same fault, ascending, behind `after`. */
  abstract openChildrenOf(
    parent: string,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  /** Whether anything was ever linked to it. */
  abstract hasChildren(number: string): Promise<boolean>;
  /** The next serial of a day (YYYYMMDD), from 1, each given once. */
  abstract nextSerial(day: string): Promise<number>;
  /** False when the reference or the query code is taken already; nothing is stored then. */
  abstract add(workOrder: WorkOrder): Promise<boolean>;
  /** Stores what events changed. */
  abstract save(workOrder: WorkOrder): Promise<void>;
  /** When the nearest clock is due; undefined when none runs. */
  abstract setNextDue(number: string, nextDueAt: Date | undefined): Promise<void>;
  /** @throws DomainError `request.invalid` for a cursor that this port did not make, or made for another order. */
  abstract list(
    filter: WorkOrderFilter,
    sort: WorkOrderSort,
    limit: number,
    cursor?: string,
  ): Promise<WorkOrdersPage>;
}
