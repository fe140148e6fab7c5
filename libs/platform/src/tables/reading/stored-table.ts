import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '../../files';
import type { CheckedRow } from '../rows/checked-row';
import type { Column } from '../rows/column';
import type { HeaderMap } from '../rows/map-headers';
import type { RowChecker } from '../rows/row-checker';
import { type TableWarning, unknownColumnsWarning } from '../rows/unknown-columns';
import type { ByteScan } from './byte-scan';
import type { Delimiter } from './csv-reader';
import { type OpenTable, openTable } from './open-table';
import type { TableRow } from './table-row';

/** Rows of a table, checked, some at a time; `progress` is the part that was read, 0 to 1. */
export interface CheckedTable<Row, Remark extends string = never> {
  readonly checked: AsyncIterable<readonly CheckedRow<Row, Remark>[]>;
  readonly warnings: readonly TableWarning[];
  progress(): number;
  close(): Promise<void>;
}

export interface StoredTable<Row, Remark extends string = never> {
  readonly files: FileStore;
  readonly fileKey: string;
  readonly scan: Pick<ByteScan, 'format' | 'encoding' | 'bytes'>;
  readonly delimiter: Delimiter;
  readonly columns: readonly Column[];
  readonly checker: RowChecker<Row, Remark>;
}

/** Opens an upload that lies in the file store. @throws UnreadableTable */
export async function openStoredTable<Row, Remark extends string = never>(
  stored: StoredTable<Row, Remark>,
): Promise<CheckedTable<Row, Remark>> {
  return stored.scan.format === 'xlsx' ? openXlsx(stored) : openCsv(stored);
}

async function openCsv<Row, Remark extends string>({
  files,
  fileKey,
  scan,
  delimiter,
  columns,
  checker,
}: StoredTable<Row, Remark>): Promise<CheckedTable<Row, Remark>> {
  const meter = { bytes: 0 };
  const chunks = metered(await files.get(fileKey), meter);
  const encoding = scan.encoding ?? 'utf-8';
  const table = await openTable({ format: 'csv', chunks, encoding, delimiter }, columns);
  return {
    checked: checkedRows(table.rows, table.headers, checker),
    warnings: unknownColumnsWarning(table.headers.unknown),
    progress: () => Math.min(1, meter.bytes / Math.max(1, scan.bytes)),
    close: () => table.close(),
  };
}

/** An archive is read from its end: it must lie in a file of its own for the time. */
async function openXlsx<Row, Remark extends string>({
  files,
  fileKey,
  columns,
  checker,
}: StoredTable<Row, Remark>): Promise<CheckedTable<Row, Remark>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchyard-import-'));
  const remove = () => rm(folder, { recursive: true, force: true });
  const file = path.join(folder, 'table.xlsx');
  let part = 0;
  let table: OpenTable;
  try {
    await pipeline(await files.get(fileKey), createWriteStream(file));
    table = await openTable({ format: 'xlsx', path: file, onRead: (read) => (part = read) }, columns);
  } catch (error) {
    await remove();
    throw error;
  }
  return {
    checked: checkedRows(table.rows, table.headers, checker),
    warnings: unknownColumnsWarning(table.headers.unknown),
    progress: () => part,
    close: async () => {
      await table.close();
      await remove();
    },
  };
}

async function* metered(stream: Readable, meter: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    meter.bytes += (chunk as Uint8Array).byteLength;
    yield chunk as Uint8Array;
  }
}

async function* checkedRows<Row, Remark extends string>(
  tables: AsyncIterable<readonly TableRow[]>,
  headers: HeaderMap,
  checker: RowChecker<Row, Remark>,
): AsyncGenerator<readonly CheckedRow<Row, Remark>[]> {
  for await (const rows of tables) {
    const checked: CheckedRow<Row, Remark>[] = [];
    for (const row of rows) {
      const result = checker.checkCells(row, headers);
      if (result) checked.push(result);
    }
    yield checked;
  }
}
