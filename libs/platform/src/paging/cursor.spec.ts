import { CURSOR_PARTS, decodeCursor, encodeCursor, pageOf } from './cursor';

describe('cursors', () => {
  it('carry a sort key there and back', () => {
    const key = ['2026-03-02T01:00:00.123456Z', '王芳'];
    expect(decodeCursor(encodeCursor(key), CURSOR_PARTS.instant, CURSOR_PARTS.text)).toEqual(key);
  });

  it.each([
    '',
    'garbage',
    encodeCursor([]),
    encodeCursor(["' or 1=1"]),
    encodeCursor(['1', '2']),
    Buffer.from('[1]').toString('base64url'),
  ])('refuse %j, naming the field', (cursor) => {
    try {
      decodeCursor(cursor, CURSOR_PARTS.integer);
    } catch (error) {
      expect(error).toMatchObject({ code: 'request.invalid', details: { fields: [{ field: 'cursor' }] } });
      return;
    }
    throw new Error('it was accepted');
  });

  it('are given only when there is another page', () => {
    const keyOf = (row: number) => [String(row)];
    expect(pageOf([1, 2], 2, keyOf)).toEqual({ items: [1, 2] });
    expect(pageOf([1, 2, 3], 2, keyOf)).toEqual({ items: [1, 2], nextCursor: encodeCursor(['2']) });
    expect(pageOf([], 2, keyOf)).toEqual({ items: [] });
  });
});
