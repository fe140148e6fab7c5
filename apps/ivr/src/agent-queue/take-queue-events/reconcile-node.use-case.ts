import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '@switchyard/platform';
import type { PhoneState, QueueEvent, QueueSnapshot } from '../../telephony/queue-node.port';
import type { Agent } from '../agents/agent';
import { Agents } from '../agents/agents.port';
import { Desks } from '../presence/desks';
import { Presences } from '../presence/presences.port';
import { Stays } from '../queue-calls/stays.port';

/** Milliseconds that a stay may be younger than a snapshot which does not know it. */
const SNAPSHOT_AGE = 5_000;

type Snapshot = Extract<QueueEvent, { type: 'snapshot' }>;

/**
 * After time away from a PBX: what is in hand here and not there has ended unseen, and what is in hand there has begun
 * unseen. An agent whose call is over does its after-call work from now on; a stay that is over is ended, with its end
 * unknown until the PBX's own log tells it.
 */
@Injectable()
export class ReconcileNode {
  constructor(
    private readonly agents: Agents,
    private readonly desks: Desks,
    private readonly presences: Presences,
    private readonly stays: Stays,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the transaction of the event. */
  async execute(node: string, { queues, talks, at }: Snapshot): Promise<void> {
    const phones = phonesOf(queues);
    await this.endWhatIsOver(node, phones, talks, at);
    for (const { sipUser, callId, queue } of talks) {
      const event = { kind: 'connected' as const, callId, queue };
      await this.desks.handle({ sipUser, node, event, at, cause: 'reconciled' });
      await this.stays.noteWithAgent(callId);
    }
    await this.presences.notePhones(
      node,
      [...phones].filter(([, phone]) => phone !== 'unreachable').map(([sipUser]) => sipUser),
      [...phones.keys()],
    );
    await this.endLostStays(node, queues, talks, at);
  }

  private async endWhatIsOver(
    node: string,
    phones: ReadonlyMap<string, PhoneState>,
    talks: Snapshot['talks'],
    at: number,
  ): Promise<void> {
    for (const agent of await this.agents.everyActive()) {
      const { callId } = agent.presence.state;
      if (agent.presence.node !== node || callId === undefined) continue;
      if (talks.some((talk) => talk.sipUser === agent.sipUser && talk.callId === callId)) continue;
      await this.endCall(node, agent, callId, phones.get(agent.sipUser) === 'ringing', at);
    }
  }

  private async endCall(
    node: string,
    agent: Agent,
    callId: string,
    rings: boolean,
    at: number,
  ): Promise<void> {
    const told = { sipUser: agent.sipUser, node, at, cause: 'reconciled' };
    switch (agent.presence.state.name) {
      case 'talking':
        return this.desks.handle({ ...told, event: { kind: 'completed', callId } });
      case 'ringing':
        return rings
          ? undefined
          : this.desks.handle({ ...told, event: { kind: 'ring-ended', callId, missed: false } });
      case 'signed-out':
      case 'ready':
      case 'after-call-work':
      case 'away':
        return;
    }
  }

  private async endLostStays(
    node: string,
    queues: readonly QueueSnapshot[],
    talks: Snapshot['talks'],
    at: number,
  ): Promise<void> {
    const alive = [
      ...queues.flatMap(({ waiting }) => waiting.map(({ callId }) => callId)),
      ...talks.map(({ callId }) => callId),
    ];
    const now = this.clock.now();
    await this.stays.endLost(node, alive, new Date(Math.min(at, now.getTime()) - SNAPSHOT_AGE), now);
  }
}

/** A member of several queues has one phone. */
function phonesOf(queues: readonly QueueSnapshot[]): ReadonlyMap<string, PhoneState> {
  return new Map(
    queues.flatMap(({ members }) => members.map(({ sipUser, phone }) => [sipUser, phone] as const)),
  );
}
