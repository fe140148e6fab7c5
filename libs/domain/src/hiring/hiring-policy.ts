import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';
import { WARNING_FACTS, type WarningRule } from './early-warning';
import { INTERVIEW_DIMENSIONS, type InterviewRule } from './interview';
import { EDUCATIONS, MANDARIN_LEVELS, type PostRequirements } from './requirements';
import type { TurnoverRule } from './turnover';

/** What posts of some kinds ask for; the first that names the kind of the post holds. */
export interface RequirementRule extends PostRequirements {
  readonly postKinds: readonly string[];
}

export interface ChecklistEntry {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
}

export interface HiringPolicy {
  readonly requirements: readonly RequirementRule[];
  readonly interview: InterviewRule;
  /** The onboarding kit: what is done before or in the first days. */
  readonly onboarding: readonly ChecklistEntry[];
  readonly turnover: TurnoverRule & {
    /** What others have, to compare with; informative. */
    readonly industryPercent: number;
  };
  readonly earlyWarning: {
    /** Months before this one that are looked at. */
    readonly months: number;
    readonly warnAtPoints: number;
    readonly rules: readonly WarningRule[];
  };
}

/** Requirements, cost and comparison of §16; weights, marks, kit and warning signs are [ours], for it names no numbers. */
export const STANDARD_HIRING_POLICY: HiringPolicy = {
  requirements: [
    { postKinds: ['agent'], education: 'college', mandarin: '2A', charactersPerMinute: 60, office: true },
  ],
  interview: {
    weights: { knowledge: 25, communication: 25, service: 25, adaptability: 25 },
    passMean: 60,
    passEach: 40,
  },
  onboarding: [
    { code: 'account', nameZh: '开通系统账号', nameEn: 'Sign-in account made' },
    { code: 'rule-book', nameZh: '发放规章制度手册', nameEn: 'Rule book handed out' },
    { code: 'work-book', nameZh: '发放工作手册', nameEn: 'Work book handed out' },
    { code: 'headset', nameZh: '发放耳麦', nameEn: 'Headset handed out' },
    { code: 'mentor', nameZh: '指定带教人', nameEn: 'Mentor named' },
    { code: 'training', nameZh: '安排岗前培训', nameEn: 'Induction training arranged' },
  ],
  turnover: {
    tenureBandMonths: [3, 6, 12, 24, 36],
    costPerLeaverFen: 500_000,
    monthsPerSeat: 3,
    industryPercent: 39,
  },
  earlyWarning: {
    months: 3,
    warnAtPoints: 3,
    rules: [
      { code: 'new', fact: 'tenure-months', comparison: 'at-most', value: 11, points: 1 },
      { code: 'absent', fact: 'absent-days', comparison: 'at-least', value: 1, points: 2 },
      { code: 'often-late', fact: 'late-times', comparison: 'at-least', value: 3, points: 1 },
      { code: 'often-off', fact: 'personal-leave-times', comparison: 'at-least', value: 3, points: 1 },
      { code: 'overworked', fact: 'overtime-hours', comparison: 'at-least', value: 60, points: 1 },
      { code: 'low-score', fact: 'score', comparison: 'at-most', value: 70, points: 2 },
      { code: 'low-quality', fact: 'quality-mean', comparison: 'at-most', value: 80, points: 1 },
    ],
  },
};

const CODE = /^[a-z][a-z0-9-]{0,39}$/;

/** A policy out of JSON, with every problem named by its path. */
export function parseHiringPolicy(document: unknown): Result<HiringPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: HiringPolicy = {
    requirements: reader.objects('requirements').map(readRequirement),
    interview: readInterview(reader.object('interview')),
    onboarding: reader.objects('onboarding').map(readEntry),
    turnover: readTurnover(reader.object('turnover')),
    earlyWarning: readWarning(reader.object('earlyWarning')),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}

