import type {
  ApplicationKind,
  AttachmentKind,
  IntakeChannel,
  WorkOrderKind,
  WorkOrderStatus,
} from '@switchyard/contracts';

/** Kept elsewhere; `key` says where. */
export interface Attachment {
  readonly kind: AttachmentKind;
  readonly key: string;
  /** Length of a recording. */
  readonly seconds?: number;
}

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
  /** Nothing of the caller is kept (art. 15(12)). */
  readonly anonymous: boolean;
  readonly areaCode?: string;
  /** Of an application only. */
  readonly applicationKind?: ApplicationKind;
  readonly channel: IntakeChannel;
  readonly attachments: readonly Attachment[];
  /** When it must be done, where that was known at opening. */
  readonly dueAt?: Date;
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
  abstract findByQueryCode(queryCode: string): Promise<WorkOrder | undefined>;
  abstract findByNumber(number: string): Promise<WorkOrder | undefined>;
  /** The next serial of a day (YYYYMMDD), from 1, each given once. */
  abstract nextSerial(day: string): Promise<number>;
  /** False when the reference or the query code is taken already; nothing is stored then. */
  abstract add(workOrder: WorkOrder): Promise<boolean>;
  /** The latest first. @throws DomainError `request.invalid` for a cursor that this port did not make. */
  abstract list(filter: WorkOrderFilter, limit: number, cursor?: string): Promise<WorkOrdersPage>;
}
