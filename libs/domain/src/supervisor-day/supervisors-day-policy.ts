import {
  type DocumentProblem,
  DocumentReader,
  formatTimeOfDay,
  ok,
  parseTimeOfDay,
  refused,
  type Result,
} from '../shared';
import { DUTY_RHYTHMS, type DutyRhythm } from './periods';

/** What shows that a duty was done. */
export const DUTY_PROOFS = ['none', 'text', 'number', 'attachment'] as const;
export type DutyProof = (typeof DUTY_PROOFS)[number];

/** One thing that a supervisor does again and again (§18). */
export interface Duty {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly rhythm: DutyRhythm;
  /** Of a period longer than a day: due on its n-th working day, below 0 from the end. */
  readonly workingDay: number;
  /** Until when on that day, in minutes since midnight. */
  readonly dueMinute: number;
  readonly proof: DutyProof;
  /** REST path, below /api/v1, of what it is about. */
  readonly link: string;
}

export interface SupervisorsDayPolicy {
  readonly duties: readonly Duty[];
  /** Minutes after it was due from which the head hears of what is not done. */
  readonly escalateAfterMinutes: number;
  /** Days back for which checklists are made after downtime. */
  readonly catchUpDays: number;
}

/** The duty that the daily report fulfils by itself. */
export const DAILY_REPORT_DUTY = 'daily-report';

const duty = (
  code: string,
  [titleZh, titleEn]: readonly [string, string],
  rhythm: DutyRhythm,
  [workingDay, due]: readonly [number, string],
  proof: DutyProof,
  link: string,
): Duty => ({
  code,
  titleZh,
  titleEn,
  rhythm,
  workingDay,
  proof,
  link,
  dueMinute: parseTimeOfDay(due) ?? 0,
});

/** §18 (S2 L242–268). The documents name no days for monthly and longer ones but the ten working days: the others are [ours]. */
export const STANDARD_SUPERVISORS_DAY_POLICY: SupervisorsDayPolicy = {
  duties: [
    duty('line-test', ['线路测试', 'Line test'], 'day', [1, '08:00'], 'text', '/queue-figures/live'),
    duty(
      DAILY_REPORT_DUTY,
      ['日报编制并发送', 'Daily report made and mailed'],
      'day',
      [1, '08:15'],
      'none',
      '/daily-reports',
    ),
    duty(
      'sunrise-review',
      ['晨会：回顾昨日、安排今日', 'Sunrise review of yesterday and plan of today'],
      'day',
      [1, '08:30'],
      'text',
      '/meetings?kind=sunrise',
    ),
    duty('re-plan', ['14:00 重新排程', 'Re-plan of the day'], 'day', [1, '14:00'], 'text', '/overtime'),
    duty(
      'monitoring',
      ['每周监听', 'Weekly monitoring of calls'],
      'week',
      [-1, '17:30'],
      'number',
      '/quality/evaluations',
    ),
    duty(
      'coaching',
      ['每周辅导三十分钟', 'Weekly coaching of thirty minutes'],
      'week',
      [-1, '17:30'],
      'number',
      '/quality/coachings',
    ),
    duty(
      'fortnightly-meeting',
      ['双周例会', 'Fortnightly meeting'],
      'fortnight',
      [-1, '17:30'],
      'text',
      '/meetings?kind=fortnightly',
    ),
    duty(
      'ivr-check',
      ['每月 IVR 检查', 'Monthly check of the menus'],
      'month',
      [5, '17:30'],
      'text',
      '/call-flows',
    ),
    duty(
      'monthly-review',
      ['月度考评及反馈（前十个工作日内）', 'Monthly review with feedback, in the first ten working days'],
      'month',
      [10, '17:30'],
      'text',
      '/meetings?kind=monthly',
    ),
    duty(
      'training-review',
      ['季度培训回顾', 'Quarterly training review'],
      'quarter',
      [-1, '17:30'],
      'text',
      '/meetings?kind=quarterly',
    ),
    duty(
      'procedure-review',
      ['半年流程评审', 'Half-yearly review of procedures'],
      'half-year',
      [-1, '17:30'],
      'attachment',
      '/rules',
    ),
  ],
  escalateAfterMinutes: 0,
  catchUpDays: 31,
};

/** As JSON has it: due times are written HH:MM. */
export function supervisorsDayDocument({ duties, ...rest }: SupervisorsDayPolicy): object {
  const written = duties.map(({ dueMinute, ...known }) => ({ ...known, due: formatTimeOfDay(dueMinute) }));
  return { duties: written, ...rest };
}

const CODE = /^[a-z][a-z0-9-]{0,39}$/;
const LINK = /^\/[^\s]{0,199}$/;
const matching = (pattern: RegExp) => (text: string) => (pattern.test(text) ? text : undefined);
const title = (text: string) => (text.trim() !== '' && text.length <= 100 ? text : undefined);

/** A policy out of JSON, with every problem named by its path. */
export function parseSupervisorsDayPolicy(
  document: unknown,
): Result<SupervisorsDayPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const duties = reader.objects('duties').map(readDuty);
  const codes = duties.map(({ code }) => code);
  if (new Set(codes).size < codes.length) reader.complain('duties', 'must each have a code of their own');
  const policy: SupervisorsDayPolicy = {
    duties,
    escalateAfterMinutes: reader.integer('escalateAfterMinutes', 0, 10_080),
    catchUpDays: reader.integer('catchUpDays', 1, 92),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

function readDuty(reader: DocumentReader): Duty {
  const read: Duty = {
    code: reader.text('code', 'a word of lower-case letters, digits and dashes', matching(CODE), 'x'),
    titleZh: reader.text('titleZh', 'a text of 1 to 100 characters', title, ''),
    titleEn: reader.text('titleEn', 'a text of 1 to 100 characters', title, ''),
    rhythm: reader.oneOf('rhythm', DUTY_RHYTHMS),
    workingDay: reader.integer('workingDay', -130, 130),
    dueMinute: reader.text('due', 'a time of day HH:MM', parseTimeOfDay, 0),
    proof: reader.oneOf('proof', DUTY_PROOFS),
    link: reader.text('link', 'a path of the API that begins with /', matching(LINK), '/'),
  };
  if (read.workingDay === 0) reader.complain('workingDay', 'must not be 0: the first is 1, the last -1');
  reader.refuseUnknownFields();
  return read;
}
