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

/** Columns of `contact` that the dialer reads. */
export const CONTACT_FIELDS = [
  'id',
  'batch_id',
  'account_no',
  'period',
  'customer_name',
  'customer_kind',
  'number',
  'extension',
  'language',
  'payable_fen',
  'notice',
  'due_at',
  'wait_reason',
  'counted_attempts',
  'technical_failures',
] as const;

/** Select list for `contact k`, or for rows `k` with these fields of it. */
export const CONTACT_COLUMNS = `${CONTACT_FIELDS.map((field) => `k.${field}`).join(', ')},
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
