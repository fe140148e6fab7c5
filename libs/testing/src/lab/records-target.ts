import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { RecordsTarget } from './asterisk/asterisk-part';
import { repositoryRoot } from './root/repository';

/** Makes the tables for call records; idempotent. */
export function pbxSchemaSql(): string {
  return readFileSync(path.join(repositoryRoot(), 'deploy/asterisk/pbx-schema.sql'), 'utf8');
}

/** The target of call records as an URL tells it, e.g. `startEmbeddedPostgres(…).url('pbx')`. */
export function recordsAt(url: string): RecordsTarget {
  const { hostname, port, pathname, username, password } = new URL(url);
  return {
    host: hostname,
    port: Number(port || 5432),
    database: pathname.slice(1),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
  };
}
