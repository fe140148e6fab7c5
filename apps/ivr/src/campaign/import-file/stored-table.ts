import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileStore } from '@switchyard/platform';
import type { Column } from '../rows/column';
import type { CheckedRow } from '../rows/checked-row';
import type { HeaderMap } from '../rows/map-headers';
import type { RowChecker } from '../rows/row-checker';
import { type OpenTable, openTable } from '../import-contacts/open-table';
import { unknownColumnsWarning } from '../import-contacts/row-intake';
import type { ImportRows } from '../import-contacts/run-import';
import type { ByteScan } from '../table/byte-scan';
import type { Delimiter } from '../table/csv-reader';
import type { TableRow } from '../table/table-row';

export interface StoredTable {
  readonly files: FileStore;
  readonly fileKey: string;
  readonly scan: Pick<ByteScan, 'format' | 'encoding' | 'bytes'>;
  readonly delimiter: Delimiter;
  readonly columns: readonly Column[];
  readonly checker: RowChecker;
}

/** Opens an upload that lies in the file store. @throws UnreadableTable */
export async function openStoredTable(stored: StoredTable): Promise<ImportRows> {
  return stored.scan.format === 'xlsx' ? openXlsx(stored) : openCsv(stored);
}

async function openCsv({
  files,
  fileKey,
  scan,
  delimiter,
  columns,
  checker,
}: StoredTable): Promise<ImportRows> {
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
async function openXlsx({ files, fileKey, columns, checker }: StoredTable): Promise<ImportRows> {
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

async function* checkedRows(
  tables: AsyncIterable<readonly TableRow[]>,
  headers: HeaderMap,
  checker: RowChecker,
): AsyncGenerator<readonly CheckedRow[]> {
  for await (const rows of tables) {
    const checked: CheckedRow[] = [];
    for (const row of rows) {
      const result = checker.checkCells(row, headers);
      if (result) checked.push(result);
    }
    yield checked;
  }
}
