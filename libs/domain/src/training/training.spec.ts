import { localDate } from '../shared';
import { certificateState, dueReminder, expiryOf } from './certificate';
import { completionOf } from './completion';
import { COURSE_CATALOGUE } from './course-catalogue';
import { courseEffect } from './course-effect';
import { feedbackSummary } from './feedback-summary';
import { onboardingOf } from './onboarding';
import { planProgress } from './plan-progress';
import {
  parseServiceLevelTestPolicy,
  serviceLevelResult,
  STANDARD_SERVICE_LEVEL_TEST_POLICY,
} from './service-level-test';
import { needsOf } from './training-need';
import { parseTrainingPolicy, STANDARD_TRAINING_POLICY } from './training-policy';
import { daysOfQuarter, quarterOf } from './training-quarter';

const day = localDate;

test('the catalogue has the topics of §15: 3, 10, 11, 16 and 5, and the courses of art. 10(7)', () => {
  expect(COURSE_CATALOGUE.map(({ code, topics }) => [code, topics.length])).toEqual([
    ['04', 3],
    ['05', 10],
    ['06', 11],
    ['07', 16],
    ['08', 5],
    ['power-law', 1],
    ['energy-charge', 2],
    ['application', 1],
  ]);
  for (const { topics } of COURSE_CATALOGUE) expect(new Set(topics).size).toBe(topics.length);
});

describe('onboarding of at least 40 hours', () => {
  const { onboarding } = STANDARD_TRAINING_POLICY;
  const of = (minutes: number, today: string) =>
    onboardingOf({ hiredOn: day('2026-01-01'), minutes }, day(today), onboarding);
  it.each([
    ['on the first day', 0, '2026-01-01', 'on-track'],
    ['half the time, half the hours', 1200, '2026-02-15', 'on-track'],
    ['half the time, a minute less', 1199, '2026-02-15', 'behind'],
    ['on the due day, a minute short', 2399, '2026-04-01', 'behind'],
    ['the day after', 2399, '2026-04-02', 'overdue'],
    ['done, however late', 2400, '2027-01-01', 'complete'],
    ['before the first day', 0, '2025-12-01', 'on-track'],
  ])('%s', (_, minutes, today, state) => {
    expect(of(minutes, today)).toMatchObject({ state, dueOn: '2026-04-01', requiredMinutes: 2400 });
  });
});

describe('a course is completed', () => {
  const session = { sessionMinutes: 120 };
  it.each([
    ['by attendance', { ...session, attendedMinutes: 96 }, false, 'completed'],
    ['not by a minute less', { ...session, attendedMinutes: 95 }, false, 'attendance-missing'],
    ['with the exam passed', { ...session, attendedMinutes: 120, examPassed: true }, true, 'completed'],
    ['not while the exam is unknown', { ...session, attendedMinutes: 120 }, true, 'exam-open'],
    [
      'not with the exam failed',
      { ...session, attendedMinutes: 120, examPassed: false },
      true,
      'exam-failed',
    ],
  ])('%s', (_, participation, examRequired, completion) => {
    expect(completionOf(participation, { attendancePercent: 80, examRequired })).toBe(completion);
  });
});

describe('the effect of a course', () => {
  it('compares the same people, and what is unknown stays unknown', () => {
    const people = [{ before: 80, after: 90 }, { before: 70, after: 68 }, { before: 60 }, { after: 99 }, {}];
    expect(courseEffect(people, 'higher')).toEqual({
      measured: 2,
      unknown: 3,
      before: 75,
      after: 79,
      change: 4,
      improved: 1,
    });
  });

  it('has no mean of nobody', () => {
    expect(courseEffect([{ before: 1 }], 'lower')).toEqual({ measured: 0, unknown: 1, improved: 0 });
  });
});

describe('the service level test', () => {
  it('weighs 40 to 60 until somebody confirms what the document means (C13)', () => {
    expect(serviceLevelResult({ written: 80, phone: 90 }, STANDARD_SERVICE_LEVEL_TEST_POLICY)).toBe(86);
    expect(serviceLevelResult({ written: 100, phone: 100 }, STANDARD_SERVICE_LEVEL_TEST_POLICY)).toBe(100);
  });

  it('takes no weights that do not sum to 100, as the document has them', () => {
    expect(parseServiceLevelTestPolicy({ writtenPercent: 40, phonePercent: 100 }).ok).toBe(false);
    expect(parseServiceLevelTestPolicy({ writtenPercent: 30, phonePercent: 70 }).ok).toBe(true);
  });
});

