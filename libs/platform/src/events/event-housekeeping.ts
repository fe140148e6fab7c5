import { Injectable } from '@nestjs/common';
import { Logger } from '../logging';
import { MetricsRegistry } from '../metrics';
import { UnitOfWork } from '../persistence/unit-of-work';

const FIGURES_EVERY_MS = 15_000;
const PURGE_EVERY_MS = 3_600_000;
/** Longer than a stream keeps events, so that none of them can come again unrecognised. */
const KEEP_INBOX = '30 days';
const KEEP_OUTBOX = '3 days';
const PURGE_AT_ONCE = 10_000;

interface Figures {
  readonly waiting: number;
  readonly oldest_seconds: number;
  readonly dead: number;
}

/** Tells how many events wait or are dead, and removes those that took effect long ago. */
@Injectable()
export class EventHousekeeping {
  private readonly logger: Logger;
  private timers: NodeJS.Timeout[] = [];

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly metrics: MetricsRegistry,
    logger: Logger,
  ) {
    this.logger = logger.named('EventHousekeeping');
  }

  start(): void {
    this.timers = [
      this.every(FIGURES_EVERY_MS, () => this.measure()),
      this.every(PURGE_EVERY_MS, () => this.purge()),
    ];
  }

  stop(): void {
    for (const timer of this.timers.splice(0)) clearInterval(timer);
  }

  async measure(): Promise<void> {
    const [figures] = await this.unitOfWork.query<Figures>(
      `SELECT count(*)::integer AS waiting,
              coalesce(extract(epoch FROM now() - min(occurred_at)), 0)::float AS oldest_seconds,
              (SELECT count(*)::integer FROM inbox WHERE state = 'dead') AS dead
         FROM outbox WHERE published_at IS NULL`,
    );
    if (figures === undefined) return;
    this.gauge('outbox_waiting', 'Events that are not published yet.').set(figures.waiting);
    this.gauge('outbox_oldest_seconds', 'Age of the oldest of them.').set(figures.oldest_seconds);
    this.gauge('inbox_dead', 'Events that were given up and wait for a human.').set(figures.dead);
  }

  /** Removes at most ten thousand of each at a time; returns how many. */
  async purge(): Promise<number> {
    const published = await this.unitOfWork.execute(
      `DELETE FROM outbox WHERE seq IN (SELECT seq FROM outbox
        WHERE published_at < now() - $1::interval ORDER BY published_at LIMIT $2)`,
      [KEEP_OUTBOX, PURGE_AT_ONCE],
    );
    const settled = await this.unitOfWork.execute(
      `DELETE FROM inbox WHERE (durable, event_id) IN (SELECT durable, event_id FROM inbox
        WHERE state = 'done' AND settled_at < now() - $1::interval ORDER BY settled_at LIMIT $2)`,
      [KEEP_INBOX, PURGE_AT_ONCE],
    );
    return published + settled;
  }

  private every(milliseconds: number, work: () => Promise<unknown>): NodeJS.Timeout {
    const run = (): void => {
      work().catch((error: unknown) => this.logger.warn('event housekeeping failed', { err: error }));
    };
    return setInterval(run, milliseconds).unref();
  }

  private gauge(name: string, help: string) {
    return this.metrics.gauge({ name, help });
  }
}
