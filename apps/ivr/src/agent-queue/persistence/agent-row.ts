import type { AfterCall, AgentState, AgentStateName } from '@switchyard/domain';
import type { Agent, Skill } from '../agents/agent';

/** An agent, its skills and where it is, as one row. */
export const AGENT_SELECT = `select a.id, a.work_no as "workNo", a.name, a.account_name as "accountName", a.sip_user as "sipUser",
    a.active, a.version,
    coalesce((select jsonb_agg(jsonb_build_object('queue', s.queue, 'penalty', s.penalty) order by s.queue)
              from agent_skills s where s.agent_id = a.id), '[]') as skills,
    p.state, p.since, p.reason, p.call_id as "callId", p.queue, p.missed_rings as "missedRings",
    p.next_kind as "nextKind", p.next_reason as "nextReason", p.node, p.phone_node is not null as "phoneRegistered",
    p.signed_in_at as "signedInAt", p.relief_agent_id as "reliefAgentId", p.relief_not_needed as "reliefNotNeeded",
    p.relief_reason as "reliefReason", p.relief_named_by as "reliefNamedBy", p.relief_named_at as "reliefNamedAt",
    coalesce((select r.state <> 'signed-out' from agent_presence r where r.agent_id = p.relief_agent_id), false)
      as "reliefSignedIn"
  from agents a join agent_presence p on p.agent_id = a.id`;

export interface AgentRow {
  readonly id: string;
  readonly workNo: string;
  readonly name: string;
  readonly accountName: string;
  readonly sipUser: string;
  readonly active: boolean;
  readonly version: number;
  readonly skills: readonly Skill[];
  readonly state: AgentStateName;
  readonly since: Date;
  readonly reason: string | null;
  readonly callId: string | null;
  readonly queue: string | null;
  readonly missedRings: number;
  readonly nextKind: AfterCall['kind'] | null;
  readonly nextReason: string | null;
  readonly node: string | null;
  readonly phoneRegistered: boolean;
  readonly signedInAt: Date | null;
  readonly reliefAgentId: string | null;
  readonly reliefNotNeeded: boolean;
  readonly reliefReason: string | null;
  readonly reliefNamedBy: string | null;
  readonly reliefNamedAt: Date | null;
  readonly reliefSignedIn: boolean;
}

export function toAgent(row: AgentRow): Agent {
  const { id, workNo, name, accountName, sipUser, active, version, skills } = row;
  return {
    id,
    workNo,
    name,
    accountName,
    sipUser,
    active,
    version,
    skills,
    presence: {
      state: toState(row),
      node: row.node,
      phoneRegistered: row.phoneRegistered,
      signedInAt: row.signedInAt,
      relief:
        row.reliefNamedBy !== null && row.reliefNamedAt !== null
          ? {
              agentId: row.reliefAgentId,
              reason: row.reliefReason,
              namedBy: row.reliefNamedBy,
              namedAt: row.reliefNamedAt,
            }
          : null,
      reliefSignedIn: row.reliefSignedIn,
    },
  };
}

function toState(row: AgentRow): AgentState {
  const { state, since, reason, callId, queue, missedRings, nextKind, nextReason } = row;
  return {
    name: state,
    since: since.getTime(),
    missedRings,
    ...(reason !== null && { reason }),
    ...(callId !== null && { callId }),
    ...(queue !== null && { queue }),
    ...(nextKind !== null && nextReason !== null && { next: { kind: nextKind, reason: nextReason } }),
  };
}
