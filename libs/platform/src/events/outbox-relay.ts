import { Inject, Injectable } from '@nestjs/common';
import { Logger } from '../logging';
import { MetricsRegistry } from '../metrics';
import { TRANSPORT, type Transport } from '../messaging/transport';
import { ADVISORY_CLASS } from '../persistence/advisory-class';
import { UnitOfWork } from '../persistence/unit-of-work';
import { WakeUp } from '../time';
import { type EventRow, toMessage } from './event-row';

const BATCH = 256;
const IDLE_MS = 500;
const RETRY_MS = 1_000;
/** Pause when another replica is publishing: it may not see what was just committed here. */
const BUSY_MS = 50;

/**
 * Publishes the outbox in order. Of several replicas one at a time does it, under an advisory lock that
 * lasts as long as the transaction. A crash after publishing publishes again; the event's id tells.
 */
@Injectable()
export class OutboxRelay {
  private readonly logger: Logger;
  private readonly wakeUp = new WakeUp();
  private stopped = true;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(TRANSPORT) private readonly transport: Transport,
    private readonly metrics: MetricsRegistry,
    logger: Logger,
  ) {
    this.logger = logger.named('OutboxRelay');
  }

  start(): void {
    if (!this.stopped) return;
    this.stopped = false;
    this.running = this.run();
  }

  /** There is something to publish. */
  kick(): void {
    this.wakeUp.kick();
  }

  async stop(): Promise<void> {
    this.stopped = true;
    this.wakeUp.kick();
    await this.running;
  }

  /** Publishes everything that waits, as far as the stream takes it; returns how many. */
  async drain(): Promise<number> {
    let total = 0;
    for (;;) {
      const { accepted, error } = await this.publishBatch();
      total += accepted;
      if (error !== undefined) throw new Error('not every event was published', { cause: error });
      if (accepted < BATCH) return total;
    }
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      let pause = IDLE_MS;
      try {
        await this.drain();
      } catch (error) {
        pause = RETRY_MS;
        this.logger.warn('events wait in the outbox', { err: error });
      }
      if (!this.stopped) await this.wakeUp.sleep(pause);
    }
  }

  private publishBatch() {
    return this.unitOfWork.inTransaction(async () => {
      const rows = await this.waiting();
      if (rows.length === 0) return { accepted: 0 };
      const result = await this.transport.events.publish(rows.map(toMessage));
      const published = rows.slice(0, result.accepted).map((row) => row.position);
      await this.unitOfWork.execute('UPDATE outbox SET published_at = now() WHERE seq = ANY($1::bigint[])', [
        published,
      ]);
      this.published.inc(published.length);
      return result;
    });
  }

  private async waiting(): Promise<EventRow[]> {
    const [lock] = await this.unitOfWork.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock($1, hashtext('outbox:' || current_schema())) AS mine`,
      [ADVISORY_CLASS],
    );
    if (lock?.mine !== true) return [];
    return this.unitOfWork.query<EventRow>(
      `SELECT id, subject, payload, context, occurred_at, seq AS position
         FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT $1`,
      [BATCH],
    );
  }

  private get published() {
    return this.metrics.counter({
      name: 'outbox_published_total',
      help: 'Events published from the outbox.',
    });
  }
}
