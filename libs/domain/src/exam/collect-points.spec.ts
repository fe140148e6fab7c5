import { answerProblem } from './answer-problem';
import { collectPoints } from './collect-points';
import type { PaperItem } from './paper';

const items = [
  { no: 1, points: 10 },
  { no: 2, points: 10 },
];
const rule = { secondMarker: true, tolerancePercent: 20 };
const mark = (round: number, points: number) => ({ no: 2, round, points, markedBy: `m${round}` });

describe('the points of a paper', () => {
  it.each([
    ['the key alone', [], [{ no: 2, needs: 'first' }], [[1, 5]]],
    [
      'two who agree',
      [mark(1, 6), mark(2, 8)],
      [],
      [
        [1, 5],
        [2, 7],
      ],
    ],
    ['two who do not', [mark(1, 1), mark(2, 8)], [{ no: 2, needs: 'settling' }], [[1, 5]]],
    [
      'an appeal before both',
      [mark(1, 6), mark(2, 8), mark(4, 9)],
      [],
      [
        [1, 5],
        [2, 9],
      ],
    ],
  ])('by %s', (_, marks, open, points) => {
    const collected = collectPoints(items, { 1: 5 }, marks, rule);
    expect(collected.open).toEqual(open);
    expect([...collected.points]).toEqual(points);
  });

  it('an appeal changes what the key gave', () => {
    const appealed = { no: 1, round: 4, points: 10, markedBy: 'x' };
    expect(collectPoints(items, { 1: 5, 2: 0 }, [appealed], rule).points.get(1)).toBe(10);
  });
});

const item = (more: Partial<PaperItem>): PaperItem => ({
  no: 1,
  questionCode: 'q',
  questionVersion: 1,
  topic: 't',
  difficulty: 'easy',
  kind: 'single',
  text: '?',
  points: 1,
  key: {},
  options: [{ id: 'A', text: '一' }],
  ...more,
});

test.each([
  ['an option that is there', item({}), { options: ['A'] }, undefined],
  ['nothing', item({}), {}, undefined],
  ['an option that is not', item({}), { options: ['B'] }, 'names an option that the question has not'],
  ['a text for options', item({}), { text: 'A' }, 'is answered by options'],
  ['two options of one', item({}), { options: ['A', 'A'] }, 'takes one option'],
  ['true for a number', item({ kind: 'fill-number', options: [] }), { truth: true }, 'is answered by text'],
])('%s as an answer', (_, question, answer, problem) => {
  expect(answerProblem(question, answer)).toBe(problem);
});
