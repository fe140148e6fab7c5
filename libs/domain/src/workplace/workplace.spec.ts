import { EVERYBODY, isAddressed } from './audience';
import {
  afterOvertimeAct,
  isOvertimeSpan,
  OVERTIME_ACTS,
  OVERTIME_STATES,
  overtimeCap,
  type OvertimeState,
} from './overtime';
import { problemsOfAnswer, surveyFigures, type StaffSurveyQuestion } from './survey';
import { breaksDown, workPlanPeriod, workPlanProgress } from './work-plan';
import { parseWorkplacePolicy, STANDARD_WORKPLACE_POLICY as POLICY } from './workplace-policy';

test.each([
  [EVERYBODY, true],
  [{ ...EVERYBODY, departments: ['operations'] }, true],
  [{ ...EVERYBODY, departments: ['quality'] }, false],
  [{ ...EVERYBODY, departments: ['quality'], posts: ['agent'] }, true],
  [{ ...EVERYBODY, groups: ['online'] }, false],
])('%j is for an agent of the telephone group: %s', (audience, addressed) => {
  const agent = { departmentCode: 'operations', postCode: 'agent', groupCode: 'telephone' };
  expect(isAddressed(audience, agent)).toBe(addressed);
});

test('a group is none of who has no group', () => {
  const who = { departmentCode: 'quality', postCode: 'trainer' };
  expect(isAddressed({ ...EVERYBODY, groups: ['training'] }, who)).toBe(false);
});

describe('overtime', () => {
  it('goes no other way than proposed, consented, approved, worked', () => {
    const fits = OVERTIME_STATES.flatMap((state) =>
      OVERTIME_ACTS.flatMap((act) => {
        const next = afterOvertimeAct(state, act);
        return next === undefined ? [] : [`${state} ${act} ${next}`];
      }),
    );
    expect(fits).toEqual([
      'proposed consent consented',
      'proposed refuse refused',
      'proposed withdraw withdrawn',
      'consented approve approved',
      'consented decline declined',
      'consented withdraw withdrawn',
      'approved record worked',
      'approved withdraw withdrawn',
      'worked record worked',
    ]);
    expect(afterOvertimeAct('proposed' satisfies OvertimeState, 'approve')).toBe(undefined);
  });

  it('is capped by day and month', () => {
    const cap = (minutes: number, ofDay: number, ofMonth: number) =>
      overtimeCap(minutes, { ofDay, ofMonth }, POLICY.overtime)?.cap;
    expect(cap(180, 0, 0)).toBe(undefined);
    expect(cap(121, 60, 60)).toBe('day');
    expect(cap(120, 0, 2040)).toBe(undefined);
    expect(cap(121, 0, 2040)).toBe('month');
  });

  it('over midnight is a span, backwards is none', () => {
    const span = (from: string, to: string) =>
      isOvertimeSpan({ from: new Date(`${from}+08:00`), to: new Date(`${to}+08:00`) });
    expect(span('2026-03-02T23:00', '2026-03-03T01:00')).toBe(true);
    expect(span('2026-03-02T19:00', '2026-03-02T19:00')).toBe(false);
    expect(span('2026-03-02T19:00', '2026-03-04T19:00')).toBe(false);
  });
});

describe('a satisfaction survey', () => {
  const questions: StaffSurveyQuestion[] = [
    { code: 'work', kind: 'scale', required: true },
    { code: 'recommend', kind: 'nps', required: false },
    { code: 'words', kind: 'text', required: false },
  ];

  it('takes 1 to 5, 0 to 10 and words, and no question of its own making', () => {
    expect(problemsOfAnswer(questions, { work: 5, recommend: 0, words: '空调太冷' })).toEqual([]);
    expect(problemsOfAnswer(questions, { work: 0, recommend: 11, words: '', name: 'me' })).toHaveLength(4);
    expect(problemsOfAnswer(questions, {})).toEqual([{ field: 'work', problem: 'needs an answer' }]);
  });

  it('tells nothing of fewer than so many people, and of a question that few answered only how many', () => {
    const answers = [5, 4, 4, 2, 1].map((work) => ({ work }));
    expect(surveyFigures(questions, answers.slice(1), 5)).toBe(undefined);
    const told = surveyFigures(questions, [{ work: 3, words: 'b' }, ...answers], 5);
    expect(told).toEqual([
      {
        code: 'work',
        kind: 'scale',
        answers: 6,
        mean: 3.17,
        counts: { 1: 1, 2: 1, 3: 1, 4: 2, 5: 1 },
      },
      { code: 'recommend', kind: 'nps', answers: 0 },
      { code: 'words', kind: 'text', answers: 1 },
    ]);
  });

  it('reckons NPS by 9–10 less 0–6, and tells words without their order', () => {
    const answers = [10, 9, 8, 7, 6].map((recommend, index) => ({
      work: 3,
      recommend,
      words: String(9 - index),
    }));
    const [, nps, words] = surveyFigures(questions, answers, 5) ?? [];
    expect(nps).toMatchObject({ nps: 20 });
    expect(words?.texts).toEqual(['5', '6', '7', '8', '9']);
  });
});

describe('the annual plan', () => {
  it.each([
    ['2026', '2026-01-01', '2026-12-31'],
    ['2026-Q2', '2026-04-01', '2026-06-30'],
    ['2028-02', '2028-02-01', '2028-02-29'],
  ])('%s is %s to %s', (key, from, to) => expect(workPlanPeriod(key)).toEqual({ from, to }));

  it.each(['2026-13', '2026-Q5', '26', '2026-2', '0001'])('%s is no period', (key) =>
    expect(workPlanPeriod(key)).toBe(undefined),
  );

  it('is broken down to quarters and months within', () => {
    expect(breaksDown('2026', '2026-Q3')).toBe(true);
    expect(breaksDown('2026-Q3', '2026-09')).toBe(true);
    expect(breaksDown('2026-Q3', '2026-10')).toBe(false);
    expect(breaksDown('2026-Q3', '2026')).toBe(false);
    expect(breaksDown('2026', '2026')).toBe(false);
  });

  it('has the progress of its parts, dropped ones left out, unless somebody reviewed the whole', () => {
    const progress = workPlanProgress([
      { id: 'year', state: 'open' },
      { id: 'q1', parentId: 'year', state: 'done' },
      { id: 'q2', parentId: 'year', state: 'open', reviewed: 50 },
      { id: 'q3', parentId: 'year', state: 'open' },
      { id: 'q4', parentId: 'year', state: 'dropped', reviewed: 90 },
      { id: 'm4', parentId: 'q2', state: 'done' },
      { id: 'other', state: 'open' },
    ]);
    expect(Object.fromEntries(progress)).toEqual({ year: 50, q1: 100, q2: 50, q4: 90, m4: 100 });
  });
});

test('the policy comes out of JSON as it went in, and is refused with every problem named', () => {
  expect(parseWorkplacePolicy(JSON.parse(JSON.stringify(POLICY)))).toEqual({ ok: true, value: POLICY });
  const wrong = parseWorkplacePolicy({ ...POLICY, surveys: { leastAnswers: 1 }, overtime: {}, more: 1 });
  expect(wrong.ok ? [] : wrong.error.map(({ path }) => path)).toEqual([
    'overtime.mostMinutesPerDay',
    'overtime.mostMinutesPerMonth',
    'surveys.leastAnswers',
    'more',
  ]);
});
