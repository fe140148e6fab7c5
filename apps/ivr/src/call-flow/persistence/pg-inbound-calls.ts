import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import type { InboundCall } from '../inbound-calls/inbound-call';
import {
  type CallRating,
  type InboundCallFilter,
  InboundCalls,
  type InboundCallStory,
  type StoredRating,
  type UnseenEnd,
} from '../inbound-calls/inbound-calls.port';
import { INBOUND_CALL, SAVE_INBOUND_CALLS } from './inbound-call-columns';

@Injectable()
export class PgInboundCalls extends InboundCalls {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async save(calls: readonly InboundCall[]): Promise<void> {
    if (calls.length === 0) return;
    await this.unitOfWork.queryPrepared('save-inbound-calls', SAVE_INBOUND_CALLS, [JSON.stringify(calls)]);
  }

  find(callIds: readonly string[]): Promise<readonly InboundCall[]> {
    return this.unitOfWork.query<InboundCall>(
      `select ${INBOUND_CALL} from inbound_calls i where i.call_id = any($1::text[])`,
      [callIds],
    );
  }

  openOn(node: string): Promise<readonly InboundCall[]> {
    return this.unitOfWork.query<InboundCall>(
      `select ${INBOUND_CALL} from inbound_calls i where i.node = $1 and i.phase <> 'ended'`,
      [node],
    );
  }

  async endUnseen(ends: readonly UnseenEnd[]): Promise<void> {
    if (ends.length === 0) return;
    await this.unitOfWork.execute(
      `update inbound_calls i set phase = 'ended', ended_at = greatest(e."endedAt", i.started_at),
         end_reason = e.reason, flow_state = null, updated_at = now()
       from jsonb_to_recordset($1::jsonb) as e("callId" text, "endedAt" timestamptz, reason text)
       where i.call_id = e."callId" and i.phase <> 'ended'`,
      [JSON.stringify(ends)],
    );
  }

  async toldNotices(callIds: readonly string[]): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ id: string }>(
      `select id from call where id = any($1::text[]) and direction = 'in' and state <> 'ended'`,
      [callIds],
    );
    return rows.map(({ id }) => id);
  }

  async forgetNumber(callId: string): Promise<void> {
    await this.unitOfWork.execute(`update call set number = '' where id = $1 and number <> ''`, [callId]);
  }

  async rate({ callId, agent, queue, matter, rating, ratedAt }: CallRating): Promise<void> {
    await this.unitOfWork.execute(
      `insert into call_ratings (call_id, agent_id, queue, matter, csat, solved, nps, rated_at)
       values ($1, coalesce((select id::text from agents where sip_user = $2), $2), $3, $4, $5, $6, $7, $8)
       on conflict (call_id) do update set agent_id = excluded.agent_id, queue = excluded.queue,
         matter = excluded.matter, csat = excluded.csat, solved = excluded.solved, nps = excluded.nps,
         rated_at = excluded.rated_at`,
      [callId, agent, queue, matter, rating.csat, rating.solved, rating.nps, ratedAt],
    );
  }

  list(filter: InboundCallFilter): Promise<readonly (InboundCall & { readonly startedKey: string })[]> {
    return this.unitOfWork.query<InboundCall & { readonly startedKey: string }>(
      `select ${INBOUND_CALL},
         to_char(i.started_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "startedKey"
       from inbound_calls i
       where ($1::timestamptz is null or i.started_at >= $1) and ($2::timestamptz is null or i.started_at < $2)
         and ($3::text is null or i.from_number = $3) and ($4::text is null or i.account_no = $4)
         and ($5::text is null or i.value_tier = $5) and ($6::text is null or i.phase = $6)
         and ($7::timestamptz is null or (i.started_at, i.call_id) < ($7, $8::text))
       order by i.started_at desc, i.call_id desc limit $9`,
      [
        filter.since,
        filter.until,
        filter.phone,
        filter.accountNo,
        filter.valueTier,
        filter.phase,
        filter.after?.startedAt,
        filter.after?.callId,
        filter.limit + 1,
      ],
    );
  }

  async story(callId: string): Promise<InboundCallStory | undefined> {
    const [row] = await this.unitOfWork.query<
      Omit<InboundCallStory, 'rating'> & {
        readonly rating: (Omit<StoredRating, 'ratedAt'> & { ratedAt: string }) | null;
      }
    >(
      `select ${INBOUND_CALL}, v.name as flow, v.number as "flowVersion",
         case when r.call_id is not null then jsonb_build_object('agentId', r.agent_id, 'csat', r.csat,
           'solved', r.solved, 'nps', r.nps, 'matter', r.matter, 'ratedAt', r.rated_at) end as rating
       from inbound_calls i
       left join flow_versions v on v.id = i.flow_version_id
       left join call_ratings r on r.call_id = i.call_id
       where i.call_id = $1`,
      [callId],
    );
    if (!row) return undefined;
    return { ...row, rating: row.rating && { ...row.rating, ratedAt: new Date(row.rating.ratedAt) } };
  }
}
