import { Injectable } from '@nestjs/common';
import {
  beginStay,
  type ListFlag,
  type QueueCall,
  type QueueCallEvent,
  queuePriority,
  QUEUE_PRIORITY,
  stayOf,
  tellStay,
  type ValueTier,
} from '@switchyard/domain';
import { ADVISORY_CLASS, UnitOfWork } from '@switchyard/platform';
import { type StayFilter, type StayKey, type StayRow, Stays } from '../queue-calls/stays.port';

type KnownStay = QueueCall & { readonly id: string };

interface Caller {
  readonly valueTier: ValueTier | null;
  readonly listFlag: ListFlag | null;
  readonly language: string | null;
}

const KNOWN = `q.id::text, q.entered_at as "enteredAt", q.entered_estimated as "enteredEstimated", q.connected_at as "connectedAt",
  q.left_at as "leftAt", q.outcome, (select sip_user from agents where id = q.agent_id) as "sipUser",
  q.ring_seconds as "ringSeconds", q.talk_seconds as "talkSeconds", q.hold_seconds as "holdSeconds",
  q.taken_over as "takenOver", q.transferred, q.transferred_to as "transferredTo"`;

@Injectable()
export class PgStays extends Stays {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  tell(key: StayKey, event: QueueCallEvent): Promise<boolean> {
    return this.unitOfWork.inTransaction(async () => {
      await this.unitOfWork.query(`select pg_advisory_xact_lock($1, hashtext($2))`, [
        ADVISORY_CLASS,
        key.callId,
      ]);
      const stays = await this.known(key);
      const stay = stayOf(stays, event);
      if (stay) return this.change(stay, tellStay(stay, event));
      const begun = beginStay(event);
      if (begun) await this.begin(key, begun);
      return begun !== undefined;
    });
  }

  async noteWithAgent(callId: string): Promise<void> {
    await this.unitOfWork.query(
      `update inbound_calls set phase = 'agent', updated_at = now() where call_id = $1 and phase = 'queue'`,
      [callId],
    );
  }

  async noteMissedRing({ callId, queue }: StayKey): Promise<void> {
    await this.unitOfWork.query(
      `update queue_calls set missed_rings = missed_rings + 1, updated_at = now()
       where id = (select id from queue_calls where call_id = $1 and queue = $2 order by entered_at desc limit 1)`,
      [callId, queue],
    );
  }

  endLost(node: string, alive: readonly string[], before: Date, now: Date): Promise<number> {
    return this.unitOfWork.execute(
      `update queue_calls set left_at = $4, updated_at = $4
       where node = $1 and left_at is null and not call_id = any ($2::text[])
         and coalesce(connected_at, entered_at) < $3`,
      [node, alive, before, now],
    );
  }

  list(filter: StayFilter): Promise<readonly (StayRow & { enteredKey: string })[]> {
    return this.unitOfWork.query<StayRow & { enteredKey: string }>(
      `select id::text, call_id as "callId", queue, priority, value_tier as "valueTier", list_flag as "listFlag",
         entered_at as "enteredAt", connected_at as "connectedAt", left_at as "leftAt", outcome, agent_id as "agentId",
         ring_seconds as "ringSeconds", talk_seconds as "talkSeconds", hold_seconds as "holdSeconds",
         after_call_seconds as "afterCallSeconds", taken_over as "takenOver", transferred, transferred_to as "transferredTo",
         to_char(entered_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "enteredKey"
       from queue_calls
       where ($1::text is null or call_id = $1) and ($2::text is null or queue = $2)
         and ($3::text is null or outcome = $3) and ($4::uuid is null or agent_id = $4)
         and ($5::timestamptz is null or entered_at >= $5) and ($6::timestamptz is null or entered_at < $6)
         and ($7::timestamptz is null or (entered_at, id) < ($7, $8::bigint))
       order by entered_at desc, id desc limit $9`,
      [
        filter.callId,
        filter.queue,
        filter.outcome,
        filter.agentId,
        filter.from,
        filter.to,
        filter.before?.enteredAt,
        filter.before?.id,
        filter.limit + 1,
      ],
    );
  }

  private known({ callId, queue }: StayKey): Promise<KnownStay[]> {
    return this.unitOfWork.query<KnownStay>(
      `select ${KNOWN} from queue_calls q where q.call_id = $1 and q.queue = $2`,
      [callId, queue],
    );
  }

  private async change(before: KnownStay, after: QueueCall): Promise<boolean> {
    if (JSON.stringify({ ...before, ...after }) === JSON.stringify(before)) return false;
    await this.unitOfWork.query(
      `update queue_calls q set entered_at = $2, entered_estimated = $3, connected_at = $4, left_at = $5, outcome = $6,
         agent_id = (select id from agents where sip_user = $7), ring_seconds = $8, talk_seconds = $9,
         hold_seconds = $10, transferred = $11, transferred_to = $12, updated_at = now(),
         value_tier = coalesce(q.value_tier, c.value_tier), list_flag = coalesce(q.list_flag, c.list_flag),
         language = coalesce(q.language, c.language)
       from (values (1)) as one(row)
       left join inbound_calls c on c.call_id = (select call_id from queue_calls where id = $1)
       where q.id = $1`,
      [before.id, ...columnsOf(after)],
    );
    return true;
  }

  private async begin({ callId, node, queue }: StayKey, stay: QueueCall): Promise<void> {
    const caller = await this.callerOf(callId);
    const { valueTier, listFlag, language } = caller;
    const priority =
      valueTier === null || listFlag === null
        ? QUEUE_PRIORITY.ordinary
        : queuePriority({ valueTier, listFlag });
    await this.unitOfWork.query(
      `insert into queue_calls (call_id, node, queue, value_tier, list_flag, language, priority, entered_at, entered_estimated,
         connected_at, left_at, outcome, agent_id, ring_seconds, talk_seconds, hold_seconds, transferred, transferred_to,
         taken_over)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, (select id from agents where sip_user = $13),
         $14, $15, $16, $17, $18, $19)
       on conflict (call_id, entered_at) do nothing`,
      [callId, node, queue, valueTier, listFlag, language, priority, ...columnsOf(stay), stay.takenOver],
    );
  }

  private async callerOf(callId: string): Promise<Caller> {
    const [caller] = await this.unitOfWork.query<Caller>(
      `select value_tier as "valueTier", list_flag as "listFlag", language from inbound_calls where call_id = $1`,
      [callId],
    );
    return caller ?? { valueTier: null, listFlag: null, language: null };
  }
}

function columnsOf(stay: QueueCall): unknown[] {
  return [
    stay.enteredAt,
    stay.enteredEstimated,
    stay.connectedAt,
    stay.leftAt,
    stay.outcome,
    stay.sipUser,
    stay.ringSeconds,
    stay.talkSeconds,
    stay.holdSeconds,
    stay.transferred,
    stay.transferredTo,
  ];
}
