import type { Scheduler } from '../scheduler';
import type { AriEvent } from './ari/ari-event';

/** First Stasis argument and first letters of the channel id of a canary. */
const CANARY = 'canary';

export interface CanaryCalls {
  originateCanary(callId: string, argument: string, seconds: number): Promise<void>;
  hangUp(callId: string): Promise<void>;
}

/** A call of ours is never taken for a canary: the prefix is reserved. */
export function isCanary(channelId: string): boolean {
  return channelId.startsWith(`${CANARY}-`);
}

/**
 * A call that the PBX places to itself through its core, dialplan and our Stasis application: when it arrives,
 * calls move (T3.3). It ends by itself should nobody hang it up.
 */
export class Canary {
  private serial = 0;
  private waiting: { readonly callId: string; readonly arrived: () => void } | undefined;

  constructor(
    private readonly calls: CanaryCalls,
    private readonly scheduler: Scheduler,
    private readonly prefix: string,
    private readonly timeoutMs: number,
    private readonly onLeftOver: (error: unknown) => void,
  ) {}

  /** @throws Error when the canary does not arrive in time, or cannot be placed */
  async fly(): Promise<void> {
    const callId = `${CANARY}-${this.prefix}-${(this.serial += 1)}`;
    let cancel: () => void = () => undefined;
    const arrival = new Promise<void>((resolve, reject) => {
      this.waiting = { callId, arrived: resolve };
      const late = (): void => reject(new Error(`no canary within ${this.timeoutMs} ms`));
      cancel = this.scheduler.after(this.timeoutMs, late);
    });
    arrival.catch(() => undefined);
    try {
      const placed = this.calls.originateCanary(callId, CANARY, Math.ceil(this.timeoutMs / 1_000));
      placed.catch(() => undefined);
      await Promise.race([arrival, placed.then(() => arrival)]);
    } finally {
      cancel();
      this.waiting = undefined;
    }
  }

  /** Takes a canary's event; what has arrived is hung up, be it late or a predecessor's. */
  take(event: AriEvent): void {
    if (event.type !== 'StasisStart') return;
    const { id } = event.channel;
    if (this.waiting?.callId === id) this.waiting.arrived();
    this.calls.hangUp(id).catch((error: unknown) => this.onLeftOver(error));
  }
}
