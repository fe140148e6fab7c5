import type { ManagerPacket } from 'asterisk-manager';
import type { AgentsCall } from '../../queue-node.port';
import { sipUserOf } from './names';
import { text } from './packet';
import { CONSULT_CONTEXT } from './transfer-target';

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

/** Agents' legs that consult, of which none is among `talks`; whom for, a variable of the leg tells. */
export function readConsulting(
  channels: readonly ManagerPacket[],
  talks: readonly LiveTalk[],
): readonly Omit<LiveTalk, 'callId'>[] {
  return channels.flatMap((channel) => {
    const sipUser = sipUserOf(text(channel, 'channel'));
    const agentCallId = text(channel, 'uniqueid');
    const consults = text(channel, 'context') === CONSULT_CONTEXT && text(channel, 'application') === 'Dial';
    const talksWithCaller = talks.some((talk) => talk.agentCallId === agentCallId);
    return sipUser === undefined || !consults || talksWithCaller ? [] : [{ sipUser, agentCallId }];
  });
}
