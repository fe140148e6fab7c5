import type { ManagerPacket } from 'asterisk-manager';
import type { AgentsCall } from '../../queue-node.port';
import { ManagerActionFailed } from '../manager/manager-link';
import { readConsulting, readLiveTalks } from './live-talks';
import { text } from './packet';
import type { QueueManager } from './queue-orders';

export interface FoundTalk {
  readonly call: AgentsCall;
  /** The agent talks with another at the moment, and the caller waits for it. */
  readonly consulting: boolean;
}

/** Who talks with whom, asked of a PBX that went on while nobody listened. */
export async function findTalks(link: QueueManager): Promise<readonly FoundTalk[]> {
  const channels = await link.list({ action: 'CoreShowChannels' }, 'CoreShowChannelsComplete');
  const found: FoundTalk[] = [];
  const add = async (talk: Omit<AgentsCall, 'queue'>, consulting: boolean): Promise<void> => {
    const queue = await variableOf(link, talk.callId, 'QUEUE_NAME');
    if (queue !== undefined) found.push({ call: { ...talk, queue }, consulting });
  };
  const talks = readLiveTalks(channels);
  for (const talk of talks) await add(talk, false);
  for (const { sipUser, agentCallId } of readConsulting(channels, talks)) {
    const callId = await variableOf(link, agentCallId, 'CONSULT_CALLER');
    if (callId !== undefined && isThere(channels, callId)) await add({ callId, sipUser, agentCallId }, true);
  }
  return found;
}

const isThere = (channels: readonly ManagerPacket[], uniqueid: string): boolean =>
  channels.some((channel) => text(channel, 'uniqueid') === uniqueid);

async function variableOf(
  link: QueueManager,
  channel: string,
  variable: string,
): Promise<string | undefined> {
  try {
    return text(await link.ask({ action: 'Getvar', channel, variable }), 'value') || undefined;
  } catch (error) {
    // The call has ended since it was listed.
    if (error instanceof ManagerActionFailed && error.answered) return undefined;
    throw error;
  }
}
