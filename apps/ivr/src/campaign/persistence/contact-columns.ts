import type { Contact } from '../contacts/contact';

export const CONTACT_COLUMNS = `k.id, k.batch_id as "batchId", k.import_id as "importId", k.line,
  k.account_no as "accountNo", k.period, k.customer_name as "customerName", k.customer_kind as "customerKind",
  k.number, k.extension, k.language, k.payable_fen as "payableFen", k.notice, k.state, k.due_at as "dueAt",
  k.wait_reason as "waitReason", k.counted_attempts as "countedAttempts", k.technical_failures as "technicalFailures",
  k.disposition, k.disposition_reason as "dispositionReason", k.disposed_at as "disposedAt"`;

/** A bigint comes as text. */
export type ContactRow = Omit<Contact, 'payableFen'> & { readonly payableFen: string };

export function toContact(row: ContactRow): Contact {
  return { ...row, payableFen: Number(row.payableFen) };
}