const code = (reader: DocumentReader, field: string): string =>
  reader.text(
    field,
    'a code of small letters, digits and dashes',
    (text) => (CODE.test(text) ? text : undefined),
    '',
  );

const name = (reader: DocumentReader, field: string): string =>
  reader.text(
    field,
    'a text of 1 to 100 characters',
    (text) => (text !== '' && text.length <= 100 ? text : undefined),
    '',
  );

function readRequirement(reader: DocumentReader): RequirementRule {
  const kinds = reader.list('postKinds');
  const postKinds = kinds.filter((kind): kind is string => typeof kind === 'string' && CODE.test(kind));
  if (postKinds.length !== kinds.length || kinds.length === 0)
    reader.complain('postKinds', 'must name kinds of posts');
  const rule: RequirementRule = {
    postKinds,
    ...(reader.has('education') && { education: reader.oneOf('education', EDUCATIONS) }),
    ...(reader.has('mandarin') && { mandarin: reader.oneOf('mandarin', MANDARIN_LEVELS) }),
    ...(reader.has('charactersPerMinute') && {
      charactersPerMinute: reader.integer('charactersPerMinute', 1, 500),
    }),
    ...(reader.has('office') && { office: reader.boolean('office') }),
  };
  reader.refuseUnknownFields();
  return rule;
}

function readInterview(reader: DocumentReader): InterviewRule {
  const weights = reader.object('weights');
  const rule: InterviewRule = {
    weights: {
      knowledge: weights.integer('knowledge', 0, 100),
      communication: weights.integer('communication', 0, 100),
      service: weights.integer('service', 0, 100),
      adaptability: weights.integer('adaptability', 0, 100),
    },
    passMean: reader.integer('passMean', 0, 100),
    passEach: reader.integer('passEach', 0, 100),
  };
  const sum = INTERVIEW_DIMENSIONS.reduce((total, one) => total + rule.weights[one], 0);
  if (weights.problems.length === 0 && sum !== 100) reader.complain('weights', `must sum to 100, not ${sum}`);
  weights.refuseUnknownFields();
  reader.refuseUnknownFields();
  return rule;
}

function readEntry(reader: DocumentReader): ChecklistEntry {
  const entry = {
    code: code(reader, 'code'),
    nameZh: name(reader, 'nameZh'),
    nameEn: name(reader, 'nameEn'),
  };
  reader.refuseUnknownFields();
  return entry;
}

function readTurnover(reader: DocumentReader): HiringPolicy['turnover'] {
  const bands = reader.list('tenureBandMonths');
  const tenureBandMonths = bands.filter((months): months is number => Number.isInteger(months));
  const grows = tenureBandMonths.every((months, index) => months > (tenureBandMonths[index - 1] ?? 0));
  if (tenureBandMonths.length !== bands.length || bands.length === 0 || !grows)
    reader.complain('tenureBandMonths', 'must be whole months, each more than the one before');
  const turnover = {
    tenureBandMonths,
    costPerLeaverFen: reader.integer('costPerLeaverFen', 0, 1_000_000_000),
    monthsPerSeat: reader.number('monthsPerSeat', 0, 60),
    industryPercent: reader.number('industryPercent', 0, 1000),
  };
  reader.refuseUnknownFields();
  return turnover;
}

function readWarning(reader: DocumentReader): HiringPolicy['earlyWarning'] {
  const warning = {
    months: reader.integer('months', 1, 12),
    warnAtPoints: reader.integer('warnAtPoints', 1, 1000),
    rules: reader.objects('rules').map((rule): WarningRule => {
      const read = {
        code: code(rule, 'code'),
        fact: rule.oneOf('fact', WARNING_FACTS),
        comparison: rule.oneOf('comparison', ['at-least', 'at-most']),
        value: rule.number('value', 0, 1_000_000),
        points: rule.integer('points', 1, 100),
      };
      rule.refuseUnknownFields();
      return read;
    }),
  };
  reader.refuseUnknownFields();
  return warning;
}
