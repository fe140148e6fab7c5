import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

export interface AwardGrade {
  readonly code: string;
  readonly names: { readonly 'zh-CN': string; readonly en: string };
  /** Of all who have a whole score, the best; per cent, added to those of the grades before. */
  readonly percent: number;
}

export interface PerformanceProcedure {
  /** Days after it was told to the person within which a score may be appealed; then it is final. */
  readonly appealDays: number;
  /** People who must approve a bonus proposal, beside its drafter (the approving group, L369). */
  readonly approvals: number;
  /** Graded awards of a month (L267), the best first, to scores of at least `leastScore`. */
  readonly grades: readonly AwardGrade[];
  readonly leastScore: number;
  /** Answers of callers that the title of best service asks for. */
  readonly leastRatings: number;
}

/** All of it is [ours]: the documents name an approving group and graded awards, and give no number. */
export const STANDARD_PERFORMANCE_PROCEDURE: PerformanceProcedure = {
  appealDays: 7,
  approvals: 2,
  grades: [
    { code: 'first', names: { 'zh-CN': '一等奖', en: 'first prize' }, percent: 5 },
    { code: 'second', names: { 'zh-CN': '二等奖', en: 'second prize' }, percent: 10 },
    { code: 'third', names: { 'zh-CN': '三等奖', en: 'third prize' }, percent: 15 },
  ],
  leastScore: 90,
  leastRatings: 30,
};

const CODE = /^[a-z][a-z0-9-]{0,39}$/;

/** A policy out of JSON, with every problem named by its path. */
export function parsePerformanceProcedure(
  document: unknown,
): Result<PerformanceProcedure, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const procedure: PerformanceProcedure = {
    appealDays: reader.integer('appealDays', 1, 90),
    approvals: reader.integer('approvals', 1, 9),
    grades: reader.objects('grades').map(readGrade),
    leastScore: reader.number('leastScore', 0, 110),
    leastRatings: reader.integer('leastRatings', 1, 10_000),
  };
  if (procedure.grades.reduce((sum, { percent }) => sum + percent, 0) > 100)
    reader.complain('grades', 'must be 100 per cent together at most');
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(procedure) : refused(reader.problems);
}

function readGrade(reader: DocumentReader): AwardGrade {
  const names = reader.object('names');
  const text = (field: string) => names.text(field, 'a text', (value) => value.trim() || undefined, '');
  const grade = {
    code: reader.text(
      'code',
      'a word in small letters',
      (value) => (CODE.test(value) ? value : undefined),
      '',
    ),
    names: { 'zh-CN': text('zh-CN'), en: text('en') },
    percent: reader.number('percent', 0, 100),
  };
  names.refuseUnknownFields();
  reader.refuseUnknownFields();
  return grade;
}
