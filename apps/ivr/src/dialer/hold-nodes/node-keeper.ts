import { randomUUID } from 'node:crypto';
import { Logger } from '@switchyard/platform';
import type { TelephonyNode } from '../../telephony/telephony.port';
import { type NodeLease, NodeLeases } from './node-leases.port';
import { isGone, ownProcess } from './process-life';

/** Seconds. A lease is renewed every `renewEvery`; nothing is originated in its last `margin` seconds. */
export const LEASE = { seconds: 15, renewEvery: 4, margin: 5, connectTimeout: 10 } as const;

/** The calls that a process has in hand on a node. */
export interface KeptCalls {
  readonly on: (node: TelephonyNode) => readonly string[];
  /** The lease ran out, and nobody may have taken it: callers are not left in silence. */
  readonly handOver: (node: TelephonyNode) => Promise<void>;
  /** The node belongs to another process now, and its calls with it. */
  readonly dropAll: (node: TelephonyNode) => void;
}

interface KeptNode {
  readonly node: TelephonyNode;
  lease: NodeLease | null;
  connecting: boolean;
  /** Monotonic milliseconds at which the last successful renewal was asked for. */
  renewedAt: number;
}

/**
 * Holds the renewable leases of PBX nodes: the holder connects, the others stand by (T3.5). Time is monotonic, so
 * that a process that was stopped and continued past its lease knows it before it does anything else.
 */
export class NodeKeeper {
  readonly holder = randomUUID();
  private readonly kept: readonly KeptNode[];

  constructor(
    nodes: readonly TelephonyNode[],
    private readonly leases: NodeLeases,
    private readonly logger: Logger,
    private readonly calls: KeptCalls,
    private readonly monotonicNow: () => number = () => performance.now(),
  ) {
    this.kept = nodes.map((node) => ({
      node,
      lease: null,
      connecting: false,
      renewedAt: Number.NEGATIVE_INFINITY,
    }));
  }

  /** The lease with which calls may be placed on this node now, or null. */
  usableLease(node: TelephonyNode): NodeLease | null {
    const kept = this.kept.find((each) => each.node === node);
    if (!kept?.lease || node.state() !== 'up') return null;
    return this.age(kept) < (LEASE.seconds - LEASE.margin) * 1000 ? kept.lease : null;
  }

  /** The nodes whose lease this process holds, connected or not. */
  heldNodes(): readonly { node: TelephonyNode; lease: NodeLease }[] {
    return this.kept.flatMap(({ node, lease }) => (lease ? [{ node, lease }] : []));
  }

  /** Takes, renews or gives up each node's lease; one node's trouble does not touch the others. */
  async renew(): Promise<void> {
    await Promise.all(this.kept.map((kept) => this.renewOne(kept)));
  }

  /** Gives every lease up and disconnects. */
  async release(): Promise<void> {
    await Promise.all(
      this.kept.map(async (kept) => {
        if (!kept.lease) return;
        kept.lease = null;
        await kept.node.disconnect();
        await this.leases.release(kept.node.name, this.holder);
      }),
    );
  }

  /** A holder that is known to be dead is not waited for: its callers hear nothing until somebody takes over (T3.2). */
  private async hold(node: string): Promise<NodeLease | null> {
    const own = { id: this.holder, process: ownProcess() };
    const lease = await this.leases.hold(node, own, LEASE.seconds);
    if (lease) return lease;
    const other = await this.leases.lastHolder(node);
    if (other?.process === undefined || !isGone(other.process)) return null;
    this.logger.warn('a pbx node is taken from a process that is gone', { node });
    return this.leases.hold(node, own, LEASE.seconds, other.id);
  }

  private async renewOne(kept: KeptNode): Promise<void> {
    const askedAt = this.monotonicNow();
    try {
      const lease = await this.hold(kept.node.name);
      if (!lease) return await this.standBy(kept, 'another process holds the node');
      kept.renewedAt = askedAt;
      const changedHands = kept.lease?.fence !== lease.fence;
      kept.lease = lease;
      await this.leases.extendCalls(this.holder, this.calls.on(kept.node), LEASE.seconds);
      await this.leases.reportState(
        kept.node.name,
        this.holder,
        kept.node.state(),
        changedHands ? 'taken' : 'held',
      );
      if (kept.node.state() === 'down') this.connect(kept);
    } catch (error) {
      this.logger.warn('pbx node could not be held', { node: kept.node.name, error });
      if (this.age(kept) > LEASE.seconds * 1000) await this.giveUp(kept);
    }
  }

  /** The database cannot be asked who holds the node. Where another process did, it would have taken our link. */
  private async giveUp(kept: KeptNode): Promise<void> {
    if (!kept.lease) return;
    try {
      if (kept.node.state() === 'up') await this.calls.handOver(kept.node);
    } catch (error) {
      this.logger.error('callers could not be handed over', { node: kept.node.name, error });
    }
    await this.standBy(kept, 'the lease ran out');
  }

  /** Connects beside the renewals: a PBX that is slow to answer must not cost the lease. */
  private connect(kept: KeptNode): void {
    if (kept.connecting) return;
    kept.connecting = true;
    kept.node
      .connect(LEASE.connectTimeout * 1000)
      .catch((error: unknown) => this.logger.warn('pbx node not reached', { node: kept.node.name, error }))
      .finally(() => {
        kept.connecting = false;
      });
  }

  private async standBy(kept: KeptNode, reason: string): Promise<void> {
    if (!kept.lease) return;
    kept.lease = null;
    this.logger.warn('standing by for pbx node', { node: kept.node.name, reason });
    this.calls.dropAll(kept.node);
    await kept.node.disconnect();
  }

  private age(kept: KeptNode): number {
    return this.monotonicNow() - kept.renewedAt;
  }
}
