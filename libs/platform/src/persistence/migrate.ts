import type { DataSource } from 'typeorm';
import { Client } from 'pg';
import { ADVISORY_CLASS } from './advisory-class';

const LOCK_TIMEOUT_MS = 120_000;

/**
 * Creates the schema if it is missing and runs the pending migrations, one process at a time: others
 * that start meanwhile wait and then find nothing to do.
 */
export async function migrate(dataSource: DataSource, schema: string, url: string): Promise<string[]> {
  const lock = new Client({ connectionString: url, application_name: `${schema}-migrations` });
  lock.on('error', () => undefined); // Losing the connection loses the lock; the migration then fails by itself.
  await lock.connect();
  try {
    await lock.query(`SET lock_timeout = ${LOCK_TIMEOUT_MS}`);
    await lock.query('SELECT pg_advisory_lock($1, hashtext($2))', [ADVISORY_CLASS, `migrate:${schema}`]);
    await createSchema(lock, schema);
    const done = await dataSource.runMigrations({ transaction: 'each' });
    return done.map((migration) => migration.name);
  } finally {
    await lock.end();
  }
}

async function createSchema(client: Client, schema: string): Promise<void> {
  // Asked first: a login without the right to create schemas may still use one that exists.
  const { rowCount } = await client.query('SELECT 1 FROM pg_namespace WHERE nspname = $1', [schema]);
  if (rowCount === 0) await client.query(`CREATE SCHEMA IF NOT EXISTS ${client.escapeIdentifier(schema)}`);
}
