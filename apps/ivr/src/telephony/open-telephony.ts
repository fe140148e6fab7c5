import { QUEUE_NAMES } from '@switchyard/domain';
import { createAsteriskNode } from './asterisk/create-asterisk-node';
import type { QueueNode } from './queue-node.port';
import { RealScheduler } from './scheduler';
import { SimulatedNode, SimulatedQueueNode } from './simulator';
import { lengthOfSoundFile } from './simulator/file-length';
import type { TelephonyConfig } from './telephony.config';
import type { TelephonyLog } from './telephony-log';
import type { TelephonyNode } from './telephony.port';

export interface Telephony {
  readonly nodes: readonly TelephonyNode[];
  /** One for each node, of the same name and in the same order. */
  readonly queueNodes: readonly QueueNode[];
  /** Disconnects all nodes and frees what they hold; calls in progress are left as they are. */
  close(): Promise<void>;
}

/** The lists of the configuration do not fit each other. */
export class TelephonyConfigMismatch extends Error {
  constructor(variable: string, have: number, want: number) {
    super(`${variable} has ${have} entries for ${want} nodes in IVR_NODES: give one for each node`);
    this.name = 'TelephonyConfigMismatch';
  }
}

/** @throws TelephonyConfigMismatch */
export function openTelephony(config: TelephonyConfig, log: TelephonyLog): Telephony {
  return config.pbx === 'simulator' ? openSimulators(config, log) : openAsterisks(config, log);
}

function openSimulators({ nodes: names, simulatorLines }: TelephonyConfig, log: TelephonyLog): Telephony {
  const scheduler = new RealScheduler();
  const simulated = names.map((name) => {
    const onListenerError = (err: unknown): void =>
      log.error('a telephony listener failed', { node: name, err });
    const queues = new SimulatedQueueNode({
      name,
      queues: QUEUE_NAMES,
      scheduler,
      onLeft: (callId, reason, agent) => node.leaveQueue(callId, reason, agent),
      onListenerError,
    });
    const node = new SimulatedNode({
      name,
      lines: simulatorLines,
      scheduler,
      playbackMs: lengthOfSoundFile,
      queueFate: (callId, order) => {
        scheduler.after(0, () => queues.join({ callId, ...order }));
        return { fate: 'open' };
      },
      onListenerError,
    });
    queues.connect();
    return { node, queues };
  });
  const nodes = simulated.map(({ node }) => node);
  const queueNodes = simulated.map(({ queues }) => queues);
  return { nodes, queueNodes, close: () => allOf(nodes.map((node) => node.disconnect())) };
}

function openAsterisks(config: TelephonyConfig, log: TelephonyLog): Telephony {
  const { nodes: names, ariUrl, ami } = config;
  if (ariUrl.length !== names.length) {
    throw new TelephonyConfigMismatch('IVR_ARI_URL', ariUrl.length, names.length);
  }
  if (ami.length > 0 && ami.length !== names.length) {
    throw new TelephonyConfigMismatch('IVR_AMI', ami.length, names.length);
  }
  const nodes = names.map((name, index) =>
    createAsteriskNode({
      name,
      ari: { url: ariUrl[index] ?? '', user: config.ariUser, password: config.ariPassword },
      ami: managerTarget(config, ami[index]),
      requestTimeoutMs: config.requestTimeoutMs,
      log,
    }),
  );
  const queueNodes = nodes.map(({ queues }) => queues);
  return { nodes, queueNodes, close: () => allOf(nodes.map((node) => node.close())) };
}

function managerTarget({ amiUser, amiSecret }: TelephonyConfig, address: string | undefined) {
  if (address === undefined) return undefined;
  const [host = '', port] = address.split(':');
  return { host, port: Number(port), user: amiUser, secret: amiSecret };
}

async function allOf(work: readonly Promise<void>[]): Promise<void> {
  await Promise.all(work);
}
