import { COMMON_ERRORS } from '@switchyard/contracts';
import { DomainError } from '../errors';

/** The sort key of the last row of a page, as text, in an opaque wrapping. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The sort key that `encodeCursor` wrapped; each part must match its pattern.
 * @throws DomainError request.invalid for anything else
 */
export function decodeCursor(cursor: string, ...parts: readonly RegExp[]): string[] {
  const key = parse(cursor);
  const fits =
    Array.isArray(key) &&
    key.length === parts.length &&
    parts.every((pattern, index) => typeof key[index] === 'string' && pattern.test(key[index]));
  if (fits) return key as string[];
  throw new DomainError(COMMON_ERRORS.invalid, 'The cursor is not one of this list; start without one.', {
    fields: [{ field: 'cursor', problems: ['must be the nextCursor of the page before'] }],
  });
}

/** Patterns of the usual parts of a sort key. */
export const CURSOR_PARTS = {
  instant: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,6})?Z$/,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i,
  integer: /^\d{1,18}$/,
  text: /^[^\0]{0,300}$/,
} as const;

/**
 * Cuts a page out of rows of which one more than `limit` was asked for.
 * `keyOf` gives the sort key of a row, for the cursor of the next page.
 */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  keyOf: (row: T) => readonly string[],
): { items: T[]; nextCursor?: string } {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return rows.length > limit && last !== undefined
    ? { items, nextCursor: encodeCursor(keyOf(last)) }
    : { items };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
