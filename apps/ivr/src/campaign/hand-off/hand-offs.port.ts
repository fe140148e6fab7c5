import type { DebtItem, HandOffReason, Payment } from '@switchyard/domain';
import type { Attempt, Contact } from '../contacts/contact';

/** A contact that no call could reach, with the evidence of each attempt (T2.11). */
export interface HandedOff {
  readonly contact: Contact;
  readonly reason: HandOffReason;
  readonly handedOffAt: Date;
  readonly attempts: readonly Attempt[];
}

export interface Receipt {
  readonly id: string;
  readonly batchId: string;
  readonly receivedBy: string;
  readonly reference: string | null;
  readonly note: string | null;
  readonly receivedAt: Date;
  readonly recordedBy: string;
}

export type HandOffFormat = 'csv' | 'xlsx' | 'pdf';

/** The one rendering of a final list in one format. */
export interface StoredExport {
  readonly batchId: string;
  readonly format: HandOffFormat;
  readonly fileKey: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** What an account owed in this batch, and what was paid on it. */
export interface AccountMoney {
  readonly items: readonly DebtItem[];
  readonly payments: readonly Payment[];
}

/** The hand-off list: the dialer adds to it, here it is read. */
export abstract class HandOffs {
  /** In the order of import. */
  abstract list(batchId: string, limit: number, afterContactId?: string): Promise<readonly HandedOff[]>;

  abstract count(batchId: string): Promise<number>;

  abstract handedOffAt(contactId: string): Promise<Date | undefined>;

  /** By account; payments up to `until`. */
  abstract money(
    batchId: string,
    accountNos: readonly string[],
    until: Date,
  ): Promise<ReadonlyMap<string, AccountMoney>>;

  /** Oldest first. */
  abstract receipts(batchId: string): Promise<readonly Receipt[]>;

  abstract addReceipt(receipt: Receipt): Promise<void>;

  abstract findExport(batchId: string, format: HandOffFormat): Promise<StoredExport | undefined>;

  /** Keeps the first one: answers what is stored. */
  abstract addExport(stored: StoredExport): Promise<StoredExport>;
}
