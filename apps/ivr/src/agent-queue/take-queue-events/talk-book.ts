import type { AgentsCall, QueueEvent } from '../../telephony/queue-node.port';

/** Who talks with whom at one PBX node, also while another process is responsible for it. */
export class TalkBook {
  private talks = new Map<string, AgentsCall>();

  note(event: QueueEvent): void {
    switch (event.type) {
      case 'snapshot':
        this.talks = new Map(event.talks.map((talk) => [talk.sipUser, talk]));
        return;
      case 'agent-connected':
      case 'transfer-answered': {
        const { callId, queue, sipUser, agentCallId } = event;
        this.talks.set(sipUser, { callId, queue, sipUser, agentCallId });
        return;
      }
      case 'agent-completed':
      case 'transfer-completed':
        if (this.talks.get(event.sipUser)?.callId === event.callId) this.talks.delete(event.sipUser);
        return;
      default:
        return;
    }
  }

  all(): readonly AgentsCall[] {
    return [...this.talks.values()];
  }
}
