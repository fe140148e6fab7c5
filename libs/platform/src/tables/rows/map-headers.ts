import { IMPORT_FAILURES } from '@switchyard/contracts';
import { toHalfWidth } from '@switchyard/domain';
import { UnreadableTable } from '../reading/table-row';
import type { Column } from './column';

/** Where each column stands in a file. */
export interface HeaderMap {
  /** By the place in `columns`: the cell's index, or -1 for an optional column that is not there. */
  readonly indexes: readonly number[];
  /** Headers that nobody asked for. */
  readonly unknown: readonly string[];
  /** Cells that a row should have. */
  readonly width: number;
}

/** Headers are compared without case, spaces, hyphens, brackets with a unit, and in half width. */
export function plainHeader(header: string): string {
  return toHalfWidth(header)
    .replace(/^\uFEFF/, '')
    .replace(/[([{【].*?[)\]}】]/g, '')
    .replace(/[\s_\-.*:/#]+/g, '')
    .toLowerCase();
}

export function headerNames(column: Column): readonly string[] {
  return [column.title['zh-CN'], column.title.en, column.field, column.jsonField, ...column.headers];
}

/** How many of the columns these headers name. */
export function countKnownHeaders(columns: readonly Column[], headers: readonly string[]): number {
  const known = new Set(columns.flatMap((column) => headerNames(column).map(plainHeader)));
  return headers.filter((header) => known.has(plainHeader(header))).length;
}

/**
 * @throws UnreadableTable when a required column is missing or one stands there twice: every row would be
 * wrong, so the whole file is refused, naming the column and the headers that it may have.
 */
export function mapHeaders(columns: readonly Column[], headers: readonly string[]): HeaderMap {
  const byName = new Map<string, number>();
  columns.forEach((column, place) =>
    headerNames(column).forEach((name) => byName.set(plainHeader(name), place)),
  );
  const indexes = columns.map(() => -1);
  const unknown: string[] = [];
  headers.forEach((header, index) => {
    const place = byName.get(plainHeader(header));
    if (place === undefined) {
      if (header.trim() !== '') unknown.push(header.trim().slice(0, 60));
    } else if (indexes[place] !== -1) {
      throw twice(columns[place], headers[indexes[place] ?? 0] ?? '', header);
    } else indexes[place] = index;
  });
  const missing = columns.filter((column, place) => column.required && indexes[place] === -1);
  if (missing.length > 0) throw missingColumns(missing, headers);
  return { indexes, unknown, width: headers.length };
}

function missingColumns(missing: readonly Column[], headers: readonly string[]): UnreadableTable {
  const chinese = missing.map((column) => column.title['zh-CN']).join('、');
  const english = missing.map((column) => column.title.en).join(', ');
  const found = headers.map((header) => header.trim().slice(0, 60)).filter((header) => header !== '');
  return new UnreadableTable(
    IMPORT_FAILURES.headerMissing,
    {
      'zh-CN': `缺少列：${chinese}。第一行必须是列名，可用的列名见 details。`,
      en: `these columns are missing: ${english}. The first line must name the columns; details tell which names are taken`,
    },
    {
      missing: missing.map((column) => ({
        field: column.field,
        accepted: [...new Set(headerNames(column))],
      })),
      found: found.slice(0, 50),
    },
  );
}

function twice(column: Column | undefined, first: string, second: string): UnreadableTable {
  return new UnreadableTable(
    IMPORT_FAILURES.headerTwice,
    {
      'zh-CN': `列“${column?.title['zh-CN']}”出现了两次：“${first}”和“${second}”。请只保留一列。`,
      en: `the column "${column?.title.en}" stands there twice, as "${first}" and "${second}": keep one`,
    },
    { field: column?.field, headers: [first, second] },
  );
}
