import type { ProcessName } from './process-life';

/** Which process speaks to which PBX node. The holder alone connects, claims and originates (T3.5). */
export abstract class NodeLeases {
  /** Takes or renews the lease of a node; null when another process holds it, unless that is `instead`. */
  abstract hold(
    node: string,
    holder: LeaseHolder,
    seconds: number,
    instead?: string,
  ): Promise<NodeLease | null>;

  /** Who took the lease last, whether or not it still runs. */
  abstract lastHolder(node: string): Promise<LeaseHolder | null>;

  /** Gives the lease up, so that another process may take it at once. */
  abstract release(node: string, holder: string): Promise<void>;

  /** Keeps the leases of the calls that this holder has in hand; what it lost track of runs out, and is recovered. */
  abstract extendCalls(holder: string, callIds: readonly string[], seconds: number): Promise<void>;

  /** Notes for operators whether the node takes calls. */
  abstract reportState(node: string, holder: string, state: string, reason: string): Promise<void>;
}

export interface LeaseHolder {
  readonly id: string;
  /** Where the system tells it. */
  readonly process: ProcessName | undefined;
}

export interface NodeLease {
  readonly node: string;
  readonly holder: string;
  /** Grows each time the lease changes hands. */
  readonly fence: string;
}
