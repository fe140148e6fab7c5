import { CHINESE_CALENDAR } from '../calendar';
import { localDate } from '../shared';
import {
  dailyReportDocument,
  parseDailyReportPolicy,
  STANDARD_DAILY_REPORT_POLICY as REPORT,
} from './daily-report-policy';
import { missingProof } from './duty-proof';
import { judgeMailFailure, pauseBeforeNextTry } from './mail-tries';
import { dutyPeriodOf, type DutyRhythm, workingDayOf } from './periods';
import { daysToPlan, planDuties } from './plan-duties';
import {
  parseSupervisorsDayPolicy,
  STANDARD_SUPERVISORS_DAY_POLICY as POLICY,
  supervisorsDayDocument,
} from './supervisors-day-policy';

const planned = (day: string) => planDuties(localDate(day), POLICY, CHINESE_CALENDAR);
const dueOf = (day: string, code: string) => planned(day).find(({ duty }) => duty.code === code)?.dueOn;

describe('periods of duties', () => {
  it.each<[DutyRhythm, string, string, string]>([
    ['week', '2026-03-01', '2026-02-23', '2026-03-01'],
    ['week', '2026-03-02', '2026-03-02', '2026-03-08'],
    ['fortnight', '2026-01-18', '2026-01-05', '2026-01-18'],
    ['fortnight', '2026-01-19', '2026-01-19', '2026-02-01'],
    ['fortnight', '2025-12-31', '2025-12-22', '2026-01-04'],
    ['month', '2028-02-29', '2028-02-01', '2028-02-29'],
    ['quarter', '2026-12-31', '2026-10-01', '2026-12-31'],
    ['half-year', '2026-06-30', '2026-01-01', '2026-06-30'],
    ['half-year', '2026-07-01', '2026-07-01', '2026-12-31'],
  ])('%s of %s is %s to %s', (rhythm, day, from, to) => {
    expect(dutyPeriodOf(localDate(day), rhythm)).toEqual({ from, to });
  });

  it('know their n-th working day, past holidays and over make-up days', () => {
    const october = dutyPeriodOf(localDate('2026-10-20'), 'month');
    expect(workingDayOf(october, 1, CHINESE_CALENDAR)).toBe('2026-10-08');
    // Saturday 10 October is worked.
    expect(workingDayOf(october, 3, CHINESE_CALENDAR)).toBe('2026-10-10');
    expect(workingDayOf(october, -1, CHINESE_CALENDAR)).toBe('2026-10-30');
    expect(workingDayOf(october, 99, CHINESE_CALENDAR)).toBe('2026-10-30');
  });
});

describe("the supervisor's checklist", () => {
  it('has the day in the order of §18 on a working day', () => {
    const daily = planned('2026-03-02').filter(({ duty }) => duty.rhythm === 'day');
    expect(daily.map(({ duty, dueAt }) => [duty.code, dueAt.toISOString()])).toEqual([
      ['line-test', '2026-03-02T00:00:00.000Z'],
      ['daily-report', '2026-03-02T00:15:00.000Z'],
      ['sunrise-review', '2026-03-02T00:30:00.000Z'],
      ['re-plan', '2026-03-02T06:00:00.000Z'],
    ]);
  });

  it('has no daily duties on a rest day, but on a Saturday that is worked', () => {
    expect(planned('2026-03-01').some(({ duty }) => duty.rhythm === 'day')).toBe(false);
    expect(planned('2026-10-10').some(({ duty }) => duty.rhythm === 'day')).toBe(true);
  });

  it('wants the monthly review within ten working days', () => {
    expect(dueOf('2026-03-01', 'monthly-review')).toBe('2026-03-13');
    expect(dueOf('2026-10-31', 'monthly-review')).toBe('2026-10-20');
  });

  it('ends the week on its last working day, and has none in a week of holidays', () => {
    expect(dueOf('2026-03-03', 'monitoring')).toBe('2026-03-06');
    expect(dueOf('2026-02-17', 'monitoring')).toBe(undefined);
  });

  it('is made for the days since it was last made, not without end', () => {
    const today = localDate('2026-03-10');
    expect(daysToPlan(today, undefined, 31)).toEqual(['2026-03-10']);
    expect(daysToPlan(today, localDate('2026-03-10'), 31)).toEqual([]);
    expect(daysToPlan(today, localDate('2026-03-08'), 31)).toEqual(['2026-03-09', '2026-03-10']);
    expect(daysToPlan(today, localDate('2025-01-01'), 3)).toEqual([
      '2026-03-07',
      '2026-03-08',
      '2026-03-09',
      '2026-03-10',
    ]);
  });
});

test.each([
  ['none', {}, undefined],
  ['text', { text: ' ' }, 'text'],
  ['text', { text: '线路正常' }, undefined],
  ['number', {}, 'number'],
  ['number', { number: 0 }, undefined],
  ['attachment', { text: 'here' }, 'attachment'],
  ['attachment', { attachments: 1 }, undefined],
] as const)('proof by %s, given %j, misses %s', (wanted, given, missing) => {
  expect(missingProof(wanted, { attachments: 0, ...given })).toBe(missing);
});

describe('mail that failed', () => {
  it.each([
    [{ responseCode: 451, command: 'RCPT TO', handedOver: false }, 'again'],
    [{ responseCode: 452, command: 'DATA', handedOver: true }, 'again'],
    [{ responseCode: 550, command: 'RCPT TO', handedOver: false }, 'refused'],
    [{ responseCode: 535, command: 'AUTH PLAIN', handedOver: false }, 'again'],
    [{ command: 'CONN', handedOver: false }, 'again'],
    [{ command: 'CONN', handedOver: true }, 'unknown'],
  ] as const)('%j is tried %s', (failure, judged) => expect(judgeMailFailure(failure)).toBe(judged));

  it('is tried again after longer and longer pauses, so many times', () => {
    const retry = { attempts: 5, firstPauseSeconds: 15, longestPauseSeconds: 50 };
    expect([1, 2, 3, 4, 5].map((tries) => pauseBeforeNextTry(tries, retry))).toEqual([
      15,
      30,
      50,
      50,
      undefined,
    ]);
  });
});

describe('the policies', () => {
  it('come out of JSON as they went in', () => {
    expect(parseSupervisorsDayPolicy(supervisorsDayDocument(POLICY))).toEqual({ ok: true, value: POLICY });
    expect(parseDailyReportPolicy(dailyReportDocument(REPORT))).toEqual({ ok: true, value: REPORT });
  });

  it('are refused with every problem named', () => {
    const document = supervisorsDayDocument(POLICY) as { duties: object[] };
    const wrong = [
      { ...document.duties[0], workingDay: 0, due: '25:00', link: 'figures' },
      document.duties[0],
    ];
    const day = parseSupervisorsDayPolicy({ ...document, duties: wrong, colour: 1 });
    expect(day.ok ? [] : day.error.map(({ path }) => path)).toEqual([
      'duties[0].due',
      'duties[0].link',
      'duties[0].workingDay',
      'duties',
      'colour',
    ]);
    const report = parseDailyReportPolicy({
      ...dailyReportDocument(REPORT),
      mailBefore: '08:00',
      recipients: ['head@example.com', 'HEAD@example.com', 'nobody'],
    });
    expect(report.ok ? [] : report.error.map(({ path }) => path)).toEqual(['mailBefore', 'recipients']);
  });
});
