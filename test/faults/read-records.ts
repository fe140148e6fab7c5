import { jetstream, jetstreamManager } from '@nats-io/jetstream';
import { connect, type NatsConnection } from '@nats-io/transport-node';
import { Client } from 'pg';
import type { ConsumedEvent, PaymentRow, PublishedEvent, WorkOrderRow } from './judge-records';

const SERVICES = ['gateway', 'ticket', 'hr', 'ivr'] as const;
const FETCH_MS = 2_000;
const MESSAGE_ID = 'Nats-Msg-Id';

/** What the services' own tables say. */
export interface DatabaseRecords {
  readonly countedRows: ReadonlyMap<string, number>;
  readonly events: readonly PublishedEvent[];
  readonly consumed: readonly ConsumedEvent[];
  readonly workOrders: readonly WorkOrderRow[];
  readonly knownPayments: readonly PaymentRow[];
  readonly outcomes: Readonly<Record<string, number>>;
  readonly evidence: Readonly<Record<string, number>>;
}

/** Reads across all schemas, as no service may. */
export async function readDatabase(adminUrl: string): Promise<DatabaseRecords> {
  return withDatabase(adminUrl, async (client) => {
    const rows = async <Row extends object>(sql: string): Promise<Row[]> =>
      (await client.query<Row>(sql)).rows;
    const counted = await rows<{ contact_id: string; count: number }>(
      `select contact_id::text, count(ordinal)::int as count from ivr.attempt where settled_at is not null group by 1`,
    );
    const outcomes = await rows<{ name: string; count: number }>(
      `select coalesce(outcome, 'open') as name, count(*)::int as count from ivr.attempt group by 1 order by 2 desc`,
    );
    const evidence = await rows<{ name: string; count: number }>(
      `select coalesce(evidence, 'open') as name, count(*)::int as count from ivr.call group by 1 order by 2 desc`,
    );
    return {
      countedRows: new Map(counted.map((row) => [row.contact_id, row.count])),
      outcomes: Object.fromEntries(outcomes.map(({ name, count }) => [name, count])),
      evidence: Object.fromEntries(evidence.map(({ name, count }) => [name, count])),
      events: (
        await rows<Omit<PublishedEvent, 'payload'> & { payload: string }>(
          inEverySchema(
            (schema) => `select id::text, subject, published_at is not null as published, payload
            from ${schema}.outbox`,
          ),
        )
      ).map((event) => ({ ...event, payload: JSON.parse(event.payload) as Record<string, unknown> })),
      consumed: await rows(
        inEverySchema(
          (schema) => `select durable, event_id as "eventId", subject, state from ${schema}.inbox`,
        ),
      ),
      workOrders: await rows(`select number, reference, phone from ticket.work_order`),
      knownPayments: await rows(
        `select account_no as "accountNo", amount_fen::int as "amountFen" from ivr.payment`,
      ),
    };
  });
}

/** Events that wait in an outbox, or in the inbox of a consumer. */
export async function waitingEvents(adminUrl: string): Promise<number> {
  return withDatabase(adminUrl, async (client) => {
    const { rows } = await client.query<{ waiting: number }>(
      `select coalesce(sum(waiting), 0)::int as waiting from (${inEverySchema(
        (schema) => `select (select count(*) from ${schema}.outbox where published_at is null)
          + (select count(*) from ${schema}.inbox where state = 'waiting') as waiting`,
      )}) each`,
    );
    return rows[0]?.waiting ?? 0;
  });
}

/** Ids of all messages of the event streams. */
export async function readStreams(natsUrl: string): Promise<readonly string[]> {
  const connection = await connect({ servers: natsUrl, timeout: 10_000 });
  try {
    const manager = await jetstreamManager(connection);
    const ids: string[] = [];
    for await (const { config, state } of manager.streams.list()) {
      if (config.name.startsWith('EVENTS_'))
        ids.push(...(await messagesOf(connection, config.name, state.messages)));
    }
    return ids;
  } finally {
    await connection.close();
  }
}

async function messagesOf(connection: NatsConnection, stream: string, count: number): Promise<string[]> {
  const ids: string[] = [];
  const consumer = await jetstream(connection).consumers.get(stream);
  while (ids.length < count) {
    const before = ids.length;
    const messages = await consumer.fetch({
      max_messages: Math.min(500, count - ids.length),
      expires: FETCH_MS,
    });
    for await (const message of messages)
      ids.push(message.headers?.get(MESSAGE_ID) ?? 'a message without an id');
    if (ids.length === before) throw new Error(`${stream} gave ${ids.length} of its ${count} messages`);
  }
  return ids;
}

async function withDatabase<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 10_000,
    query_timeout: 30_000,
  });
  client.on('error', () => undefined); // whoever asks is told
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function inEverySchema(select: (schema: string) => string): string {
  return SERVICES.map(select).join(' union all ');
}
