import { RealScheduler } from '../scheduler';
import type { TelephonyLog } from '../telephony-log';
import { AriCallers } from './ari/ari-callers';
import { AriCalls } from './ari/ari-calls';
import { AriHttp } from './ari/ari-http';
import { openAriLink } from './ari/ari-link';
import type { AriTarget } from './ari/ari-target';
import { AsteriskNode } from './asterisk-node';
import type { ManagerTarget } from './manager/manager-link';
import { PbxManager } from './manager/pbx-manager';
import { AgentAccounts, AsteriskQueueNode } from './queue';
import { HEALTH_POLICY, type HealthPolicy } from './node-health';

export interface AsteriskNodeOptions {
  /** Also the name of the Stasis application. */
  readonly name: string;
  readonly ari: AriTarget;
  /** Absent: AMI is not used. */
  readonly ami?: ManagerTarget | undefined;
  /** Milliseconds for any one request; default 5,000. */
  readonly requestTimeoutMs?: number;
  /** Kept-alive HTTP connections; default 16. */
  readonly connections?: number;
  /** When to doubt the PBX and when to give it up. */
  readonly health?: HealthPolicy;
  readonly log: TelephonyLog;
}

const LINK_TIMEOUT_MS = 5_000;
const PING_TIMEOUT_MS = 2_000;
const CANARY_TIMEOUT_MS = 3_000;
/** An order to a call that plays is answered when that is over; these must not keep a key's answer waiting. */
const RENEWALS = { timeoutMs: 60_000, connections: 64 } as const;

/** `close` disconnects both and frees their connections. */
export type OpenAsteriskNode = AsteriskNode & { readonly queues: AsteriskQueueNode; close(): Promise<void> };

/** A node and its queues on real time and a real Asterisk. */
export function createAsteriskNode(options: AsteriskNodeOptions): OpenAsteriskNode {
  const { name, ari, ami, requestTimeoutMs = 5_000, connections = 16, health = HEALTH_POLICY, log } = options;
  const scheduler = new RealScheduler();
  const random = Math.random;
  const http = new AriHttp(ari, requestTimeoutMs, connections);
  const patient = new AriHttp(ari, RENEWALS.timeoutMs, RENEWALS.connections);
  const node = new AsteriskNode({
    name,
    log,
    calls: new AriCalls(http, name),
    callers: new AriCallers(http, name),
    renewals: new AriCallers(patient, name),
    openLink: (listener) => openAriLink(ari, name, listener, LINK_TIMEOUT_MS),
    scheduler,
    random,
    health,
    pingTimeoutMs: PING_TIMEOUT_MS,
    canaryTimeoutMs: CANARY_TIMEOUT_MS,
  });
  const onShutdown = (reason: string): void => node.shuttingDown(reason);
  const manager = ami && new PbxManager({ node: name, target: ami, scheduler, random, log, onShutdown });
  const accounts = new AgentAccounts(http);
  const queues = new AsteriskQueueNode({ name, manager, accounts, scheduler, log });
  manager?.follow(queues);
  manager?.start();
  const close = async (): Promise<void> => {
    manager?.stop();
    await node.disconnect();
    await Promise.all([http.close(), patient.close()]);
  };
  return Object.assign(node, { queues, close });
}
