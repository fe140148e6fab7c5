import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../shared';

/** Which result stands when somebody sat an exam and its resits. */
export const RESIT_RULES = ['first', 'best', 'last'] as const;
export type ResitRule = (typeof RESIT_RULES)[number];

/** How a question with several right options is marked. */
export const MULTIPLE_RULES = ['all-or-nothing', 'share'] as const;
export type MultipleRule = (typeof MULTIPLE_RULES)[number];

export interface ExamPolicy {
  /** Per cent of the full marks from which an exam is passed, unless the exam names its own (§11: 80). */
  readonly passPercent: number;
  /** Starts that one person has in a sitting, unless the sitting names its own. */
  readonly attemptLimit: number;
  /** Seconds after the deadline in which what was on the way is still taken. */
  readonly graceSeconds: number;
  /** Resits after one another that an exam may have; apart from the starts within a sitting. */
  readonly resits: number;
  readonly resitRule: ResitRule;
  readonly multipleRule: MultipleRule;
  /** Two markers may differ by so many per cent of a question's points; beyond, a third settles. */
  readonly markTolerancePercent: number;
  /** Days after the release in which a mark can be appealed. */
  readonly appealDays: number;
}

/** 80 per cent is §11's; the rest is [ours]. */
export const STANDARD_EXAM_POLICY: ExamPolicy = {
  passPercent: 80,
  attemptLimit: 1,
  graceSeconds: 30,
  resits: 1,
  resitRule: 'best',
  multipleRule: 'all-or-nothing',
  markTolerancePercent: 20,
  appealDays: 7,
};

/** A policy out of JSON, with every problem named by its path. */
export function parseExamPolicy(document: unknown): Result<ExamPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const policy: ExamPolicy = {
    passPercent: reader.integer('passPercent', 1, 100),
    attemptLimit: reader.integer('attemptLimit', 1, 20),
    graceSeconds: reader.integer('graceSeconds', 0, 600),
    resits: reader.integer('resits', 0, 10),
    resitRule: reader.oneOf('resitRule', RESIT_RULES),
    multipleRule: reader.oneOf('multipleRule', MULTIPLE_RULES),
    markTolerancePercent: reader.integer('markTolerancePercent', 0, 100),
    appealDays: reader.integer('appealDays', 0, 365),
  };
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(policy) : refused(reader.problems);
}
