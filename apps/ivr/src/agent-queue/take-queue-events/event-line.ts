import { codeOf, isConnectionLost, type Logger } from '@switchyard/platform';
import type { QueueEvent } from '../../telephony/queue-node.port';

/** Milliseconds before each next try while the database is away; with the last of them until it is back or too much waits. */
const PAUSES = [100, 500, 2_000, 5_000];
/** Events that may wait. More than that is told by the snapshot and the queue log afterwards. */
const CAPACITY = 5_000;

/**
 * Takes the events of one PBX node one after another, in their order. While the database is away they wait; one that
 * fails for another reason is logged and left out.
 */
export class EventLine {
  private readonly waiting: QueueEvent[] = [];
  private working: Promise<void> | undefined;
  private stopped = false;
  private wake: (() => void) | undefined;

  constructor(
    private readonly take: (event: QueueEvent) => Promise<void>,
    private readonly logger: Logger,
    private readonly onFailure: (event: QueueEvent) => void,
    private readonly pauses: readonly number[] = PAUSES,
  ) {}

  push(event: QueueEvent): void {
    if (this.stopped) return;
    if (this.waiting.length >= CAPACITY) {
      const oldest = this.waiting.shift();
      this.logger.error('too many queue events wait; the oldest is left out', { type: oldest?.type });
      if (oldest) this.onFailure(oldest);
    }
    this.waiting.push(event);
    this.working ??= this.work().finally(() => {
      this.working = undefined;
    });
  }

  /** Forgets what waits: another process is responsible now. */
  clear(): void {
    this.waiting.length = 0;
  }

  /** Ends after what waits has been taken, or at once when the database is away. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.working;
  }

  /** Resolves when nothing waits. */
  async idle(): Promise<void> {
    await this.working;
  }

  private async work(): Promise<void> {
    for (let event = this.waiting.shift(); event; event = this.waiting.shift()) await this.takeOne(event);
  }

  private async takeOne(event: QueueEvent): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.take(event);
      } catch (error) {
        if (!mayPass(error) || this.stopped) {
          this.onFailure(event);
          this.logger.error('a queue event could not be taken', { type: event.type, err: error });
          return;
        }
        await this.pause(this.pauses[Math.min(attempt, this.pauses.length - 1)] ?? 0);
      }
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}

const DEADLOCK = '40P01';

/** Whether the same event may be taken a little later. */
const mayPass = (error: unknown): boolean => isConnectionLost(error) || codeOf(error) === DEADLOCK;
