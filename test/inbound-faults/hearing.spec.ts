import { heardAgain, longestSilence } from './hearing';

test('the longest silence counts from the beginning and to the end', () => {
  expect(longestSilence([100, 120, 140], 0, 150)).toBe(100);
  expect(longestSilence([100, 500, 520], 90, 530)).toBe(400);
  expect(longestSilence([100], 90, 1_000)).toBe(900);
  expect(longestSilence([], 0, 1_000)).toBe(1_000);
});

test('what was heard before or after is not counted', () => {
  expect(longestSilence([100, 9_000], 200, 1_200)).toBe(1_000);
});

test('sound is back at the end of the longest silence', () => {
  expect(heardAgain([100, 200, 300, 900, 1_000], 150, 800, 2_000)).toBe(900);
});

test('what still played for a while, and pauses after the return, are not taken for it', () => {
  expect(heardAgain([100, 400, 500, 1_500, 1_600, 9_000], 90, 1_550, 9_100)).toBe(1_500);
});

test('sound that never comes again is told', () => {
  expect(heardAgain([100, 200], 150, 1_000, 5_000)).toBeUndefined();
  expect(heardAgain([], 150, 1_000, 5_000)).toBeUndefined();
});
