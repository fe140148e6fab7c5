import { Injectable } from '@nestjs/common';
import type { AgentState } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import type { ReliefNaming } from '../agents/agent';
import { Presences, type SpanFilter, type StateChange, type StateSpan } from '../presence/presences.port';

@Injectable()
export class PgPresences extends Presences {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async write(change: StateChange): Promise<void> {
    await this.writeState(change);
    if (isSameSpan(change)) return;
    await this.writeSpan(change);
    if (change.before.name === 'after-call-work') await this.writeAfterCallWork(change);
  }

  async nameRelief(
    agentId: string,
    { agentId: reliefId, reason, namedBy, namedAt }: ReliefNaming,
  ): Promise<void> {
    await this.unitOfWork.query(
      `update agent_presence set relief_agent_id = $2, relief_not_needed = $3, relief_reason = $4,
         relief_named_by = $5, relief_named_at = $6, version = version + 1
       where agent_id = $1`,
      [agentId, reliefId, reliefId === null, reason, namedBy, namedAt],
    );
  }

  notePhone(node: string, sipUser: string, registered: boolean): Promise<void> {
    return this.notePhones(node, registered ? [sipUser] : [], [sipUser]);
  }

  async notePhones(node: string, registered: readonly string[], known: readonly string[]): Promise<void> {
    await this.unitOfWork.query(
      `update agent_presence p set phone_node = case when a.sip_user = any ($2::text[]) then $1 end
       from agents a where a.id = p.agent_id and a.sip_user = any ($3::text[])
         and (a.sip_user = any ($2::text[]) or p.phone_node = $1)`,
      [node, registered, known],
    );
  }

  spans({ agentId, from, to, limit, before }: SpanFilter): Promise<readonly StateSpan[]> {
    return this.unitOfWork.query<StateSpan>(
      `select id::text, state, reason, call_id as "callId", queue, from_at as "from", until_at as "until", cause,
         changed_by as "changedBy"
       from agent_states
       where agent_id = $1 and ($2::timestamptz is null or coalesce(until_at, 'infinity') > $2)
         and ($3::timestamptz is null or from_at < $3) and ($4::bigint is null or id < $4)
       order by id desc limit $5`,
      [agentId, from, to, before, limit + 1],
    );
  }

  private async writeState({ agentId, before, after, node }: StateChange): Promise<void> {
    const signsIn = before.name === 'signed-out' && after.name === 'away';
    const signsOut = after.name === 'signed-out';
    await this.unitOfWork.query(
      `update agent_presence set state = $2, since = $3, reason = $4, call_id = $5, queue = $6, missed_rings = $7,
         next_kind = $8, next_reason = $9, node = $10, version = version + 1,
         signed_in_at = case when $11 then $3 when $12 then null else signed_in_at end,
         relief_agent_id = case when $11 or $12 then null else relief_agent_id end,
         relief_not_needed = case when $11 or $12 then false else relief_not_needed end,
         relief_reason = case when $11 or $12 then null else relief_reason end,
         relief_named_by = case when $11 or $12 then null else relief_named_by end,
         relief_named_at = case when $11 or $12 then null else relief_named_at end
       where agent_id = $1`,
      [
        agentId,
        after.name,
        new Date(after.since),
        after.reason,
        after.callId,
        after.queue,
        after.missedRings,
        after.next?.kind,
        after.next?.reason,
        node,
        signsIn,
        signsOut,
      ],
    );
  }

  private async writeSpan({ agentId, after, cause, changedBy }: StateChange): Promise<void> {
    const from = new Date(after.since);
    await this.unitOfWork.query(
      'update agent_states set until_at = greatest($2, from_at) where agent_id = $1 and until_at is null',
      [agentId, from],
    );
    await this.unitOfWork.query(
      `insert into agent_states (agent_id, state, reason, call_id, queue, from_at, cause, changed_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [agentId, after.name, after.reason, after.callId, after.queue, from, cause, changedBy],
    );
  }

  /** After-call work belongs to the last talk of this call with this agent. */
  private async writeAfterCallWork({ agentId, before, after }: StateChange): Promise<void> {
    await this.unitOfWork.query(
      `update queue_calls set after_call_seconds = $3, updated_at = now()
       where id = (select id from queue_calls where call_id = $1 and agent_id = $2 order by entered_at desc limit 1)`,
      [before.callId, agentId, Math.max(0, after.since - before.since) / 1000],
    );
  }
}

/** A change of plans for after the call is no other state. */
function isSameSpan({ before, after }: StateChange): boolean {
  const same = (key: keyof AgentState): boolean => before[key] === after[key];
  return same('name') && same('since') && same('reason') && same('callId');
}
