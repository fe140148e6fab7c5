import type { LocalDate } from '@switchyard/domain';
import type { PageOptions, RowPage } from '../common/list-rows';

export type ComplaintOffice = 'hr' | 'head' | 'director';
export type ComplaintState = 'open' | 'answered' | 'closed';
export type ComplaintSide = 'complainant' | 'office';

/** Under a name, or with a receipt in its place. */
export interface NewComplaint {
  readonly id: string;
  readonly office: ComplaintOffice;
  readonly staffNumber?: string;
  /** SHA-256 of the receipt, hex. */
  readonly receiptHash?: string;
  readonly subject: string;
  readonly submittedAt: Date;
  readonly dueOn: LocalDate;
}

export interface Complaint extends Omit<NewComplaint, 'receiptHash'> {
  readonly state: ComplaintState;
}

export interface ComplaintMessage {
  readonly side: ComplaintSide;
  readonly text: string;
  readonly at: Date;
}

export interface ComplaintFilter {
  readonly office?: ComplaintOffice;
  readonly staffNumber?: string;
  readonly state?: ComplaintState;
  readonly overdue?: boolean;
  readonly words?: string;
}

/** Complaints of the staff (L141). Who may read one is decided before; nothing here tells who sent an anonymous one. */
export abstract class StaffComplaints {
  abstract add(complaint: NewComplaint): Promise<void>;
  abstract find(id: string): Promise<Complaint | undefined>;
  abstract findByReceipt(receiptHash: string): Promise<Complaint | undefined>;
  /** Held until the transaction ends. */
  abstract lock(id: string): Promise<Complaint | undefined>;
  abstract write(id: string, message: ComplaintMessage, byStaff: string | undefined): Promise<void>;
  abstract move(id: string, state: ComplaintState, at: Date): Promise<void>;
  abstract messagesOf(id: string): Promise<readonly ComplaintMessage[]>;
  abstract list(filter: ComplaintFilter, today: LocalDate, page: PageOptions): Promise<RowPage<Complaint>>;
  /** Open ones that are due on this day or earlier. */
  abstract due(today: LocalDate): Promise<readonly Complaint[]>;
}
