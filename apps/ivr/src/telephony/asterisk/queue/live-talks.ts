import type { ManagerPacket } from 'asterisk-manager';
import type { AgentsCall } from '../../queue-node.port';
import { sipUserOf } from './names';
import { text } from './packet';

/** A talk that goes on, as a channel list shows it; its queue is a variable of the caller's channel. */
export type LiveTalk = Omit<AgentsCall, 'queue'>;

/** Pairs callers (their contexts begin with agent-queue) with the agents in the same bridge. */
export function readLiveTalks(channels: readonly ManagerPacket[]): readonly LiveTalk[] {
  const callers = new Map<string, string>();
  for (const channel of channels) {
    const bridge = text(channel, 'bridgeid');
    if (bridge !== '' && text(channel, 'context').startsWith('agent-queue')) {
      callers.set(bridge, text(channel, 'uniqueid'));
    }
  }
  return channels.flatMap((channel) => {
    const sipUser = sipUserOf(text(channel, 'channel'));
    const callId = callers.get(text(channel, 'bridgeid'));
    if (sipUser === undefined || callId === undefined) return [];
    return [{ callId, sipUser, agentCallId: text(channel, 'uniqueid') }];
  });
}
