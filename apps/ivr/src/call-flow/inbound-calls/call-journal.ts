import { isConnectionLost, type Logger } from '@switchyard/platform';
import type { InboundCall } from './inbound-call';
import type { InboundCalls } from './inbound-calls.port';

/** Milliseconds that a change may wait for others, and that a failed round waits. */
const GATHER = 100;
const LONGEST_PAUSE = 5_000;
/** Calls that one statement stores. */
const AT_ONCE = 200;

/**
 * Stores calls behind their backs: the latest of each call only, many with one statement. While the database is away
 * the changes wait in memory, the latest of each call; a call's own steps never wait for it, unless they ask to.
 */
export class CallJournal {
  private dirty = new Map<string, InboundCall>();
  private waiting: { readonly callId: string; readonly done: () => void }[] = [];
  private timer: NodeJS.Timeout | undefined;
  private writing = false;
  private pauseMs = GATHER;

  constructor(
    private readonly calls: Pick<InboundCalls, 'save'>,
    private readonly logger: Pick<Logger, 'error'>,
  ) {}

  /** The call is so now. */
  note(call: InboundCall): void {
    this.dirty.set(call.callId, call);
    this.schedule(this.pauseMs);
  }

  /** True once everything noted of the call is stored; false when it takes longer than `timeoutMs`. */
  stored(callId: string, timeoutMs: number): Promise<boolean> {
    if (!this.dirty.has(callId) && !this.writing) return Promise.resolve(true);
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.waiting = this.waiting.filter((each) => each !== entry);
        resolve(false);
      }, timeoutMs);
      const entry = {
        callId,
        done: () => {
          clearTimeout(timer);
          resolve(true);
        },
      };
      this.waiting.push(entry);
      this.flushSoon();
    });
  }

  /** Forgets what is not stored yet of a node that belongs to another process now: that process knows better. */
  dropAll(node: string): void {
    for (const call of this.dirty.values()) if (call.node === node) this.dirty.delete(call.callId);
  }

  /** Stores what is left. */
  async close(timeoutMs: number): Promise<void> {
    const deadline = Date.now() + timeoutMs;
    while ((this.dirty.size > 0 || this.writing) && Date.now() < deadline) {
      if (!this.writing) await this.write();
      else await new Promise((resolve) => setTimeout(resolve, 10));
    }
    clearTimeout(this.timer);
  }

  private flushSoon(): void {
    if (this.pauseMs > GATHER) return;
    clearTimeout(this.timer);
    this.timer = undefined;
    this.schedule(0);
  }

  private schedule(ms: number): void {
    if (this.writing) return;
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      void this.write();
    }, ms);
  }

  private async write(): Promise<void> {
    if (this.writing) return;
    const round = [...this.dirty.values()].slice(0, AT_ONCE);
    for (const { callId } of round) this.dirty.delete(callId);
    this.writing = true;
    try {
      await this.save(round);
      this.pauseMs = GATHER;
    } catch (error) {
      // What was noted meanwhile is newer.
      for (const call of round) if (!this.dirty.has(call.callId)) this.dirty.set(call.callId, call);
      this.pauseMs = Math.min(this.pauseMs * 2, LONGEST_PAUSE);
      this.logger.error('calls could not be stored; it will be tried again', {
        calls: round.length,
        err: error,
      });
    } finally {
      this.writing = false;
    }
    this.tellStored();
    if (this.dirty.size > 0)
      this.schedule(this.waiting.length > 0 && this.pauseMs === GATHER ? 0 : this.pauseMs);
  }

  /** A call that the database refuses is given up, loudly, and does not stop the rest (T3.4). */
  private async save(round: readonly InboundCall[]): Promise<void> {
    try {
      await this.calls.save(round);
    } catch (error) {
      if (isConnectionLost(error)) throw error;
      if (round.length > 1) for (const call of round) await this.save([call]);
      else this.logger.error('a call is refused by the database', { callId: round[0]?.callId, err: error });
    }
  }

  private tellStored(): void {
    const [done, waiting] = [[], []] as [typeof this.waiting, typeof this.waiting];
    for (const entry of this.waiting) (this.dirty.has(entry.callId) ? waiting : done).push(entry);
    this.waiting = waiting;
    for (const entry of done) entry.done();
  }
}
