import { IMPORT_FAILURES } from '@switchyard/contracts';
import type { Column } from '../rows/column';
import { countKnownHeaders, type HeaderMap, mapHeaders } from '../rows/map-headers';
import type { TextEncoding } from './byte-scan';
import type { Delimiter } from './csv-reader';
import { csvRows, detectDelimiter } from './open-csv';
import { isBroken, type TableRow, UnreadableTable } from './table-row';
import { xlsxRows } from './xlsx-rows';

/** A file whose header was understood; its data rows follow. */
export interface OpenTable {
  readonly headers: HeaderMap;
  readonly rows: AsyncIterable<readonly TableRow[]>;
  /** Gives the file free, whether or not all rows were read. */
  close(): Promise<void>;
}

/** Where a file's bytes come from. `onRead` hears the part that was read, 0 to 1. */
export type TableSource =
  | {
      readonly format: 'csv';
      readonly chunks: AsyncIterable<Uint8Array>;
      readonly encoding: TextEncoding;
      readonly delimiter: Delimiter;
    }
  | { readonly format: 'xlsx'; readonly path: string; readonly onRead: (part: number) => void };

/** @throws UnreadableTable when the file is empty, no table, or lacks a column of its kind. */
export async function openTable(source: TableSource, columns: readonly Column[]): Promise<OpenTable> {
  const rows =
    source.format === 'csv'
      ? csvRows(source.chunks, source.encoding, source.delimiter)
      : xlsxRows(source.path, source.onRead);
  const close = async () => void (await rows.return(undefined));
  try {
    return { ...(await readHeader(rows, source.format, columns)), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function readHeader(
  rows: AsyncGenerator<readonly TableRow[]>,
  format: 'csv' | 'xlsx',
  columns: readonly Column[],
): Promise<Pick<OpenTable, 'headers' | 'rows'>> {
  for (;;) {
    const next = await rows.next();
    if (next.done === true) throw empty();
    const [header, ...rest] = next.value;
    if (header === undefined) continue;
    if (isBroken(header) || header.cells.some((cell) => cell.includes('\0'))) throw notATable();
    const headers = mapHeaders(columns, header.cells);
    return { headers, rows: dataRows(rest, rows, format === 'xlsx' ? headers.width : 0) };
  }
}

/** The separator of a CSV file, by its first bytes. */
export function delimiterOf(head: Uint8Array, encoding: TextEncoding, columns: readonly Column[]): Delimiter {
  return detectDelimiter(head, encoding, (headers) => countKnownHeaders(columns, headers));
}

/** A sheet leaves out the empty cells at a row's end: they are filled up to `width`. */
async function* dataRows(
  first: readonly TableRow[],
  rest: AsyncGenerator<readonly TableRow[]>,
  width: number,
): AsyncGenerator<readonly TableRow[]> {
  const filled = (rows: readonly TableRow[]) => (width > 0 ? rows.map((row) => fill(row, width)) : rows);
  if (first.length > 0) yield filled(first);
  for await (const rows of rest) yield filled(rows);
}

function fill(row: TableRow, width: number): TableRow {
  if (isBroken(row) || row.cells.length >= width) return row;
  return { line: row.line, cells: [...row.cells, ...Array<string>(width - row.cells.length).fill('')] };
}

function empty(): UnreadableTable {
  return new UnreadableTable(IMPORT_FAILURES.empty, {
    'zh-CN': '文件是空的。第一行应为列名，其后每行一条数据。',
    en: 'the file is empty: its first line must name the columns, each further line is one row of data',
  });
}

function notATable(): UnreadableTable {
  return new UnreadableTable(IMPORT_FAILURES.binary, {
    'zh-CN': '这不是 CSV 或 XLSX 表格。旧版 .xls 或加密文件请另存为不加密的 .xlsx 或 CSV（UTF-8）。',
    en: 'this is no CSV or XLSX table: save an old .xls or a protected file as .xlsx without a password, or as CSV (UTF-8)',
  });
}
