import { SAMPLE_SCORECARD } from './sample-scorecard';
import {
  problemsOfDraft,
  problemsOfPublication,
  scorecardItems,
  type ScorecardItem,
  type ScorecardSection,
  sumOfWeights,
} from './scorecard';

const NAMES = { 'zh-CN': '项', en: 'item' };
const item = (code: string, weight: number, more: Partial<ScorecardItem> = {}): ScorecardItem => ({
  code,
  names: NAMES,
  kind: 'points',
  aspect: 'accuracy',
  weight,
  mayNotApply: false,
  ...more,
});
const section = (...items: ScorecardItem[]): ScorecardSection => ({ code: 'one', names: NAMES, items });

test('the sample form has the weights of the document and 15 and 15 added (C15), and can be published', () => {
  const weights = SAMPLE_SCORECARD.sections.map(({ code, items }) => [
    code,
    sumOfWeights(items.map(({ weight }) => weight)),
  ]);
  expect(Object.fromEntries(weights)).toEqual({
    greeting: 10,
    need: 20,
    solution: 30,
    closing: 10,
    attitude: 15,
    record: 15,
    critical: 0,
  });
  expect(problemsOfPublication(SAMPLE_SCORECARD.sections)).toEqual([]);
});

test('the form as the document has it, 70 in all, cannot be published but is a draft', () => {
  const printed = SAMPLE_SCORECARD.sections.filter(({ code }) => !['attitude', 'record'].includes(code));
  expect(problemsOfDraft(printed)).toEqual([]);
  expect(problemsOfPublication(printed)).toEqual([
    { path: 'sections', problem: 'have weights that sum to 70, and must sum to 100' },
  ]);
});

test('weights with decimals sum exactly', () => {
  expect(sumOfWeights([33.3, 33.3, 33.4])).toBe(100);
  expect(sumOfWeights(Array.from({ length: 10 }, () => 0.1))).toBe(1);
});

test.each([
  ['nothing', [], 'sum to 0'],
  ['99.99', [section(item('a', 99.99))], 'sum to 99.99'],
  ['no accuracy', [section(item('a', 100, { aspect: 'soft' }))], 'item of accuracy'],
  ['an empty section', [section(item('a', 100)), { ...section(), code: 'two' }], 'at least one item'],
  ['a section twice', [section(item('a', 50)), section(item('b', 50))], 'is there twice: one'],
  ['an item twice', [section(item('a', 50), item('a', 50))], 'is there twice: a'],
  ['a critical item with weight', [section(item('a', 95), item('b', 5, { kind: 'critical' }))], 'must be 0'],
  ['an item without weight', [section(item('a', 100), item('b', 0))], 'above 0'],
  ['points of a yes-no', [section(item('a', 100, { kind: 'yes-no', maxPoints: 5 }))], 'items of points only'],
])('a scorecard with %s is not published', (_, sections, problem) => {
  expect(problemsOfPublication(sections).map((one) => one.problem)).toContainEqual(
    expect.stringContaining(problem),
  );
});

test('codes of the sample form are unique', () => {
  const codes = scorecardItems(SAMPLE_SCORECARD.sections).map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
});
