import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { type CallSettlement, type DisposedContact, Settlements } from '../settle-calls/settlements.port';

@Injectable()
export class PgSettlements extends Settlements {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  /** In one statement: each one costs more than the rows that it writes. */
  async settle(
    holder: string,
    settlements: readonly CallSettlement[],
  ): Promise<{ ended: ReadonlySet<string>; disposed: readonly DisposedContact[] }> {
    const rows = await this.unitOfWork.query<EndedRow | MovedRow>(
      `with ended as (
         update call c set state = 'ended', ended_at = s."endedAt",
           answered_at = coalesce(c.answered_at, s."answeredAt"), cause = s.cause, heard_ms = s."heardMs",
           keys = s.keys, spoken_text = s."spokenText", audio_hash = s."audioHash", outcome = s.outcome,
           evidence = s.evidence
         from jsonb_to_recordset($1::jsonb) as s("callId" text, "endedAt" timestamptz, "answeredAt" timestamptz,
           cause smallint, "heardMs" integer, keys text, "spokenText" text, "audioHash" text, outcome text,
           evidence text)
         where c.id = s."callId" and c.state <> 'ended' and c.holder = $2
         returning c.id),
       part as (
         select s.* from jsonb_to_recordset($3::jsonb) as s("callId" text, "contactId" bigint, outcome text,
           counts text, "dueAt" timestamptz, "waitReason" text, disposition text, reason text)
         join ended on ended.id = s."callId"),
       settled as (
         update attempt a set outcome = s.outcome, settled_at = now(), next_due_at = s."dueAt",
           ordinal = case when s.counts = 'attempt' then a.ordinal end
         from part s where a.call_id = s."callId" and a.contact_id = s."contactId"),
       moved as (
         update contact k set
           state = case when s.disposition is null then 'waiting' else 'done' end,
           due_at = coalesce(s."dueAt", k.due_at), wait_reason = coalesce(s."waitReason", 'done'),
           counted_attempts = k.counted_attempts + (s.counts = 'attempt')::int,
           technical_failures = k.technical_failures + (s.counts = 'technical')::int,
           disposition = s.disposition, disposition_reason = s.reason,
           disposed_at = case when s.disposition is not null then now() end
         from part s where k.id = s."contactId" and k.state = 'calling'
         returning k.id, k.batch_id, k.disposition, k.disposition_reason),
       ${LISTING_HAND_OFFS}
       select id as "callId", null as "contactId", null as "batchId", null as disposition, null as reason from ended
       union all
       select null, id, batch_id, disposition, disposition_reason from moved where disposition is not null`,
      [
        JSON.stringify(settlements.map(({ contacts: _contacts, ...call }) => call)),
        holder,
        JSON.stringify(settlements.flatMap(contactParts)),
      ],
    );
    return {
      ended: new Set(rows.flatMap((row) => (row.callId === null ? [] : [row.callId]))),
      disposed: rows.flatMap((row) => (row.callId === null ? [toDisposed(row)] : [])),
    };
  }

  async deadlines(batchIds: readonly string[]): Promise<ReadonlyMap<string, Date | null>> {
    const rows = await this.unitOfWork.query<{ id: string; deadline_at: Date | null }>(
      `select id, deadline_at from batch where id = any($1::uuid[])`,
      [[...new Set(batchIds)]],
    );
    return new Map(rows.map((row) => [row.id, row.deadline_at]));
  }

  async dispose(contacts: readonly Omit<DisposedContact, 'batchId'>[]): Promise<readonly DisposedContact[]> {
    if (contacts.length === 0) return [];
    return this.unitOfWork.query<DisposedContact>(
      `with moved as (
         update contact k set state = 'done', wait_reason = 'done', disposition = s.disposition,
           disposition_reason = s.reason, disposed_at = now()
         from jsonb_to_recordset($1::jsonb) as s("contactId" bigint, disposition text, reason text)
         where k.id = s."contactId" and k.state = 'waiting'
         returning k.id, k.batch_id, k.disposition, k.disposition_reason),
       ${LISTING_HAND_OFFS}
       select id as "contactId", batch_id as "batchId", disposition, disposition_reason as reason from moved`,
      [JSON.stringify(contacts)],
    );
  }

  async optOut(
    entries: readonly { readonly number: string; readonly kind: string; readonly callId: string }[],
  ): Promise<void> {
    await this.unitOfWork.query(
      `insert into do_not_call (id, number, kind, reason, source, created_by)
       select gen_random_uuid(), e.number, e.kind, 'key 9 on call ' || e."callId", 'key', 'system:ivr'
       from jsonb_to_recordset($1::jsonb) as e(number text, kind text, "callId" text)
       on conflict (number, coalesce(kind, '')) where removed_at is null do nothing`,
      [JSON.stringify(entries)],
    );
  }
}

/** Behind a common table expression `moved` of contacts. */
const LISTING_HAND_OFFS = `listed as (
         insert into hand_off (contact_id, batch_id, reason, handed_off_at)
         select id, batch_id, disposition_reason, now() from moved where disposition = 'handed-off')`;

interface EndedRow {
  readonly callId: string;
}

interface MovedRow extends DisposedContact {
  readonly callId: null;
}

function toDisposed({ contactId, batchId, disposition, reason }: MovedRow): DisposedContact {
  return { contactId, batchId, disposition, reason };
}

function contactParts(settlement: CallSettlement): readonly Record<string, unknown>[] {
  return settlement.contacts.map(({ contactId, outcome, counts, next }) => ({
    callId: settlement.callId,
    contactId,
    counts,
    outcome,
    ...(next.type === 'retry'
      ? { dueAt: next.dueAt, waitReason: next.reason }
      : { disposition: next.disposition, reason: next.reason }),
  }));
}
