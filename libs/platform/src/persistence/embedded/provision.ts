import { Client } from 'pg';

/** Schemas of the platform, each with a login of the same name that owns it. */
export const SCHEMAS = ['gateway', 'ivr', 'ticket', 'hr', 'pbx'] as const;
export type Schema = (typeof SCHEMAS)[number];

export interface Login {
  readonly schema: Schema;
  readonly password: string;
}

export const DATABASE = 'switchyard';

/** Makes the platform's database, on a server just initialised. */
export async function ensureDatabase(maintenanceUrl: string): Promise<void> {
  const client = new Client({ connectionString: maintenanceUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/**
 * Makes the logins and their schemas, or brings them up to date. `pbx` is written by Asterisk and read by
 * ivr, which alone may look into it (architecture.md, Data).
 */
export async function provision(adminUrl: string, logins: readonly Login[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm WITH SCHEMA public');
    await client.query('REVOKE CREATE ON SCHEMA public FROM PUBLIC');
    for (const login of logins) await provisionLogin(client, login);
    const schemas = logins.map(({ schema }) => schema);
    if (schemas.includes('pbx') && schemas.includes('ivr')) await letIvrReadPbx(client);
  } finally {
    await client.end();
  }
}

async function provisionLogin(client: Client, { schema, password }: Login): Promise<void> {
  const name = client.escapeIdentifier(schema);
  const { rowCount } = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [schema]);
  const verb = rowCount === 0 ? 'CREATE' : 'ALTER';
  await client.query(`${verb} ROLE ${name} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${name} AUTHORIZATION ${name}`);
  await client.query(`ALTER ROLE ${name} SET search_path = ${name}, public`);
}

async function letIvrReadPbx(client: Client): Promise<void> {
  await client.query('GRANT USAGE ON SCHEMA pbx TO ivr');
  await client.query('GRANT SELECT ON ALL TABLES IN SCHEMA pbx TO ivr');
  await client.query('ALTER DEFAULT PRIVILEGES FOR ROLE pbx IN SCHEMA pbx GRANT SELECT ON TABLES TO ivr');
}
