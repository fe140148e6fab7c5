import { randomUUID } from 'node:crypto';
import type { AgentPlan, QueueHarness } from '../../queue-node.contract';
import type { QueueEvent } from '../../queue-node.port';
import { AriHttp } from '../ari/ari-http';
import { accept } from '../ari/ari-reply';
import type { AriTarget } from '../ari/ari-target';
import { createAsteriskNode } from '../create-asterisk-node';
import type { ManagerTarget } from '../manager/manager-link';
import { keptLog } from './kept-log';
import { waitUntil } from './wait-until';

/** How an agent's phone of the lab behaves. */
export interface LabManner {
  readonly sipUser: string;
  readonly secret: string;
  readonly answerAfterMs?: number;
  readonly talkSeconds?: number;
  readonly hangUp?: 'agent' | 'caller';
  readonly hold?: { readonly afterMs: number; readonly forMs: number };
  /** A SIP status. */
  readonly reject?: number;
}

export interface LabPhone {
  stop(): Promise<void>;
  unplug(): Promise<void>;
}

/** What is needed of a lab. */
export interface QueueLabAddress<Phone extends LabPhone> {
  readonly node: string;
  readonly ari: AriTarget;
  readonly ami: ManagerTarget;
  readonly trunk: string;
  agentPhone(manner: LabManner): Promise<Phone>;
}

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
export function openQueueLab<Phone extends LabPhone>(lab: QueueLabAddress<Phone>) {
  const log = keptLog();
  const { node: name, ari, ami } = lab;
  const node = createAsteriskNode({ name, ari, ami, log });
  const http = new AriHttp(ari, 5_000, 4);
  const events: QueueEvent[] = [];
  const phones = new Map<string, Phone>();
  let serial = 0;
  node.queues.onQueueEvent((event) => events.push(event));

  const phone = async (manner: LabManner): Promise<Phone> => {
    const plugged = await lab.agentPhone(manner);
    phones.set(manner.sipUser, plugged);
    return plugged;
  };
  const caller = async (order: CallerOrder): Promise<string> => {
    const { queue, priority = 0, maxWaitSeconds = 300, pressesOne = false, variables } = order;
    const callId = randomUUID();
    // A subscriber of the lab who presses 1 after 2 s, or one who listens.
    const number = `+8613900${pressesOne ? '02' : '01'}${String((serial += 1)).padStart(4, '0')}`;
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
  const hangUp = async (callId: string): Promise<void> => {
    accept('hang up', await http.requestAgain('DELETE', `/channels/${callId}`), 204, 404);
  };
  /** An agent's phone dials; it rings first, since it has no keys here. @returns the id of its call */
  const dialFromPhone = async (sipUser: string, digits: string): Promise<string> => {
    const callId = randomUUID();
    const response = await http.request('POST', '/channels', {
      endpoint: `PJSIP/agent-${sipUser}`,
      channelId: callId,
      timeout: 20,
      context: 'from-agent',
      extension: digits,
      priority: 1,
    });
    accept('dial from a phone', response, 200);
    return callId;
  };
  return {
    dialFromPhone,
    node: node.queues,
    calls: node,
    log,
    events,
    phone,
    caller,
    provision: (sipUser: string) => node.queues.provisionAgent({ sipUser, secret: SECRET }),
    hangUp,
    of: (callId: string) => events.filter((event) => 'callId' in event && event.callId === callId),
    until: waitUntil,
    untilTold: (callId: string, type: QueueEvent['type'], timeoutMs = 40_000) =>
      waitUntil(
        `${type} of ${callId}`,
        () => events.some((event) => 'callId' in event && event.callId === callId && event.type === type),
        timeoutMs,
      ),
    /** Everybody goes home. */
    clear: async () => {
      for (const { queue, members, waiting } of await node.queues.queues()) {
        for (const { callId } of waiting) await hangUp(callId);
        for (const { sipUser } of members) await node.queues.removeMember(queue, sipUser);
      }
      for (const plugged of phones.values()) await plugged.unplug();
    },
    close: async () => {
      for (const plugged of phones.values()) await plugged.unplug();
      await http.close();
      await node.close();
    },
    phones,
  };
}

export type QueueLab<Phone extends LabPhone = LabPhone> = ReturnType<typeof openQueueLab<Phone>>;

/** The lab under the contract of every queue node. */
export function queueHarness(lab: QueueLabAddress<LabPhone>): QueueHarness {
  const queues = openQueueLab(lab);
  return {
    ...queues,
    plugIn: async ({ sipUser, talkSeconds, declines = false, ...plan }: AgentPlan) => {
      await queues.provision(sipUser);
      const hangUp = talkSeconds === undefined ? 'caller' : 'agent';
      await queues.phone({
        sipUser,
        secret: SECRET,
        hangUp,
        talkSeconds,
        ...plan,
        ...(declines ? { reject: 486 } : {}),
      });
    },
    unplug: async (sipUser) => {
      await queues.phones.get(sipUser)?.stop();
      queues.phones.delete(sipUser);
    },
  };
}
