import type { AgentPresenceView, AgentView, ReliefView } from '@switchyard/contracts';
import { type AgentPolicy, afterCallWorkEnds } from '@switchyard/domain';
import type { Agent, Presence, ReliefNaming } from './agent';

export function toAgentView(agent: Agent, policy: AgentPolicy): AgentView {
  const { id, workNo, name, accountName, sipUser, active, version } = agent;
  return {
    id,
    workNo,
    name,
    accountName,
    sipUser,
    active,
    version,
    skills: agent.skills.map(({ queue, penalty }) => ({ queue, penalty })),
    presence: toPresenceView(agent.presence, policy),
  };
}

function toPresenceView(presence: Presence, policy: AgentPolicy): AgentPresenceView {
  const { state, relief } = presence;
  const ends = afterCallWorkEnds(state, policy);
  return {
    state: state.name,
    since: new Date(state.since).toISOString(),
    reason: state.reason,
    callId: state.callId,
    queue: state.queue,
    next: state.next && (state.next.kind === 'away' ? `away:${state.next.reason}` : 'sign-out'),
    afterCallWorkEndsAt: ends === undefined ? undefined : new Date(ends).toISOString(),
    phoneRegistered: presence.phoneRegistered,
    signedInAt: presence.signedInAt?.toISOString(),
    relief: relief ? toReliefView(relief, presence.reliefSignedIn) : undefined,
  };
}

function toReliefView(relief: ReliefNaming, signedIn: boolean): ReliefView {
  return {
    agentId: relief.agentId ?? undefined,
    notNeeded: relief.agentId === null,
    reason: relief.reason ?? undefined,
    signedIn,
    namedBy: relief.namedBy,
    namedAt: relief.namedAt.toISOString(),
  };
}
