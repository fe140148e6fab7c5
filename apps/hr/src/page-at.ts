import { CURSOR_PARTS, decodeCursor, encodeCursor } from '@switchyard/platform';

/** A page of rows that are reckoned whole; the cursor is how many came before. */
export function pageAt<Row>(
  rows: readonly Row[],
  limit: number,
  cursor: string | undefined,
): { items: Row[]; nextCursor?: string } {
  const [before = '0'] = cursor === undefined ? [] : decodeCursor(cursor, CURSOR_PARTS.integer);
  const from = Number(before);
  const items = rows.slice(from, from + limit);
  const next = from + items.length;
  return {
    items,
    ...(next < rows.length && items.length > 0 && { nextCursor: encodeCursor([String(next)]) }),
  };
}
