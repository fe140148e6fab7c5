import { Injectable } from '@nestjs/common';
import type { HandOffReason } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import type { Attempt } from '../contacts/contact';
import {
  type AccountMoney,
  type HandedOff,
  type HandOffFormat,
  HandOffs,
  type Receipt,
  type StoredExport,
} from '../hand-off/hand-offs.port';
import { ATTEMPT_COLUMNS } from './attempt-columns';
import { CONTACT_COLUMNS, type ContactRow, toContact } from './contact-columns';

type HandOffRow = ContactRow & { readonly handOffReason: HandOffReason; readonly handedOffAt: Date };

const EXPORT_COLUMNS = `batch_id as "batchId", format, file_key as "fileKey", sha256, bytes,
  created_by as "createdBy", created_at as "createdAt"`;

@Injectable()
export class PgHandOffs extends HandOffs {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async list(batchId: string, limit: number, afterContactId?: string): Promise<readonly HandedOff[]> {
    const rows = await this.unitOfWork.query<HandOffRow>(
      `select ${CONTACT_COLUMNS}, h.reason as "handOffReason", h.handed_off_at as "handedOffAt"
       from hand_off h join contact k on k.id = h.contact_id
       where h.batch_id = $1 and ($2::bigint is null or h.contact_id > $2) order by h.contact_id limit $3`,
      [batchId, afterContactId, limit],
    );
    const attempts = await this.attempts(rows.map(({ id }) => id));
    return rows.map(({ handOffReason, handedOffAt, ...row }) => ({
      contact: toContact(row),
      reason: handOffReason,
      handedOffAt,
      attempts: attempts.get(row.id) ?? [],
    }));
  }

  async count(batchId: string): Promise<number> {
    const [row] = await this.unitOfWork.query<{ count: number }>(
      `select count(*)::int as count from hand_off where batch_id = $1`,
      [batchId],
    );
    return row?.count ?? 0;
  }

  async handedOffAt(contactId: string): Promise<Date | undefined> {
    const [row] = await this.unitOfWork.query<{ at: Date }>(
      `select handed_off_at as at from hand_off where contact_id = $1`,
      [contactId],
    );
    return row?.at;
  }

  async money(
    batchId: string,
    accountNos: readonly string[],
    until: Date,
  ): Promise<ReadonlyMap<string, AccountMoney>> {
    const rows = await this.unitOfWork.query<{
      account_no: string;
      items: { ref: string; period: string; owedFen: number }[];
      payments: { amountFen: number; paidAt: string }[] | null;
      as_of: Date;
    }>(
      `select k.account_no, coalesce(b.data_as_of, b.handed_in_at, b.created_at) as as_of,
         jsonb_agg(jsonb_build_object('ref', k.id::text, 'period', k.period, 'owedFen', k.payable_fen) order by k.id) as items,
         (select jsonb_agg(jsonb_build_object('amountFen', p.amount_fen, 'paidAt', p.paid_at) order by p.paid_at, p.id)
          from payment p where p.account_no = k.account_no and p.paid_at <= $3) as payments
       from contact k join batch b on b.id = k.batch_id
       where k.batch_id = $1 and k.account_no = any($2) group by 1, 2`,
      [batchId, accountNos, until],
    );
    return new Map(
      rows.map(({ account_no, items, payments, as_of }) => [
        account_no,
        {
          items: items.map((item) => ({ ...item, asOf: as_of })),
          payments: (payments ?? []).map(({ amountFen, paidAt }) => ({
            amountFen,
            paidAt: new Date(paidAt),
          })),
        },
      ]),
    );
  }

  receipts(batchId: string): Promise<readonly Receipt[]> {
    return this.unitOfWork.query<Receipt>(
      `select id, batch_id as "batchId", received_by as "receivedBy", reference, note, received_at as "receivedAt",
         recorded_by as "recordedBy"
       from hand_off_receipt where batch_id = $1 order by received_at, id`,
      [batchId],
    );
  }

  async addReceipt(receipt: Receipt): Promise<void> {
    await this.unitOfWork.query(
      `insert into hand_off_receipt (id, batch_id, received_by, reference, note, received_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [
        receipt.id,
        receipt.batchId,
        receipt.receivedBy,
        receipt.reference,
        receipt.note,
        receipt.receivedAt,
        receipt.recordedBy,
      ],
    );
  }

  async findExport(batchId: string, format: HandOffFormat): Promise<StoredExport | undefined> {
    const [row] = await this.unitOfWork.query<Omit<StoredExport, 'bytes'> & { bytes: string }>(
      `select ${EXPORT_COLUMNS} from hand_off_export where batch_id = $1 and format = $2`,
      [batchId, format],
    );
    return row && { ...row, bytes: Number(row.bytes) };
  }

  async addExport(stored: StoredExport): Promise<StoredExport> {
    // The same bytes again take the place of a file that was lost; others never replace the first.
    await this.unitOfWork.query(
      `insert into hand_off_export (batch_id, format, file_key, sha256, bytes, created_by, created_at)
       values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (batch_id, format) do update set file_key = excluded.file_key
       where hand_off_export.sha256 = excluded.sha256`,
      [
        stored.batchId,
        stored.format,
        stored.fileKey,
        stored.sha256,
        stored.bytes,
        stored.createdBy,
        stored.createdAt,
      ],
    );
    const first = await this.findExport(stored.batchId, stored.format);
    if (!first) throw new Error('the export was not stored');
    return first;
  }

  private async attempts(contactIds: readonly string[]): Promise<ReadonlyMap<string, Attempt[]>> {
    const rows = await this.unitOfWork.query<Attempt>(
      `select ${ATTEMPT_COLUMNS} from attempt a join call c on c.id = a.call_id
       where a.contact_id = any($1::bigint[]) order by a.id`,
      [contactIds],
    );
    const byContact = new Map<string, Attempt[]>();
    for (const row of rows) byContact.set(row.contactId, [...(byContact.get(row.contactId) ?? []), row]);
    return byContact;
  }
}
