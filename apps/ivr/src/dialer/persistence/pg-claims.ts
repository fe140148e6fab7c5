import { Injectable } from '@nestjs/common';
import type { CustomerKind } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import {
  Claims,
  type Deferral,
  type DueQuery,
  type KnownPayment,
  type OwedPeriod,
  type Surroundings,
  type SurroundingsQuery,
} from '../claim-calls/claims.port';
import type { DueContact, HeldCall, RunningBatch } from '../dialing.types';
import type { NodeLease } from '../hold-nodes/node-leases.port';
import { NOTHING_AROUND, SURROUNDINGS, type SurroundingsRow, toSurroundings } from './claim-surroundings';
import { type ContactRow, toDueContact } from './contact-row';
import { grouped } from './grouped';
import { lockingDue } from './locking-due';

/** Enough for sharing lines; counting all of a million each second would cost more than dialling them. */
const DUE_COUNTED = 1_000;
const OPEN_COUNTED = 50_000;

const dueOf = (kind: CustomerKind): string =>
  `(select count(*) from (select 1 from contact k where k.batch_id = b.id and k.customer_kind = '${kind}'
      and k.state = 'waiting' and k.due_at <= $1 limit ${DUE_COUNTED}) due)`;

@Injectable()
export class PgClaims extends Claims {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async runningBatches(now: Date): Promise<readonly RunningBatch[]> {
    const rows = await this.unitOfWork.query<RunningBatch & { openContacts: string }>(
      `select b.id, b.kind, b.name, b.policy_name as "policyName", b.success_rule as "successRule",
         b.caller_id as "callerId", b.trunk, b.line_share_percent as "lineSharePercent",
         coalesce(b.data_as_of, b.handed_in_at, b.created_at) as "dataAsOf", b.deadline_at as "deadlineAt",
         bk.attempt_cap as "attemptCap",
         jsonb_build_object('resident', ${dueOf('resident')}, 'organisation', ${dueOf('organisation')},
           'sole-trader', ${dueOf('sole-trader')}) as "dueByKind",
         (select count(*) from (select 1 from contact k
            where k.batch_id = b.id and k.state <> 'done' limit ${OPEN_COUNTED}) open) as "openContacts"
       from batch b join batch_kind bk using (kind)
       where b.state = 'running' order by b.started_at, b.id`,
      [now],
    );
    return rows.map((row) => ({ ...row, openContacts: Number(row.openContacts) }));
  }

  async lockDue({ lease, batchId, kinds, now, limit }: DueQuery): Promise<readonly DueContact[]> {
    if (kinds.length === 0) return [];
    const rows = await this.unitOfWork.query<ContactRow>(lockingDue(kinds), [
      lease.node,
      lease.holder,
      lease.fence,
      batchId,
      now,
      limit,
    ]);
    return rows.map(toDueContact);
  }

  async surroundings(query: SurroundingsQuery): Promise<Surroundings> {
    if (query.numbers.length === 0) return NOTHING_AROUND;
    const [row] = await this.unitOfWork.query<SurroundingsRow>(SURROUNDINGS, [
      query.numbers,
      query.kind,
      query.callsSince,
      query.accountNos,
      query.dataAsOf,
    ]);
    return row ? toSurroundings(row) : NOTHING_AROUND;
  }

  async dataAsOf(batchId: string): Promise<Date> {
    const [row] = await this.unitOfWork.query<{ as_of: Date }>(
      `select coalesce(data_as_of, handed_in_at, created_at) as as_of from batch where id = $1`,
      [batchId],
    );
    if (!row) throw new Error(`there is no batch ${batchId}`);
    return row.as_of;
  }

  async payments(
    accountNos: readonly string[],
    since: Date,
  ): Promise<ReadonlyMap<string, readonly KnownPayment[]>> {
    const rows = await this.unitOfWork.query<{
      account_no: string;
      amount_fen: string;
      paid_at: Date;
    }>(
      `select account_no, amount_fen, paid_at from payment
       where account_no = any($1) and paid_at >= $2 order by paid_at`,
      [accountNos, since],
    );
    return grouped(
      rows,
      (row) => row.account_no,
      (row) => ({ amountFen: Number(row.amount_fen), paidAt: row.paid_at }),
    );
  }

  async owed(
    batchId: string,
    accountNos: readonly string[],
  ): Promise<ReadonlyMap<string, readonly OwedPeriod[]>> {
    const rows = await this.unitOfWork.query<{ account_no: string; period: string; payable_fen: string }>(
      `select account_no, period, payable_fen from contact where account_no = any($2) and batch_id = $1`,
      [batchId, accountNos],
    );
    return grouped(
      rows,
      (row) => row.account_no,
      (row) => ({ period: row.period, payableFen: Number(row.payable_fen) }),
    );
  }

  async insertCalls(
    lease: NodeLease,
    leaseSeconds: number,
    calls: readonly HeldCall[],
  ): Promise<ReadonlySet<string>> {
    const attempts = calls.flatMap((call) =>
      call.contacts.map(({ contact, ordinal }) => ({
        call: call.id,
        contact: contact.id,
        kind: call.batch.kind,
        cap: call.batch.attemptCap,
        ordinal,
      })),
    );
    const placed = await this.unitOfWork.query<{ id: string }>(
      `with placed as (
         insert into call (id, batch_id, number, node, trunk, holder, fence, lease_until)
         select c.id, c."batchId", c.number, c.node, c.trunk, $2, $3, now() + $4 * interval '1 second'
         from jsonb_to_recordset($1::jsonb) as c(id text, "batchId" uuid, number text, node text, trunk text)
         order by c.number
         on conflict (number) where state <> 'ended' and direction = 'out' do nothing
         returning id),
       claimed as (
         insert into attempt (call_id, contact_id, kind, attempt_cap, ordinal)
         select a.call, a.contact, a.kind, a.cap, a.ordinal
         from jsonb_to_recordset($5::jsonb) as a(call text, contact bigint, kind text, cap smallint, ordinal smallint)
         join placed on placed.id = a.call
         returning contact_id),
       moved as (
         update contact k set state = 'calling', wait_reason = 'calling' from claimed where k.id = claimed.contact_id)
       select id from placed`,
      [
        JSON.stringify(
          calls.map(({ id, batch, number, node, trunk }) => ({ id, batchId: batch.id, number, node, trunk })),
        ),
        lease.holder,
        lease.fence,
        leaseSeconds,
        JSON.stringify(attempts),
      ],
    );
    return new Set(placed.map((row) => row.id));
  }

  async reconsiderHours(policyNames: readonly string[]): Promise<void> {
    await this.unitOfWork.query(
      `update contact k set due_at = now() from batch b
       where b.policy_name = any($1) and b.state in ('ready', 'running', 'paused') and k.batch_id = b.id
         and k.state = 'waiting' and k.due_at > now() and k.wait_reason = 'outside-calling-hours'`,
      [policyNames],
    );
  }

  async defer(deferrals: readonly Deferral[]): Promise<void> {
    if (deferrals.length === 0) return;
    await this.unitOfWork.query(
      `update contact k set due_at = d."dueAt", wait_reason = d.reason
       from jsonb_to_recordset($1::jsonb) as d("contactId" bigint, "dueAt" timestamptz, reason text)
       where k.id = d."contactId" and k.state = 'waiting'`,
      [JSON.stringify(deferrals)],
    );
  }
}
