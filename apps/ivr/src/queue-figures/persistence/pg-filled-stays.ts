import { Injectable } from '@nestjs/common';
import { type LoggedStay, QUEUE_NAMES, QUEUE_PRIORITY } from '@switchyard/domain';
import { ADVISORY_CLASS, UnitOfWork } from '@switchyard/platform';
import { FilledStays, type QueueLogMark } from '../fill-from-queue-log/filled-stays.port';

/** Seconds by which the log's time and the live event's time of one entry may differ; nobody enters twice within them. */
const SAME_ENTRY = 5;

@Injectable()
export class PgFilledStays extends FilledStays {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  alone(work: () => Promise<void>): Promise<boolean> {
    return this.unitOfWork.inTransaction(async () => {
      const [row] = await this.unitOfWork.query<{ mine: boolean }>(
        `select pg_try_advisory_xact_lock($1, hashtext('queue-log')) as mine`,
        [ADVISORY_CLASS],
      );
      if (row?.mine !== true) return false;
      await work();
      return true;
    });
  }

  async mark(): Promise<QueueLogMark> {
    const [row] = await this.unitOfWork.query<{ settledUntil: Date; lastId: string }>(
      'select settled_until as "settledUntil", last_id as "lastId" from queue_log_mark',
    );
    if (!row) throw new Error('queue_log_mark is empty: the migration makes its row');
    return { settledUntil: row.settledUntil, lastId: Number(row.lastId) };
  }

  async setMark({ settledUntil, lastId }: QueueLogMark): Promise<void> {
    await this.unitOfWork.query('update queue_log_mark set settled_until = $1, last_id = $2', [
      settledUntil,
      lastId,
    ]);
  }

  async fill(stays: readonly LoggedStay[]): Promise<number> {
    const known = stays.filter(({ queue }) => (QUEUE_NAMES as readonly string[]).includes(queue));
    if (known.length === 0) return 0;
    const [row] = await this.unitOfWork.query<{ filled: number }>(FILL, [
      JSON.stringify(known.map(toColumns)),
      SAME_ENTRY,
    ]);
    return row?.filled ?? 0;
  }
}

function toColumns(stay: LoggedStay) {
  const instant = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
  return {
    ...stay,
    enteredAt: instant(stay.enteredAt),
    connectedAt: instant(stay.connectedAt),
    leftAt: instant(stay.leftAt),
  };
}

// As queuePriority of the domain; unknown where nothing is known of the caller (§17).
const PRIORITY = `case when i.list_flag = 'black' then ${QUEUE_PRIORITY.last}
  when i.list_flag = 'red' or i.value_tier = 'high' then ${QUEUE_PRIORITY.first}
  when i.list_flag is not null and i.value_tier is not null then ${QUEUE_PRIORITY.ordinary} end`;

// What of a talk was on hold the log does not tell: hold_seconds stays unknown, and talk_seconds has it in it.
// A stay that was ended unseen (its outcome or its talk is not known) gets its end from the log; one whose beginning was
// not seen is known by its end, and gets its beginning.
const FILL = `
  with logged as (
    select l.*, a.id as agent_id
    from jsonb_to_recordset($1::jsonb) as l(node text, "callId" text, queue text, "enteredAt" timestamptz, "connectedAt" timestamptz,
      "leftAt" timestamptz, outcome text, "sipUser" text, "ringSeconds" float8, "talkSeconds" float8, transferred boolean,
      "missedRings" int)
    left join agents a on a.sip_user = l."sipUser"
  ), matched as (
    select distinct on (l."callId", l.queue, l."enteredAt") q.id as queue_call_id, l.*
    from logged l left join queue_calls q on q.call_id = l."callId" and q.queue = l.queue and not q.taken_over
      and (abs(extract(epoch from q.entered_at - l."enteredAt")) <= $2
        or q.entered_estimated and abs(extract(epoch from q.left_at - l."leftAt")) <= $2)
    order by l."callId", l.queue, l."enteredAt", abs(extract(epoch from q.entered_at - l."enteredAt"))
  ), completed as (
    update queue_calls q set
      entered_at = case when q.entered_estimated then m."enteredAt" else q.entered_at end, entered_estimated = false,
      connected_at = coalesce(q.connected_at, m."connectedAt"), left_at = m."leftAt",
      outcome = coalesce(q.outcome, m.outcome), agent_id = coalesce(q.agent_id, m.agent_id),
      ring_seconds = coalesce(q.ring_seconds, m."ringSeconds"), talk_seconds = coalesce(q.talk_seconds, m."talkSeconds"),
      transferred = q.transferred or m.transferred, missed_rings = greatest(q.missed_rings, m."missedRings"),
      source = 'queue-log', updated_at = now()
    from matched m where q.id = m.queue_call_id and (q.left_at is null or q.outcome is null or q.entered_estimated
      or (q.outcome = 'answered' and q.talk_seconds is null and m."talkSeconds" is not null))
    returning q.id
  ), added as (
    insert into queue_calls (call_id, node, queue, priority, value_tier, list_flag, language, entered_at, connected_at,
      left_at, outcome, agent_id, ring_seconds, talk_seconds, transferred, missed_rings, source)
    select m."callId", m.node, m.queue, ${PRIORITY}, i.value_tier, i.list_flag, i.language, m."enteredAt", m."connectedAt",
      m."leftAt", m.outcome, m.agent_id, m."ringSeconds", m."talkSeconds", m.transferred, m."missedRings", 'queue-log'
    from matched m left join inbound_calls i on i.call_id = m."callId"
    where m.queue_call_id is null
    on conflict do nothing
    returning id
  )
  select (select count(*) from completed)::int + (select count(*) from added)::int as filled`;
