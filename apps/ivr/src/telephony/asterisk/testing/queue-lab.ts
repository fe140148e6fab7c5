import { randomUUID } from 'node:crypto';
import { labNumber, type AgentManner, type AgentPhone, type Lab } from '@switchyard/testing';
import type { AgentPlan, QueueHarness } from '../../queue-node.contract';
import type { QueueEvent } from '../../queue-node.port';
import { AriHttp } from '../ari/ari-http';
import { accept } from '../ari/ari-reply';
import { createAsteriskNode } from '../create-asterisk-node';
import { keptLog } from './kept-log';
import { waitUntil } from './wait-until';

export const SECRET = 'abcdefgh12345678';

export interface CallerOrder {
  readonly queue: string;
  readonly priority?: number;
  readonly maxWaitSeconds?: number;
  readonly pressesOne?: boolean;
  /** Further channel variables. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** The queues of a lab with everything that they told, agents' phones, and callers: subscribers whom the PBX called. */
export function openQueueLab(lab: Lab) {
  const log = keptLog();
  const { node: name, ari, ami } = lab;
  const node = createAsteriskNode({ name, ari: { ...ari, url: ari.url.replace(/\/ari$/, '') }, ami, log });
  const http = new AriHttp({ ...ari, url: ari.url.replace(/\/ari$/, '') }, 5_000, 4);
  const events: QueueEvent[] = [];
  const phones = new Map<string, AgentPhone>();
  let serial = 0;
  node.queues.onQueueEvent((event) => events.push(event));

  const phone = async (manner: AgentManner): Promise<AgentPhone> => {
    const plugged = await lab.agentPhone(manner);
    phones.set(manner.sipUser, plugged);
    return plugged;
  };
  const caller = async (order: CallerOrder): Promise<string> => {
    const { queue, priority = 0, maxWaitSeconds = 300, pressesOne = false, variables } = order;
    const callId = randomUUID();
    const number = labNumber(pressesOne ? 'confirms' : 'listens', (serial += 1));
    const response = await http.request('POST', '/channels', {
      endpoint: `PJSIP/${number}@${lab.trunk}`,
      context: 'agent-queue',
      extension: queue,
      priority: 1,
      channelId: callId,
      callerId: '95598',
      timeout: 20,
      variables: {
        QUEUE_PRIO: String(priority),
        QUEUE_LANGUAGE: 'zh',
        QUEUE_MAX_WAIT: String(maxWaitSeconds),
        QUEUE_ANNOUNCE_RECORDING: '0',
        QUEUE_RECORDING: '',
        ...variables,
      },
    });
    accept('originate a caller', response, 200);
    return callId;
  };
  return {
    node: node.queues,
    calls: node,
    log,
    events,
    phone,
    caller,
    provision: (sipUser: string) => node.queues.provisionAgent({ sipUser, secret: SECRET }),
    hangUp: async (callId: string) => {
      accept('hang up', await http.requestAgain('DELETE', `/channels/${callId}`), 204, 404);
    },
    of: (callId: string) => events.filter((event) => 'callId' in event && event.callId === callId),
    until: waitUntil,
    untilTold: (callId: string, type: QueueEvent['type'], timeoutMs = 40_000) =>
      waitUntil(
        `${type} of ${callId}`,
        () => events.some((event) => 'callId' in event && event.callId === callId && event.type === type),
        timeoutMs,
      ),
    close: async () => {
      for (const plugged of phones.values()) await plugged.unplug();
      await http.close();
      await node.close();
    },
    phones,
  };
}

export type QueueLab = ReturnType<typeof openQueueLab>;

/** The lab under the contract of every queue node. */
export function queueHarness(lab: Lab): QueueHarness {
  const queues = openQueueLab(lab);
  return {
    ...queues,
    plugIn: async ({ sipUser, talkSeconds, ...plan }: AgentPlan) => {
      await queues.provision(sipUser);
      const hangUp = talkSeconds === undefined ? 'caller' : 'agent';
      await queues.phone({ sipUser, secret: SECRET, hangUp, talkSeconds, ...plan });
    },
    unplug: async (sipUser) => {
      await queues.phones.get(sipUser)?.stop();
      queues.phones.delete(sipUser);
    },
  };
}