test('feedback is shown from so many answers on, and not before', () => {
  const answer = (content: number, remark?: string) => ({
    ratings: { content, trainer: 5, usefulness: 4, organisation: 3 },
    ...(remark !== undefined && { remark }),
  });
  expect(feedbackSummary([answer(1, 'x')], 2)).toEqual({ answers: 1 });
  expect(feedbackSummary([answer(1, 'b'), answer(2), answer(2, 'a')], 2)).toEqual({
    answers: 3,
    means: { content: 1.67, trainer: 5, usefulness: 4, organisation: 3 },
    remarks: ['a', 'b'],
  });
});

describe('certificates', () => {
  it('end with their months, clamped to the end of a month; one without months never ends', () => {
    expect(expiryOf(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(expiryOf(day('2026-01-31'), undefined)).toBeUndefined();
  });

  it('are valid on their last day, expired on the next, and revoked for good', () => {
    const certificate = { expiresOn: day('2026-02-28'), revoked: false };
    expect(certificateState(certificate, day('2026-02-28'))).toBe('valid');
    expect(certificateState(certificate, day('2026-03-01'))).toBe('expired');
    expect(certificateState({ ...certificate, revoked: true }, day('2026-01-01'))).toBe('revoked');
  });

  it('are reminded of once for each step; after downtime only the nearest', () => {
    const due = (today: string) => dueReminder(day('2026-03-31'), day(today), [60, 30, 7]);
    expect([
      due('2026-01-29'),
      due('2026-01-30'),
      due('2026-03-01'),
      due('2026-03-29'),
      due('2026-04-01'),
    ]).toEqual([undefined, 60, 30, 7, undefined]);
  });
});

test('needs are topics with enough findings, each finding once, the most frequent first', () => {
  const finding = (findingId: string, topic: string, staffNumber = 'A1') => ({
    findingId,
    topic,
    staffNumber,
  });
  const found = [
    finding('1', '问候语'),
    finding('1', '问候语'),
    finding('2', '问候语', 'A2'),
    finding('3', '确认信息'),
    finding('4', '结束通话'),
    finding('5', '结束通话'),
    finding('6', '结束通话'),
  ];
  expect(needsOf(found, 2)).toEqual([
    { topic: '结束通话', staffNumbers: ['A1'], findingIds: ['4', '5', '6'] },
    { topic: '问候语', staffNumbers: ['A1', 'A2'], findingIds: ['1', '2'] },
  ]);
});

test('the plan says what is done, scheduled or behind, and what was held beside it', () => {
  const item = (quarter: 1 | 2, courseCode: string, sessions: number) => ({
    quarter,
    courseCode,
    sessions,
    people: 0,
  });
  const held = (quarter: 1 | 2, courseCode: string, planned: number, done: number) => ({
    quarter,
    courseCode,
    planned,
    held: done,
    peopleTrained: 9,
  });
  const { items, unplanned } = planProgress(
    [item(1, '04', 2), item(1, '05', 1), item(2, '05', 2), item(2, '06', 1)],
    [held(1, '04', 0, 2), held(2, '05', 1, 1), held(1, '08', 0, 1)],
    (quarter) => quarter === 1,
  );
  expect(items.map(({ state }) => state)).toEqual(['done', 'behind', 'scheduled', 'not-due']);
  expect(unplanned).toMatchObject([{ courseCode: '08' }]);
});

test('quarters', () => {
  expect(daysOfQuarter(2026, 1)).toEqual({ from: '2026-01-01', to: '2026-03-31' });
  expect(daysOfQuarter(2026, 4)).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  expect(quarterOf(day('2026-09-30'))).toEqual({ year: 2026, quarter: 3 });
});

test('the training policy is read from JSON as it is written; reminders come in order', () => {
  const document = { ...STANDARD_TRAINING_POLICY, reminderDays: [7, 60, 30] };
  expect(parseTrainingPolicy(document)).toEqual({ ok: true, value: STANDARD_TRAINING_POLICY });
  const slip = parseTrainingPolicy({
    ...document,
    onboarding: { hours: -1, withinDays: 90 },
    reminderDays: [1, 1],
  });
  expect(slip.ok ? [] : slip.error.map(({ path }) => path)).toEqual(['onboarding.hours', 'reminderDays']);
});
