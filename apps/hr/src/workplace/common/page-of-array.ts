import { COMMON_ERRORS } from '@switchyard/contracts';
import { CURSOR_PARTS, decodeCursor, DomainError, encodeCursor } from '@switchyard/platform';

/**
 * A page of a list that is short and in memory; the cursor is the key of the last item.
 * @throws DomainError `request.invalid` for a cursor that is not of such a list, or whose item is gone
 */
export function pageOfArray<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  limit = 50,
  cursor?: string,
): { items: Item[]; nextCursor?: string } {
  const start = cursor === undefined ? 0 : 1 + placeOf(items, keyOf, cursor);
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  return last !== undefined && start + limit < items.length
    ? { items: page, nextCursor: encodeCursor([keyOf(last)]) }
    : { items: page };
}

function placeOf<Item>(items: readonly Item[], keyOf: (item: Item) => string, cursor: string): number {
  const [after] = decodeCursor(cursor, CURSOR_PARTS.text);
  const place = items.findIndex((item) => keyOf(item) === after);
  if (place >= 0) return place;
  throw new DomainError(COMMON_ERRORS.invalid, 'The list has changed; start without a cursor.', {
    fields: [{ field: 'cursor', problems: ['names an item that is gone'] }],
  });
}
