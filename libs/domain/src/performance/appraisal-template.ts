import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';
import { INDICATOR_CODES, type IndicatorCode } from './indicator-definitions';

/** Parts that S1 三(2) weighs. */
export const APPRAISAL_SECTIONS = ['quality', 'efficiency', 'team', 'development'] as const;
export type AppraisalSection = (typeof APPRAISAL_SECTIONS)[number];

export const APPRAISAL_PERIODS = ['quarter', 'year'] as const;
export type AppraisalPeriodKind = (typeof APPRAISAL_PERIODS)[number];

export interface AppraisalCriterion {
  readonly code: string;
  readonly section: AppraisalSection;
  readonly names: { readonly 'zh-CN': string; readonly en: string };
  readonly weight: number;
  /**
   * Reckoned from the mean of an indicator: 0 points at `none`, 100 at `full`, in between by the straight line; `none` above `full` where less
   * is better. Absent: somebody judges it, 0 to 100.
   */
  readonly indicator?: { readonly code: IndicatorCode; readonly none: number; readonly full: number };
}

export interface AppraisalTemplate {
  readonly names: { readonly 'zh-CN': string; readonly en: string };
  /** Kinds of posts that it is for. */
  readonly roleKinds: readonly string[];
  readonly period: AppraisalPeriodKind;
  readonly criteria: readonly AppraisalCriterion[];
}

/** Weights of all criteria together; a template is published at 100 alone. */
export function weightOf({ criteria }: AppraisalTemplate): number {
  return criteria.reduce((sum, { weight }) => sum + weight, 0);
}

/** Why a template may not be published; nothing where it may (S1 三(2): 100 together, as scorecards in C15). */
export function problemsOfTemplate(template: AppraisalTemplate): readonly DocumentProblem[] {
  const weight = weightOf(template);
  return weight === 100
    ? []
    : [{ path: 'criteria', problem: `must weigh 100 together; they weigh ${weight}` }];
}

const CODE = /^[a-z][a-z0-9-]{0,59}$/;
const FARTHEST = 1_000_000;

/** A template out of JSON, with every problem named by its path. Its weights may still be any. */
export function parseAppraisalTemplate(
  document: unknown,
): Result<AppraisalTemplate, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const roleKinds = reader.list('roleKinds').flatMap((kind) => (typeof kind === 'string' ? [kind] : []));
  const template: AppraisalTemplate = {
    names: readNames(reader),
    roleKinds,
    period: reader.oneOf('period', APPRAISAL_PERIODS),
    criteria: reader.objects('criteria').map(readCriterion),
  };
  if (roleKinds.length === 0) reader.complain('roleKinds', 'must have at least one kind of posts');
  const codes = template.criteria.map(({ code }) => code);
  if (codes.length === 0) reader.complain('criteria', 'must have at least one');
  if (new Set(codes).size < codes.length) reader.complain('criteria', 'must have each code once');
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(template) : refused(reader.problems);
}

function readCriterion(reader: DocumentReader): AppraisalCriterion {
  const criterion = {
    code: reader.text('code', 'a word in small letters', (text) => (CODE.test(text) ? text : undefined), ''),
    section: reader.oneOf('section', APPRAISAL_SECTIONS),
    names: readNames(reader),
    weight: reader.integer('weight', 1, 100),
    ...(reader.has('indicator') && { indicator: readIndicator(reader.object('indicator')) }),
  };
  reader.refuseUnknownFields();
  return criterion;
}

function readIndicator(reader: DocumentReader): NonNullable<AppraisalCriterion['indicator']> {
  const [first = 'csat', ...rest] = INDICATOR_CODES;
  const indicator = {
    code: reader.oneOf('code', [first, ...rest]),
    none: reader.number('none', -FARTHEST, FARTHEST),
    full: reader.number('full', -FARTHEST, FARTHEST),
  };
  if (indicator.none === indicator.full) reader.complain('full', 'must differ from none');
  reader.refuseUnknownFields();
  return indicator;
}

function readNames(reader: DocumentReader): AppraisalTemplate['names'] {
  const names = reader.object('names');
  const text = (field: string) => names.text(field, 'a text', (value) => value.trim() || undefined, '');
  const read = { 'zh-CN': text('zh-CN'), en: text('en') };
  names.refuseUnknownFields();
  return read;
}
