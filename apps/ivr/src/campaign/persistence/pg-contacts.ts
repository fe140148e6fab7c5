import { Injectable } from '@nestjs/common';
import { BATCH_ERRORS } from '@switchyard/contracts';
import type { BatchKind, Outcome } from '@switchyard/domain';
import { DomainError, UnitOfWork } from '@switchyard/platform';
import type { Attempt, Contact } from '../contacts/contact';
import {
  type ContactFilter,
  Contacts,
  type ContactTotals,
  type OpenContacts,
} from '../contacts/contacts.port';
import { ATTEMPT_COLUMNS } from './attempt-columns';
import { CONTACT_COLUMNS, type ContactRow, toContact } from './contact-columns';

@Injectable()
export class PgContacts extends Contacts {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async get(id: string): Promise<Contact> {
    const [row] = await this.unitOfWork.query<ContactRow>(
      `select ${CONTACT_COLUMNS} from contact k where k.id = $1`,
      [id],
    );
    if (row) return toContact(row);
    throw new DomainError(BATCH_ERRORS.contactNotFound, `There is no contact ${id}.`, { contactId: id });
  }

  async list(filter: ContactFilter): Promise<readonly Contact[]> {
    const rows = await this.unitOfWork.query<ContactRow>(
      `select ${CONTACT_COLUMNS} from contact k
       where k.batch_id = $1 and k.id > coalesce($2::bigint, (select min(first_contact_id) - 1 from import where batch_id = $1))
         and k.id <= (select max(last_contact_id) from import where batch_id = $1)
         and ($3::text is null or k.state = $3) and ($4::text is null or k.disposition = $4)
         and ($5::text is null or k.account_no = $5) and ($6::text is null or k.number = $6)
       order by k.id limit $7`,
      [
        filter.batchId,
        filter.after,
        filter.state,
        filter.disposition,
        filter.accountNo,
        filter.number,
        filter.limit + 1,
      ],
    );
    return rows.map(toContact);
  }

  attemptsOf(contactId: string): Promise<readonly Attempt[]> {
    return this.unitOfWork.query<Attempt>(
      `select ${ATTEMPT_COLUMNS} from attempt a join call c on c.id = a.call_id where a.contact_id = $1 order by a.id`,
      [contactId],
    );
  }

  async totals(batchId: string, kind: BatchKind): Promise<ContactTotals> {
    const [row] = await this.unitOfWork.query<ContactTotals & { payableFen: string }>(
      `select count(*)::int as contacts, count(distinct number)::int as numbers,
         coalesce(sum(payable_fen), 0)::text as "payableFen",
         count(*) filter (where number in (select d.number from do_not_call d
           where d.removed_at is null and (d.kind is null or d.kind = $2)))::int as "onDoNotCall"
       from contact where batch_id = $1`,
      [batchId, kind],
    );
    if (!row) throw new Error('an aggregate has one row');
    return { ...row, payableFen: Number(row.payableFen) };
  }

  open(batchId: string): Promise<readonly OpenContacts[]> {
    return this.unitOfWork.query<OpenContacts>(
      `select customer_kind as "customerKind", counted_attempts::int as "countedAttempts", count(*)::int as contacts
       from contact where batch_id = $1 and state <> 'done' group by 1, 2`,
      [batchId],
    );
  }

  async outcomeHistory(kind: BatchKind, now: Date): Promise<Partial<Record<Outcome, number>>> {
    const rows = await this.unitOfWork.query<{ outcome: Outcome; count: number }>(
      `select outcome, count(*)::int as count from attempt
       where kind = $1 and outcome is not null and claimed_at > $2::timestamptz - interval '30 days' group by 1`,
      [kind, now],
    );
    return Object.fromEntries(rows.map(({ outcome, count }) => [outcome, count]));
  }

  async callsTo(number: string, since: Date): Promise<{ times: readonly Date[]; live: boolean }> {
    const rows = await this.unitOfWork.query<{ at: Date | null; live: boolean }>(
      `select originated_at as at, state <> 'ended' as live from call
       where number = $1 and direction = 'out' and (originated_at > $2 or state <> 'ended')`,
      [number, since],
    );
    return { times: rows.flatMap(({ at }) => (at ? [at] : [])), live: rows.some(({ live }) => live) };
  }
}
