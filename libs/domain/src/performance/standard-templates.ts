import type { AppraisalCriterion, AppraisalTemplate } from './appraisal-template';

type Reckoned = NonNullable<AppraisalCriterion['indicator']>;

const criterion = (
  section: AppraisalCriterion['section'],
  code: string,
  weight: number,
  zh: string,
  en: string,
  indicator?: Reckoned,
): AppraisalCriterion => ({
  code,
  section,
  weight,
  names: { 'zh-CN': zh, en },
  ...(indicator && { indicator }),
});

const TEAM_AND_DEVELOPMENT = [
  criterion('team', 'team-work', 10, '团队协作', 'team work'),
  criterion('development', 'development', 10, '个人发展（培训与考试）', 'development (training and exams)'),
];

/** Quality 50, efficiency 30, team 10, development 10 (S1 三(2)); what stands inside them is [ours], by S3 2.2.1. */
const agents = (period: AppraisalTemplate['period']): AppraisalTemplate => ({
  names: {
    'zh-CN': period === 'quarter' ? '客服代表季度考核' : '客服代表年度考核',
    en: period === 'quarter' ? 'Agents, quarterly' : 'Agents, yearly',
  },
  roleKinds: ['agent'],
  period,
  criteria: [
    criterion('quality', 'csat', 20, '客户满意度', 'satisfaction', { code: 'csat', none: 3.5, full: 4.5 }),
    criterion('quality', 'solved', 15, '一次解决率', 'first-time resolution', {
      code: 'solved-rate',
      none: 60,
      full: 85,
    }),
    criterion('quality', 'quality-score', 15, '质检得分', 'quality score', {
      code: 'quality-score',
      none: 60,
      full: 95,
    }),
    criterion('efficiency', 'calls', 15, '日均接话量', 'calls per day', {
      code: 'calls-per-day',
      none: 30,
      full: 50,
    }),
    criterion('efficiency', 'attendance', 15, '出勤率', 'attendance', {
      code: 'attendance-rate',
      none: 60,
      full: 85,
    }),
    ...TEAM_AND_DEVELOPMENT,
  ],
});

/** Of those who lead; all of it is judged. */
const leaders: AppraisalTemplate = {
  names: { 'zh-CN': '值班长（班组长）年度考核', en: 'Shift and group leaders, yearly' },
  roleKinds: ['shift-leader', 'group-leader'],
  period: 'year',
  criteria: [
    criterion('quality', 'shift-quality', 50, '班次服务质量', 'service quality of the shift'),
    criterion('efficiency', 'shift-efficiency', 30, '班次运营效率', 'efficiency of the shift'),
    ...TEAM_AND_DEVELOPMENT,
  ],
};

/** The sample of S2 L208–231, of which the list is incomplete: it weighs 55 and cannot be published until somebody completes it (C23). */
const sample: AppraisalTemplate = {
  names: { 'zh-CN': '考核样表（不完整）', en: 'Sample (incomplete)' },
  roleKinds: ['agent'],
  period: 'quarter',
  criteria: [
    criterion('efficiency', 'calls', 15, '日均接话量', 'calls per day', {
      code: 'calls-per-day',
      none: 30,
      full: 50,
    }),
    criterion('efficiency', 'attendance', 25, '出勤率', 'attendance', {
      code: 'attendance-rate',
      none: 60,
      full: 85,
    }),
    criterion('efficiency', 'on-time', 15, '准时出勤率', 'on-time attendance', {
      code: 'on-time-rate',
      none: 60,
      full: 85,
    }),
  ],
};

/** Templates that the product comes with, by code; the sample as a draft. */
export const STANDARD_APPRAISAL_TEMPLATES: Readonly<Record<string, AppraisalTemplate>> = {
  'agent-quarter': agents('quarter'),
  'agent-year': agents('year'),
  'leader-year': leaders,
  'sample-s2': sample,
};
