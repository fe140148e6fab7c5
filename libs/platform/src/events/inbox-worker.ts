import { setTimeout as sleep } from 'node:timers/promises';
import { decodeContext, runInContext } from '../context';
import { describeError, DomainError, isError } from '../errors';
import type { Logger } from '../logging';
import type { MetricsRegistry } from '../metrics';
import { parseMessage } from '../messaging/validate-message';
import { isConnectionLost } from '../persistence/connection-lost';
import type { UnitOfWork } from '../persistence/unit-of-work';
import { WakeUp } from '../time';
import type { Inbox, InboxRow } from './inbox';
import type { EventHandlerDeclaration, EventMeta } from './on-event';

/** Pauses before the second, third … try; after the last one the event is dead. Milliseconds. */
export const RETRY_PAUSES_MS = [200, 1_000, 5_000, 15_000, 60_000, 300_000, 900_000, 1_800_000, 3_600_000];

const IDLE_MS = 1_000;
const MAX_ERROR_TEXT = 2_000;

/** Thrown when an event does not fit its contract: trying again would not help. */
class UnreadableEvent extends Error {}

type Handler = (payload: object, meta: EventMeta) => Promise<void>;

/** Lets the events of one durable consumer take effect, one after another. */
export class InboxWorker {
  private readonly wakeUp = new WakeUp();
  private stopped = true;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly declaration: EventHandlerDeclaration,
    private readonly handler: Handler,
    private readonly inbox: Inbox,
    private readonly unitOfWork: UnitOfWork,
    private readonly logger: Logger,
    private readonly metrics: MetricsRegistry,
    private readonly pausesMs: readonly number[] = RETRY_PAUSES_MS,
  ) {}

  start(): void {
    this.stopped = false;
    this.running = this.run();
  }

  kick(): void {
    this.wakeUp.kick();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp.kick();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      try {
        if (!(await this.handleNext()) && !this.stopped) await this.wakeUp.sleep(IDLE_MS);
      } catch (error) {
        // Postgres is away, or refuses even the bookkeeping: the event stays where it is.
        this.logger.warn('the inbox cannot be read', { durable: this.declaration.durable, err: error });
        await sleep(IDLE_MS);
      }
    }
  }

  /** False when nothing is due. */
  private async handleNext(): Promise<boolean> {
    const taken: { row?: InboxRow } = {};
    try {
      await this.unitOfWork.inTransaction(async () => {
        taken.row = await this.inbox.next(this.declaration.durable);
        if (taken.row === undefined) return;
        await this.handle(taken.row);
        await this.inbox.settle(this.declaration.durable, taken.row.id);
      });
    } catch (error) {
      // A lost connection is nobody's fault and spends no try.
      if (taken.row === undefined || isConnectionLost(error)) throw error;
      await this.recordFailure(taken.row, error);
      return true;
    }
    if (taken.row === undefined) return false;
    this.count('handled');
    return true;
  }

  private async handle(row: InboxRow): Promise<void> {
    const context = decodeContext(row.context);
    await runInContext(context, async () => {
      const payload = await this.read(row);
      await this.handler(payload, { id: row.id, occurredAt: row.occurred_at, context });
    });
  }

  private async read(row: InboxRow): Promise<object> {
    try {
      return await parseMessage(this.declaration.contract.payload, JSON.parse(row.payload));
    } catch (error) {
      if (isError(error) && (error.name === 'SyntaxError' || error instanceof DomainError)) {
        throw new UnreadableEvent(error.message, { cause: error });
      }
      throw error;
    }
  }

  private async recordFailure(row: InboxRow, error: unknown): Promise<void> {
    const { durable } = this.declaration;
    const pause = error instanceof UnreadableEvent ? undefined : this.pausesMs[row.failures];
    await this.inbox.fail(durable, row.id, describeError(error).slice(0, MAX_ERROR_TEXT), pause ?? 'dead');
    const fields = { durable, event: row.id, subject: row.subject, failures: row.failures + 1, err: error };
    runInContext(decodeContext(row.context), () => {
      if (pause === undefined) this.logger.error('event given up: it is kept in the inbox as dead', fields);
      else this.logger.warn('event failed; it is tried again', { ...fields, retryInMs: pause });
    });
    this.count(pause === undefined ? 'dead' : 'failed');
  }

  private count(result: 'handled' | 'failed' | 'dead'): void {
    const name = 'inbox_events_total';
    const help = 'Events taken from the inbox: handled, failed (tried again), dead (given up).';
    this.metrics.counter({ name, help, labelNames: ['durable', 'result'] }).inc({
      durable: this.declaration.durable,
      result,
    });
  }
}
