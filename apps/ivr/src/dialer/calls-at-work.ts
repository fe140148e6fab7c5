import type { TelephonyNode } from '../telephony/telephony.port';
import type { HeldCall } from './dialing.types';

interface CallAtWork {
  readonly node: TelephonyNode;
  readonly batchId: string;
  readonly direction: HeldCall['direction'];
}

/** Lines that this process uses on one node. */
export interface LinesInUse {
  readonly inbound: number;
  readonly outbound: number;
  readonly outboundByBatch: ReadonlyMap<string, number>;
}

/** Every call that this process has in hand, from its claim until its settlement is committed. One call is one line. */
export class CallsAtWork {
  private readonly calls = new Map<string, CallAtWork>();

  add(
    node: TelephonyNode,
    {
      id,
      batch,
      direction,
    }: Pick<HeldCall, 'id' | 'direction'> & { readonly batch: { readonly id: string } },
  ): void {
    this.calls.set(id, { node, batchId: batch.id, direction });
  }

  remove(callId: string): void {
    this.calls.delete(callId);
  }

  dropAll(node: TelephonyNode): void {
    for (const id of this.on(node)) this.remove(id);
  }

  has(callId: string): boolean {
    return this.calls.has(callId);
  }

  get size(): number {
    return this.calls.size;
  }

  on(node: TelephonyNode): readonly string[] {
    return [...this.calls].flatMap(([id, call]) => (call.node === node ? [id] : []));
  }

  linesOn(node: TelephonyNode): LinesInUse {
    const outboundByBatch = new Map<string, number>();
    let inbound = 0;
    let outbound = 0;
    for (const call of this.calls.values()) {
      if (call.node !== node) continue;
      if (call.direction === 'in') inbound += 1;
      else {
        outbound += 1;
        outboundByBatch.set(call.batchId, (outboundByBatch.get(call.batchId) ?? 0) + 1);
      }
    }
    return { inbound, outbound, outboundByBatch };
  }
}
