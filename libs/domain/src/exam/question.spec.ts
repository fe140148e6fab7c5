import { attemptTimes } from './exam-time';
import { parseExamPolicy, STANDARD_EXAM_POLICY } from './exam-policy';
import { problemsOfQuestion, type QuestionBody } from './question';

const body = (more: Partial<QuestionBody>): QuestionBody => ({
  kind: 'single',
  text: '?',
  options: ['A', 'B'],
  key: { correct: [0] },
  ...more,
});

describe('a question', () => {
  it.each([
    ['single', body({})],
    ['multiple', body({ kind: 'multiple', key: { correct: [0, 1] } })],
    ['true or false', body({ kind: 'true-false', options: [], key: { truth: false } })],
    ['a number', body({ kind: 'fill-number', options: [], key: { value: 0, tolerance: 0.5 } })],
    ['a text', body({ kind: 'fill-text', options: [], key: { texts: ['95598'] } })],
    ['a short answer', body({ kind: 'short', options: [], key: {} })],
  ])('%s is sound', (_, question) => {
    expect(problemsOfQuestion(question)).toEqual([]);
  });

  it.each([
    ['two right options of one', body({ key: { correct: [0, 1] } }), 'key.correct'],
    ['no right option', body({ kind: 'multiple', key: { correct: [] } }), 'key.correct'],
    ['an option that is not there', body({ key: { correct: [2] } }), 'key.correct'],
    ['one option', body({ options: ['A'] }), 'options'],
    ['the same option twice', body({ options: ['Ａ', 'a '] }), 'options'],
    ['options of a number', body({ kind: 'fill-number', key: { value: 1 } }), 'options'],
    ['no number', body({ kind: 'fill-number', options: [], key: {} }), 'key.value'],
    ['empty texts', body({ kind: 'fill-text', options: [], key: { texts: [' '] } }), 'key.texts'],
    ["another kind's key", body({ key: { correct: [0], truth: true } }), 'key.truth'],
  ])('%s is refused by its field', (_, question, field) => {
    expect(problemsOfQuestion(question).map(({ path }) => path)).toContain(field);
  });
});

test('the time of an attempt ends with the sitting, and late answers have a moment of grace', () => {
  const at = (time: string) => new Date(`2026-03-02T${time}:00+08:00`);
  expect(attemptTimes(at('09:00'), 60, at('12:00'), 30)).toEqual({
    deadlineAt: at('10:00'),
    acceptsUntil: new Date('2026-03-02T10:00:30+08:00'),
  });
  expect(attemptTimes(at('11:30'), 60, at('12:00'), 0).deadlineAt).toEqual(at('12:00'));
});

test('the exam policy is read from JSON as it is written, and a slip is named by its field', () => {
  expect(parseExamPolicy({ ...STANDARD_EXAM_POLICY })).toEqual({ ok: true, value: STANDARD_EXAM_POLICY });
  const slip = parseExamPolicy({ ...STANDARD_EXAM_POLICY, resitRule: 'worst', extra: 1 });
  expect(slip.ok ? [] : slip.error.map(({ path }) => path)).toEqual(['resitRule', 'extra']);
});
