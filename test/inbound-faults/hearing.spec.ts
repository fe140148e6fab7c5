import { firstHeard, longestSilence } from './hearing';

test('the longest silence counts from the beginning and to the end', () => {
  expect(longestSilence([100, 120, 140], 0, 150)).toBe(100);
  expect(longestSilence([100, 500, 520], 90, 530)).toBe(400);
  expect(longestSilence([100], 90, 1_000)).toBe(900);
  expect(longestSilence([], 0, 1_000)).toBe(1_000);
});

test('what was heard before or after is not counted', () => {
  expect(longestSilence([100, 9_000], 200, 1_200)).toBe(1_000);
});

test('the first sound after a moment is found, or none in time', () => {
  expect(firstHeard([100, 500], 101)).toBe(500);
  expect(firstHeard([100, 500], 101, 400)).toBeUndefined();
});
