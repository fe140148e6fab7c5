import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@switchyard/platform';
import { CallTraces } from '../hold-cases/held-cases.port';

/** Seconds after a call's end within which the PBX may still write about it. */
const WRITING = 10;

/** Our own rows, and those of schema `pbx` where a PBX writes them. */
@Injectable()
export class PgCallTraces extends CallTraces {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async forget(callId: string): Promise<void> {
    await this.unitOfWork.execute(
      `update inbound_calls set anonymous = true, from_number = null, account_no = null, identified_by = null,
         value_tier = null, list_flag = null, important = null
       where call_id = $1 and not (anonymous and from_number is null and account_no is null)`,
      [callId],
    );
    await this.unitOfWork.execute(`update call set number = '' where id = $1 and number <> ''`, [callId]);
    if (await this.pbxWrites()) await this.unitOfWork.query('select pbx.forget_caller($1)', [callId]);
  }

  async toForget(limit: number): Promise<readonly string[]> {
    const rows = await this.unitOfWork.query<{ callId: string }>(TO_FORGET, [limit, WRITING]);
    return rows.map(({ callId }) => callId);
  }

  async isOver(callId: string): Promise<boolean> {
    const rows = await this.unitOfWork.query(
      `select 1 from inbound_calls
       where call_id = $1 and (phase <> 'ended' or ended_at > now() - make_interval(secs => $2))`,
      [callId, WRITING],
    );
    return rows.length === 0;
  }

  async remaining(callId: string): Promise<readonly string[]> {
    const ours = await this.unitOfWork.query<{ place: string }>(OURS, [callId]);
    const theirs = (await this.pbxWrites())
      ? await this.unitOfWork.query<{ place: string }>(THEIRS, [callId])
      : [];
    return [...ours, ...theirs].map(({ place }) => place);
  }

  async unlink(callId: string): Promise<void> {
    await this.unitOfWork.execute(UNLINK, [callId]);
  }

  private async pbxWrites(): Promise<boolean> {
    const [row] = await this.unitOfWork.query<{ writes: boolean }>(
      `select to_regclass('pbx.cdr') is not null as writes`,
    );
    return row?.writes ?? false;
  }
}

/** A call that was parted from everything else has another id. */
const TO_FORGET = `
  select call_id as "callId" from inbound_calls i
  where anonymous and phase = 'ended' and call_id not like 'anonymous:%'
    and ended_at <= now() - make_interval(secs => $2)
    and not exists (select from held_cases h where h.call_id = i.call_id and h.anonymous and h.released_at is null)
  order by ended_at limit $1`;

/** To the hour: figures by hour and day stay right. */
const UNLINK = `
  update inbound_calls set call_id = 'anonymous:' || gen_random_uuid(), flow_state = null,
    started_at = date_trunc('hour', started_at), ended_at = date_trunc('hour', ended_at), updated_at = date_trunc('hour', now()),
    asked = (select coalesce(jsonb_agg(matter || jsonb_build_object('at', date_trunc('hour', (matter->>'at')::timestamptz))), '[]')
             from jsonb_array_elements(asked) as matter)
  where call_id = $1 and anonymous`;

const OURS = `
  select 'inbound_calls' as place from inbound_calls
    where call_id = $1 and (from_number is not null or account_no is not null)
  union all select 'call' from call where id = $1 and number <> ''`;

const THEIRS = `
  select 'pbx.cdr' as place where exists (
    select from pbx.cdr where uniqueid = $1 and (coalesce(src, '') <> '' or coalesce(clid, '') ~ '[0-9]'))
  union all select 'pbx.cel' where exists (
    select from pbx.cel where uniqueid = $1
      and (coalesce(cid_num, '') <> '' or coalesce(cid_ani, '') <> '' or coalesce(cid_name, '') <> ''))
  union all select 'pbx.queue_log' where exists (
    select from pbx.queue_log where callid = $1 and event = 'ENTERQUEUE' and coalesce(data2, '') <> '')`;
