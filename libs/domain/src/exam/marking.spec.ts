import { lotOf } from '../shared';
import { markAnswer } from './mark-answer';
import type { PaperItem } from './paper';
import { hasPassed, scorePaper, standingResult } from './score-paper';
import { settleMarks } from './settle-marks';

const item = (more: Partial<PaperItem>): PaperItem => ({
  no: 1,
  questionCode: 'q',
  questionVersion: 1,
  topic: 't',
  difficulty: 'easy',
  kind: 'single',
  text: '?',
  options: [],
  points: 10,
  key: {},
  ...more,
});

describe('marking by the key', () => {
  const multiple = item({ kind: 'multiple', key: { options: ['A', 'B', 'C', 'D'] } });
  it.each([
    ['the right option', item({ key: { options: ['B'] } }), { options: ['B'] }, 10],
    ['a wrong one', item({ key: { options: ['B'] } }), { options: ['A'] }, 0],
    ['both of them', item({ key: { options: ['B'] } }), { options: ['A', 'B'] }, 0],
    ['all that are right', multiple, { options: ['D', 'C', 'B', 'A'] }, 10],
    ['one of them twice', multiple, { options: ['A', 'A'] }, 0],
    ['true where it is', item({ kind: 'true-false', key: { truth: true } }), { truth: true }, 10],
    ['false where it is true', item({ kind: 'true-false', key: { truth: true } }), { truth: false }, 0],
    [
      'a number in full width',
      item({ kind: 'fill-number', key: { value: 1250.5 } }),
      { text: '１,２５０．５' },
      10,
    ],
    [
      'a number within the tolerance',
      item({ kind: 'fill-number', key: { value: 0.3, tolerance: 0.1 } }),
      { text: '0.2' },
      10,
    ],
    [
      'a number beyond it',
      item({ kind: 'fill-number', key: { value: 0.3, tolerance: 0.1 } }),
      { text: '0.199' },
      0,
    ],
    ['words for a number', item({ kind: 'fill-number', key: { value: 0 } }), { text: '没有' }, 0],
    ['hexadecimal for a number', item({ kind: 'fill-number', key: { value: 16 } }), { text: '0x10' }, 0],
    [
      'another writing of a text',
      item({ kind: 'fill-text', key: { texts: ['首问负责制', 'ABC d'] } }),
      { text: ' ＡＢＣ  D ' },
      10,
    ],
    ['another text', item({ kind: 'fill-text', key: { texts: ['首问负责制'] } }), { text: '首问责任' }, 0],
    ['nothing at all', item({ kind: 'short' }), undefined, 0],
    ['blanks', item({ kind: 'short' }), { text: ' 　' }, 0],
    ['words for a marker', item({ kind: 'short' }), { text: '先道歉' }, undefined],
  ])('%s', (_, question, answer, points) => {
    expect(markAnswer(question, answer, 'all-or-nothing')).toBe(points);
  });

  it('shares the points of what is right by policy, and gives none once a wrong option is chosen', () => {
    const three = item({ kind: 'multiple', key: { options: ['A', 'B', 'C'] } });
    expect(markAnswer(three, { options: ['A', 'B'] }, 'share')).toBe(6.67);
    expect(markAnswer(three, { options: ['A', 'D'] }, 'share')).toBe(0);
    expect(markAnswer(three, { options: ['A', 'B'] }, 'all-or-nothing')).toBe(0);
  });
});

describe('the score of a paper', () => {
  it.each(Array.from({ length: 200 }, (_, round) => round))(
    'lies within 0 and the full marks whatever points there are (case %i)',
    (round) => {
      const lot = (thing: string) => lotOf(`score ${round}`, thing);
      const items = Array.from({ length: 1 + Math.floor(lot('n') * 20) }, (_, at) => ({
        no: at + 1,
        points: 1 + Math.floor(lot(`p${at}`) * 20),
      }));
      const points = new Map(items.map(({ no }) => [no, (lot(`g${no}`) - 0.3) * 60] as const));
      points.set(999, 1000);
      const { score, fullMarks, passed } = scorePaper(items, points, 80);
      expect(fullMarks).toBe(items.reduce((sum, one) => sum + one.points, 0));
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(fullMarks);
      expect(passed).toBe(score / fullMarks >= 0.8 - 1e-12);
    },
  );

  it('passes at the per cent itself, without a rounding error', () => {
    expect([hasPassed(80, 100, 80), hasPassed(79.99, 100, 80), hasPassed(0.57 * 100, 100, 57)]).toEqual([
      true,
      false,
      true,
    ]);
  });
});

describe('hand marks', () => {
  const rule = { secondMarker: true, tolerancePercent: 20 };
  it.each([
    ['nobody yet', {}, { needs: 'first' }],
    ['one of two', { first: 6 }, { needs: 'second' }],
    ['two who agree', { first: 6, second: 8 }, { points: 7 }],
    ['two too far apart', { first: 5, second: 8 }, { needs: 'settling' }],
    ['settled by a third', { first: 5, second: 8, settled: 8 }, { points: 8 }],
  ])('%s', (_, marks, settled) => {
    expect(settleMarks(marks, 10, rule)).toEqual(settled);
  });

  it('one is enough where no second marker is asked for', () => {
    expect(settleMarks({ first: 3 }, 10, { ...rule, secondMarker: false })).toEqual({ points: 3 });
  });
});

test('which of several sittings stands is a rule of its own', () => {
  const sat = [
    { score: 40, fullMarks: 100 },
    { score: 90, fullMarks: 100 },
    { score: 45, fullMarks: 50 },
    { score: 60, fullMarks: 100 },
  ];
  expect(standingResult(sat, 'first')).toBe(sat[0]);
  expect(standingResult(sat, 'best')).toBe(sat[1]);
  expect(standingResult(sat, 'last')).toBe(sat[3]);
  expect(standingResult([], 'best')).toBeUndefined();
});
