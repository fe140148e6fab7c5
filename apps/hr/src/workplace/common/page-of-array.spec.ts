import { pageOfArray } from './page-of-array';

const LETTERS = ['a', 'b', 'c', 'd', 'e'];
const page = (limit: number, cursor?: string) => pageOfArray(LETTERS, (letter) => letter, limit, cursor);

test('a list in memory is told page by page, each item once', () => {
  const first = page(2);
  const second = page(2, first.nextCursor);
  const third = page(2, second.nextCursor);
  expect([first, second, third].map(({ items }) => items.join(''))).toEqual(['ab', 'cd', 'e']);
  expect(third.nextCursor).toBe(undefined);
  expect(page(5).nextCursor).toBe(undefined);
});

test('a cursor of another list, or whose item is gone, is refused', () => {
  expect(() => page(2, 'nonsense')).toThrow('cursor');
  const { nextCursor } = pageOfArray(['x', 'y'], (letter) => letter, 1);
  expect(() => page(2, nextCursor)).toThrow('start without a cursor');
});
