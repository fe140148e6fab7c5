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
import { CONTACT_COLUMNS, CONTACT_FIELDS, type ContactRow, toDueContact } from './contact-row';

/** Enough for sharing lines; counting all of a million each second would cost more than dialling them. */
const DUE_COUNTED = 1_000;
const OPEN_COUNTED = 50_000;

const dueOf = (kind: CustomerKind): string =>
  `(select count(*) from (select 1 from contact k where k.batch_id = b.id and k.customer_kind = '${kind}'
      and k.state = 'waiting' and k.due_at <= $1 limit ${DUE_COUNTED}) due)`;

const FIELDS = CONTACT_FIELDS.map((field) => `k.${field}`).join(', ');

/**
 * One statement, since each one costs more than the rows that it reads. Kinds are read one after another: each its own
 * stretch of the index, however many of the others wait.
 */
function lockingDue(kinds: readonly CustomerKind[]): string {
  const stretches = kinds.map(
    (kind, index) =>
      `due_${index} as (
         select ${FIELDS} from contact k
         where exists (select from lease) and k.batch_id = $4 and k.customer_kind = '${kind}'
           and k.state = 'waiting' and k.due_at <= $5
         order by k.due_at, k.id limit $6 for update of k skip locked)`,
  );
  const all = kinds.map((_, index) => `select * from due_${index}`).join(' union all ');
  return `with lease as materialized (
       select 1 from pbx_node where name = $1 and holder = $2 and fence = $3 and lease_until > now() for share),
     ${stretches.join(', ')},
     due as materialized (select * from (${all}) every order by due_at, id limit $6),
     sibling as (
       select ${FIELDS} from contact k
       where k.number = any(array(select number from due)) and k.state = 'waiting' and k.batch_id = $4
         and k.due_at <= $5 and k.id <> all(array(select id from due))
       order by k.id for update of k skip locked)
     select ${CONTACT_COLUMNS}
     from (select *, 0 as turn from due union all select *, 1 from sibling) k order by k.turn, k.due_at, k.id`;
}

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
    const [row] = await this.unitOfWork.query<SurroundingsRow>(
      `select
         array(select distinct number from call where number = any($1) and state <> 'ended') as "onTheLine",
         array(select distinct number from do_not_call
           where number = any($1) and removed_at is null and (kind is null or kind = $2)) as "doNotCall",
         (select json_agg(json_build_array(number, originated_at) order by originated_at) from call
           where number = any($1) and originated_at >= $3) as calls,
         (select json_agg(json_build_array(account_no, amount_fen, paid_at) order by paid_at) from payment
           where account_no = any($4) and paid_at >= $5) as payments`,
      [query.numbers, query.kind, query.callsSince, query.accountNos, query.dataAsOf],
    );
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

const NOTHING_AROUND: Surroundings = {
  doNotCall: new Set(),
  onTheLine: new Set(),
  recentCalls: new Map(),
  payments: new Map(),
};

interface SurroundingsRow {
  readonly onTheLine: readonly string[];
  readonly doNotCall: readonly string[];
  readonly calls: readonly (readonly [number: string, at: string])[] | null;
  readonly payments: readonly (readonly [accountNo: string, amountFen: number, paidAt: string])[] | null;
}

function toSurroundings({ onTheLine, doNotCall, calls, payments }: SurroundingsRow): Surroundings {
  return {
    onTheLine: new Set(onTheLine),
    doNotCall: new Set(doNotCall),
    recentCalls: grouped(
      calls ?? [],
      ([number]) => number,
      ([, at]) => new Date(at),
    ),
    payments: grouped(
      payments ?? [],
      ([accountNo]) => accountNo,
      ([, amountFen, paidAt]) => ({ amountFen, paidAt: new Date(paidAt) }),
    ),
  };
}

function grouped<Row, Value>(
  rows: readonly Row[],
  key: (row: Row) => string,
  value: (row: Row) => Value,
): ReadonlyMap<string, readonly Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(value(row));
    else groups.set(key(row), [value(row)]);
  }
  return groups;
}
