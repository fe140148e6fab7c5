import { mostAtOnce } from './most-at-once';

test('calls that overlap are counted together, those after one another are not', () => {
  expect(mostAtOnce([])).toBe(0);
  expect(
    mostAtOnce([
      { begunAt: 1, endedAt: 5 },
      { begunAt: 5, endedAt: 9 },
    ]),
  ).toBe(1);
  expect(mostAtOnce([{ begunAt: 1, endedAt: 5 }, { begunAt: 4 }, { begunAt: 4, endedAt: 9 }])).toBe(3);
});
