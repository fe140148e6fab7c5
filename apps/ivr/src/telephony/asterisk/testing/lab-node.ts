import { randomUUID } from 'node:crypto';
import type { CallEvent, NodeState, OriginateOrder } from '../../telephony.port';
import type { AriTarget } from '../ari/ari-target';
import { createAsteriskNode } from '../create-asterisk-node';
import type { ManagerTarget } from '../manager/manager-link';
import type { HealthPolicy } from '../node-health';
import { keptLog } from './kept-log';
import { waitUntil } from './wait-until';

export interface LabAddress {
  readonly node: string;
  readonly ari: AriTarget;
  readonly trunk: string;
  readonly ami?: ManagerTarget;
  readonly health?: HealthPolicy;
}

/** A node on the lab with everything that it told, for tests. */
export function openLabNode(lab: LabAddress) {
  const log = keptLog();
  const node = createAsteriskNode({ name: lab.node, ari: lab.ari, ami: lab.ami, health: lab.health, log });
  const events: CallEvent[] = [];
  node.onEvent((event) => events.push(event));
  const of = (callId: string): CallEvent[] =>
    events.filter((event) => 'callId' in event && event.callId === callId);
  return {
    node,
    log,
    events,
    of,
    states: (): NodeState[] => events.flatMap((event) => (event.type === 'node-state' ? [event.state] : [])),
    order: (number: string, over: Partial<OriginateOrder> = {}): OriginateOrder => ({
      callId: randomUUID(),
      number,
      trunk: lab.trunk,
      callerId: '95598',
      ringSeconds: 20,
      ...over,
    }),
    untilEvent: (callId: string, type: CallEvent['type'], timeoutMs = 10_000): Promise<void> =>
      waitUntil(`${type} of ${callId}`, () => of(callId).some((event) => event.type === type), timeoutMs),
    untilState: (state: NodeState, timeoutMs: number): Promise<void> =>
      waitUntil(`node state ${state}`, () => node.state() === state, timeoutMs),
  };
}

export type LabNode = ReturnType<typeof openLabNode>;
