import { pipeline } from 'node:stream/promises';
import type { UnitOfWork } from '@switchyard/platform';
import { from as copyFrom } from 'pg-copy-streams';

export type CopyValue = string | number | boolean | Date | readonly string[] | undefined;

/** A table that lives until the transaction ends, and what COPY fills it with. */
export interface Incoming<Row> {
  readonly table: string;
  /** Column definitions in SQL, in the order of `valuesOf`. */
  readonly columns: readonly string[];
  readonly valuesOf: (row: Row) => readonly CopyValue[];
}

/** Puts rows into a table of this transaction by COPY, as they come. */
export async function copyRows<Row>(
  work: UnitOfWork,
  { table, columns, valuesOf }: Incoming<Row>,
  rows: AsyncIterable<readonly Row[]>,
): Promise<void> {
  await work.query(`create temporary table ${table} (${columns.join(', ')}) on commit drop`);
  await work.withConnection((client) =>
    pipeline(encoded(rows, valuesOf), client.query(copyFrom(`copy pg_temp.${table} from stdin`))),
  );
  await work.query(`analyze pg_temp.${table}`);
}

async function* encoded<Row>(
  tables: AsyncIterable<readonly Row[]>,
  valuesOf: (row: Row) => readonly CopyValue[],
): AsyncGenerator<Buffer> {
  for await (const rows of tables) {
    let text = '';
    for (const row of rows) text += `${valuesOf(row).map(copyText).join('\t')}\n`;
    yield Buffer.from(text);
  }
}

/** COPY's text format. Elements of a list are numbers in E.164: they need no quotes. */
function copyText(value: CopyValue): string {
  if (value === undefined) return '\\N';
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'object') return `{${value.join(',')}}`;
  return escaped(String(value));
}

const SPECIAL = /[\\\t\n\r]/g;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const escaped = (text: string): string =>
  text.replace(SPECIAL, (character) => ESCAPES[character] ?? character);
