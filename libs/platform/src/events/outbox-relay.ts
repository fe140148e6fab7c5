import { Inject, Injectable } from '@nestjs/common';
import { Logger } from '../logging';
import { MetricsRegistry } from '../metrics';
import type { PublishResult } from '../messaging/event-stream';
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

  private async run(): Promise<void> {
    while (!this.stopped) {
      const pause = await this.relay();
      if (!this.stopped) await this.wakeUp.sleep(pause);
    }
  }

  /** Publishes everything that waits, as far as it can; returns how long to pause, in milliseconds. */
  private async relay(): Promise<number> {
    try {
      for (;;) {
        const result = await this.unitOfWork.inTransaction(() => this.publishBatch());
        if (result === 'busy') return BUSY_MS;
        if (result.error !== undefined)
          throw new Error('not every event was published', { cause: result.error });
        if (result.accepted < BATCH) return IDLE_MS;
      }
    } catch (error) {
      this.logger.warn('events wait in the outbox', { err: error });
      return RETRY_MS;
    }
  }

  private async publishBatch(): Promise<PublishResult | 'busy'> {
    if (!(await this.isMyTurn())) return 'busy';
    const rows = await this.unitOfWork.query<EventRow>(
      `SELECT id, subject, payload, context, occurred_at, seq AS position
         FROM outbox WHERE published_at IS NULL ORDER BY seq LIMIT $1`,
      [BATCH],
    );
    if (rows.length === 0) return { accepted: 0 };
    const result = await this.transport.events.publish(rows.map(toMessage));
    const published = rows.slice(0, result.accepted).map((row) => row.position);
    await this.unitOfWork.execute('UPDATE outbox SET published_at = now() WHERE seq = ANY($1::bigint[])', [
      published,
    ]);
    this.published.inc(published.length);
    return result;
  }

  private async isMyTurn(): Promise<boolean> {
    const [lock] = await this.unitOfWork.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock($1, hashtext('outbox:' || current_schema())) AS mine`,
      [ADVISORY_CLASS],
    );
    return lock?.mine === true;
  }

  private get published() {
    return this.metrics.counter({
      name: 'outbox_published_total',
      help: 'Events published from the outbox.',
    });
  }
}
