import { Client } from 'pg';
import type { Scene } from './scene';

/** Reads and prepares the database across schemas, as no service may. */
export async function withDatabase<T>({ platform }: Scene, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: platform.postgres.adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface SettledCalls {
  /** Contacts whose disposition fell into the time. */
  readonly contacts: number;
  /** Of calls begun in the time: milliseconds from the decision to dial until the answer. */
  readonly setupMs: readonly number[];
  /** And from the answer until the notice was heard. */
  readonly answerToNoticeMs: readonly number[];
}

/** What the platform's own tables say of a batch between two moments. */
export async function settledCalls(
  scene: Scene,
  batchId: string,
  from: number,
  to: number,
): Promise<SettledCalls> {
  const times = [batchId, new Date(from), new Date(to)];
  return withDatabase(scene, async (client) => {
    const contacts = await client.query<{ count: number }>(
      `select count(*)::int as count from ivr.contact
       where batch_id = $1 and disposition = 'delivered' and disposed_at >= $2 and disposed_at < $3`,
      times,
    );
    const calls = await client.query<{ setup: number; notice: number }>(
      `select extract(epoch from answered_at - originated_at)::float8 * 1000 as setup,
         extract(epoch from notice_started_at - answered_at)::float8 * 1000 as notice
       from ivr.call where batch_id = $1 and originated_at >= $2 and originated_at < $3 and notice_started_at is not null`,
      times,
    );
    return {
      contacts: contacts.rows[0]?.count ?? 0,
      setupMs: calls.rows.map(({ setup }) => setup),
      answerToNoticeMs: calls.rows.map(({ notice }) => notice),
    };
  });
}
