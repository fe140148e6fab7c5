import { Client } from 'pg';

import { pbxSchemaSql } from '../lab/records-target';

/** Makes the tables that Asterisk writes its call records to; may be done again. `url` is that of the login pbx. */
export async function makeRecordTables(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(pbxSchemaSql());
  } finally {
    await client.end();
  }
}
