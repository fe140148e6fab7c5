import { Injectable } from '@nestjs/common';
import type { EventMessage } from '../messaging/event-stream';
import { ADVISORY_CLASS } from '../persistence/advisory-class';
import { UnitOfWork } from '../persistence/unit-of-work';
import type { EventRow } from './event-row';

export interface InboxRow extends EventRow {
  readonly failures: number;
}

/** Events that arrived: each once per durable consumer, kept until long after it took effect. */
@Injectable()
export class Inbox {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Stores what is new. */
  async receive(durable: string, events: readonly EventMessage[]): Promise<void> {
    const columns = [
      events.map((event) => event.id),
      events.map((event) => event.subject),
      events.map((event) => event.payload),
      events.map((event) => event.context),
      events.map((event) => event.occurredAt),
      events.map((event) => event.position),
    ];
    await this.unitOfWork.query(
      `INSERT INTO inbox (durable, event_id, subject, payload, context, occurred_at, position)
       SELECT $1, * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::timestamptz[], $7::bigint[])
       ON CONFLICT DO NOTHING`,
      [durable, ...columns],
    );
  }

  /**
   * Takes the next event that is due, in the open transaction; nothing while another replica works for
   * the same durable, so that events take effect in order.
   */
  async next(durable: string): Promise<InboxRow | undefined> {
    const [lock] = await this.unitOfWork.query<{ mine: boolean }>(
      `SELECT pg_try_advisory_xact_lock($1, hashtext('inbox:' || current_schema() || ':' || $2)) AS mine`,
      [ADVISORY_CLASS, durable],
    );
    if (lock?.mine !== true) return undefined;
    const [row] = await this.unitOfWork.query<InboxRow>(
      `SELECT event_id AS id, subject, payload, context, occurred_at, position, failures
         FROM inbox WHERE durable = $1 AND state = 'waiting' AND next_try_at <= now()
        ORDER BY position, received_at LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [durable],
    );
    return row;
  }

  async settle(durable: string, id: string): Promise<void> {
    await this.unitOfWork.execute(
      `UPDATE inbox SET state = 'done', settled_at = now() WHERE durable = $1 AND event_id = $2`,
      [durable, id],
    );
  }

  /** Records a failure: tried again after the pause, or never when it is `dead`. */
  async fail(durable: string, id: string, error: string, retryInMs: number | 'dead'): Promise<void> {
    const dead = retryInMs === 'dead';
    await this.unitOfWork.execute(
      `UPDATE inbox SET failures = failures + 1, last_error = $3, state = $4,
              next_try_at = now() + make_interval(secs => $5), settled_at = CASE WHEN $4 = 'dead' THEN now() END
        WHERE durable = $1 AND event_id = $2 AND state = 'waiting'`,
      [durable, id, error, dead ? 'dead' : 'waiting', dead ? 0 : retryInMs / 1000],
    );
  }

  /** Tries dead events of a durable consumer again, once their cause is mended; returns how many. */
  async revive(durable: string): Promise<number> {
    return this.unitOfWork.execute(
      `UPDATE inbox SET state = 'waiting', failures = 0, next_try_at = now(), settled_at = NULL
        WHERE durable = $1 AND state = 'dead'`,
      [durable],
    );
  }

  async countDead(): Promise<{ durable: string; events: number }[]> {
    return this.unitOfWork.query(
      `SELECT durable, count(*)::integer AS events FROM inbox WHERE state = 'dead' GROUP BY durable`,
    );
  }
}
