import { createAsteriskNode } from './asterisk/create-asterisk-node';
import { RealScheduler } from './scheduler';
import { SimulatedNode } from './simulator';
import { lengthOfSoundFile } from './simulator/file-length';
import type { TelephonyConfig } from './telephony.config';
import type { TelephonyLog } from './telephony-log';
import type { TelephonyNode } from './telephony.port';

export interface Telephony {
  readonly nodes: readonly TelephonyNode[];
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
  const nodes = names.map(
    (name) =>
      new SimulatedNode({
        name,
        lines: simulatorLines,
        scheduler,
        playbackMs: lengthOfSoundFile,
        onListenerError: (err) => log.error('a telephony listener failed', { node: name, err }),
      }),
  );
  return { nodes, close: () => allOf(nodes.map((node) => node.disconnect())) };
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
  return { nodes, close: () => allOf(nodes.map((node) => node.close())) };
}

function managerTarget({ amiUser, amiSecret }: TelephonyConfig, address: string | undefined) {
  if (address === undefined) return undefined;
  const [host = '', port] = address.split(':');
  return { host, port: Number(port), user: amiUser, secret: amiSecret };
}

async function allOf(work: readonly Promise<void>[]): Promise<void> {
  await Promise.all(work);
}
