import type { EventMessage } from '../messaging/event-stream';

/** A row of outbox or inbox, as Postgres gives it (bigint as text). */
export interface EventRow {
  readonly id: string;
  readonly subject: string;
  readonly payload: string;
  readonly context: string;
  readonly occurred_at: Date;
  readonly position: string;
}

export function toMessage(row: EventRow): EventMessage {
  return {
    id: row.id,
    subject: row.subject,
    payload: row.payload,
    context: row.context,
    occurredAt: row.occurred_at,
    position: Number(row.position),
  };
}
