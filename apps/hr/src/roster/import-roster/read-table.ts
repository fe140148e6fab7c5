import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  CsvReader,
  DELIMITERS,
  type FileStore,
  scanBytes,
  type TableRow,
  UnreadableTable,
  xlsxRows,
} from '@switchyard/platform';

/** More than a roster or two years of quarter hours of ten queues. */
const MOST_ROWS = 1_000_000;

/**
 * All rows of an uploaded CSV (UTF-8, UTF-16 or GB18030; apart by comma, semicolon or tab) or XLSX.
 * @throws what `refused` makes of a file that is no table, and why
 */
export async function readTable(
  files: FileStore,
  key: string,
  refused: (why: string, cause: Error) => Error,
): Promise<TableRow[]> {
  try {
    const { format, encoding = 'utf-8' } = await scanBytes(await files.get(key));
    return await (format === 'xlsx' ? readSheet(files, key) : readText(files, key, encoding));
  } catch (error) {
    throw error instanceof UnreadableTable ? refused(error.text.en, error) : error;
  }
}

async function readText(files: FileStore, key: string, encoding: string): Promise<TableRow[]> {
  const decoder = new TextDecoder(encoding);
  const rows: TableRow[] = [];
  let reader: CsvReader | undefined;
  for await (const chunk of await files.get(key)) {
    const text = decoder.decode(chunk as Uint8Array, { stream: true });
    reader ??= new CsvReader(delimiterIn(text));
    rows.push(...reader.push(text));
    if (rows.length > MOST_ROWS) return rows;
  }
  return reader ? [...rows, ...reader.push(decoder.decode()), ...reader.end()] : rows;
}

/** The one that the first line has most of. */
function delimiterIn(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const ranked = Object.values(DELIMITERS).map((delimiter) => ({
    delimiter,
    count: header.split(delimiter).length,
  }));
  ranked.sort((one, other) => other.count - one.count);
  return ranked[0]?.delimiter ?? DELIMITERS.comma;
}

/** An archive is read from its end: it must lie in a file of its own for the time. */
async function readSheet(files: FileStore, key: string): Promise<TableRow[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchyard-table-'));
  try {
    const file = path.join(folder, 'table.xlsx');
    await pipeline(await files.get(key), createWriteStream(file));
    const rows: TableRow[] = [];
    for await (const some of xlsxRows(file, () => undefined)) {
      rows.push(...some);
      if (rows.length > MOST_ROWS) break;
    }
    return rows;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
