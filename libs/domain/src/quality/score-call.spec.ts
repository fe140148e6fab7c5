import { lotOf } from '../shared';
import { SAMPLE_SCORECARD } from './sample-scorecard';
import { type CallScore, type ItemMark, scoreCall } from './score-call';
import { scorecardItems, type ScorecardItem, type ScorecardSection } from './scorecard';

const { sections } = SAMPLE_SCORECARD;
const full = (item: ScorecardItem): ItemMark =>
  item.kind === 'points'
    ? { item: item.code, points: item.maxPoints ?? item.weight }
    : { item: item.code, passed: true };

/** Everything full but for what is told. */
const marks = (changed: Readonly<Record<string, Omit<ItemMark, 'item'>>> = {}): ItemMark[] =>
  scorecardItems(sections).map((item) => {
    const other = changed[item.code];
    return other ? { item: item.code, ...other } : full(item);
  });

const scored = (given: readonly ItemMark[], card: readonly ScorecardSection[] = sections): CallScore => {
  const result = scoreCall(card, given, 60);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

test('everything right is 100, with transaction quality 100', () => {
  expect(scored(marks())).toMatchObject({
    score: 100,
    criticalError: false,
    failedBy: [],
    accuracy: 100,
    professional: 100,
    transactionQuality: 100,
  });
});

test('points are taken off item by item; transaction quality is accuracy × professional score (§12, 7)', () => {
  const result = scored(marks({ 'answer-right': { points: 10 }, 'greeting-active': { points: 3 } }));
  expect(result).toMatchObject({ score: 83, criticalError: false, accuracy: 66.67, professional: 90 });
  expect(result.transactionQuality).toBe(60);
  expect(result.lines.filter(({ fault }) => fault).map(({ item }) => item)).toEqual([
    'greeting-active',
    'answer-right',
  ]);
  expect(result.lines[0]?.text).toEqual({
    'zh-CN': '主动问候并报工号：3 / 10',
    en: 'Greets actively and gives the number: 3 / 10',
  });
});

test('a critical item makes it 0, however good the rest', () => {
  const result = scored(marks({ 'critical-rude': { passed: false } }));
  expect(result).toMatchObject({
    score: 0,
    criticalError: true,
    failedBy: ['critical-rude'],
    professional: 0,
  });
  expect(result.accuracy).toBe(100);
  expect(result.text.en).toBe('0 of 100: critical error (Insults, refuses or hangs up on the customer)');
});

test('business accuracy 0 is a critical error without any critical item (§12, 8)', () => {
  const wrong = { 'answer-right': { points: 0 }, 'transfer-right': { passed: false } };
  expect(scored(marks(wrong))).toMatchObject({ score: 70, criticalError: true, failedBy: [], accuracy: 0 });
});

test('what does not apply gives its weight to its section', () => {
  const result = scored(marks({ 'transfer-right': { applies: false }, 'answer-right': { points: 10 } }));
  expect(result.score).toBe(85);
  expect(result.lines.find(({ item }) => item === 'answer-right')).toMatchObject({
    effectiveWeight: 30,
    earned: 15,
  });
});

test('a section of which nothing applies gives its weight to all others', () => {
  const card = sections.map((section) => ({
    ...section,
    items: section.items.map((item) => ({ ...item, mayNotApply: true })),
  }));
  const result = scored(marks({ 'closing-thanks': { applies: false } }), card);
  expect(result.score).toBe(100);
  const weights = result.lines.map(({ effectiveWeight }) => effectiveWeight);
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(100, 9);
  expect(result.lines[0]?.effectiveWeight).toBeCloseTo((10 / 90) * 100, 9);
});

test('whatever applies and whatever is given: weights sum to 100, the score stays within 0 and 100', () => {
  for (let number = 0; number < 500; number += 1) {
    const any = (what: string, below: number) => Math.floor(lotOf(`marks ${number}`, what) * below);
    const card: ScorecardSection[] = Array.from({ length: 1 + any('sections', 5) }, (_, at) => ({
      code: `s${at}`,
      names: { 'zh-CN': '部分', en: 'section' },
      items: Array.from({ length: 1 + any(`items ${at}`, 4) }, (__, place): ScorecardItem => {
        const kind = (['points', 'yes-no'] as const)[any(`kind ${at} ${place}`, 2)] ?? 'points';
        const aspect =
          (['accuracy', 'soft', 'technical'] as const)[any(`aspect ${at} ${place}`, 3)] ?? 'soft';
        const weight = (1 + any(`weight ${at} ${place}`, 3000)) / 100;
        return {
          code: `${at}-${place}`,
          names: { 'zh-CN': '项', en: 'item' },
          kind,
          aspect,
          weight,
          mayNotApply: true,
        };
      }),
    }));
    const items = scorecardItems(card);
    const given = items.map((item, at): ItemMark => {
      if (at > 0 && any(`applies ${at}`, 2) === 0) return { item: item.code, applies: false };
      return item.kind === 'points'
        ? { item: item.code, points: (any(`points ${at}`, 101) / 100) * item.weight }
        : { item: item.code, passed: any(`passed ${at}`, 2) === 0 };
    });
    const { score, lines } = scored(given, card);
    expect(lines.reduce((sum, { effectiveWeight }) => sum + effectiveWeight, 0)).toBeCloseTo(100, 6);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(100);
    const best = items.map((item, at) => (given[at]?.applies === false ? given[at] : full(item)));
    expect(scored(best, card).score).toBe(100);
  }
});

test.each([
  ['an item without a mark', marks().slice(1), 'marks.greeting-active', 'is not marked'],
  [
    'an item marked twice',
    [...marks(), { item: 'greeting-active', points: 1 }],
    'marks.greeting-active',
    'more than once',
  ],
  ['an unknown item', [...marks(), { item: 'smile', points: 1 }], 'marks.smile', 'no item'],
  [
    'points above the maximum',
    marks({ 'greeting-active': { points: 10.1 } }),
    'marks.greeting-active',
    '0 to 10',
  ],
  ['points below 0', marks({ 'greeting-active': { points: -1 } }), 'marks.greeting-active', '0 to 10'],
  [
    'a yes to an item of points',
    marks({ 'greeting-active': { passed: true } }),
    'marks.greeting-active',
    'no passed',
  ],
  ['points of a yes-no', marks({ 'transfer-right': { points: 5 } }), 'marks.transfer-right', 'no points'],
  ['neither yes nor no', marks({ 'critical-rude': {} }), 'marks.critical-rude', 'needs passed'],
  [
    'leaving out what always applies',
    marks({ 'greeting-active': { applies: false } }),
    'marks.greeting-active',
    'always applies',
  ],
  [
    'a value of what does not apply',
    marks({ 'transfer-right': { applies: false, passed: true } }),
    'marks.transfer-right',
    'no value',
  ],
])('%s is refused', (_, given, path, problem) => {
  const result = scoreCall(sections, given, 60);
  expect(result.ok ? [] : result.error).toContainEqual({ path, problem: expect.stringContaining(problem) });
});
