import type { DueContact } from '../dialing.types';

export interface ContactRow {
  id: string;
  batch_id: string;
  account_no: string;
  period: string;
  customer_name: string;
  customer_kind: DueContact['customerKind'];
  number: string;
  extension: string | null;
  language: DueContact['language'];
  payable_fen: string;
  notice: Record<string, unknown>;
  due_at: Date;
  wait_reason: string;
  counted_attempts: number;
  technical_failures: number;
  earlier_attempts: Date[] | null;
}

/** Select list for `contact k`. */
export const CONTACT_COLUMNS = `k.id, k.batch_id, k.account_no, k.period, k.customer_name, k.customer_kind, k.number,
  k.extension, k.language, k.payable_fen, k.notice, k.due_at, k.wait_reason, k.counted_attempts, k.technical_failures,
  case when k.counted_attempts > 0 then
    (select array_agg(a.claimed_at order by a.id) from attempt a
     where a.contact_id = k.id and a.ordinal is not null and a.settled_at is not null)
  end as earlier_attempts`;

export function toDueContact(row: ContactRow): DueContact {
  return {
    id: row.id,
    batchId: row.batch_id,
    accountNo: row.account_no,
    period: row.period,
    customerName: row.customer_name,
    customerKind: row.customer_kind,
    number: row.number,
    extension: row.extension,
    language: row.language,
    payableFen: Number(row.payable_fen),
    notice: row.notice,
    dueAt: row.due_at,
    waitReason: row.wait_reason,
    countedAttempts: row.counted_attempts,
    technicalFailures: row.technical_failures,
    earlierAttempts: row.earlier_attempts ?? [],
  };
}
