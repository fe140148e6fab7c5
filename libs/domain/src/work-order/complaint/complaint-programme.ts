import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../../shared';
import type { TwoLanguages } from '../kinds/kind-definition';
import { readCode, readNames, readText } from '../read-document';

/** What is agreed for complaints of one content (S4 第三篇 三, §2.10). */
export interface ComplaintRule {
  /** Content category; one rule without it is for all others. */
  readonly category?: string;
  readonly department: string;
  /** Complaint handler (投诉责任人), named. */
  readonly handler: string;
  /** What the handler may grant without asking, in fen. */
  readonly authorityFen: number;
  /** Processing period, in words of the agreement; the limits themselves are service clocks (L12). */
  readonly periodDays: number;
  /** Compensation schemes that may be offered. */
  readonly schemes: readonly string[];
  readonly callBackDays: number;
  readonly script: TwoLanguages;
}

export interface CompensationScheme {
  readonly code: string;
  readonly names: TwoLanguages;
  /** The most that it grants, in fen; 0 where it is no money. */
  readonly mostFen: number;
}

export interface ComplaintProgramme {
  readonly schemes: readonly CompensationScheme[];
  readonly rules: readonly ComplaintRule[];
}

const MOST_FEN = 10_000_000_000;

export function parseComplaintProgramme(
  document: unknown,
): Result<ComplaintProgramme, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const schemes = reader.objects('schemes').map((scheme) => {
    const read = {
      code: readCode(scheme, 'code'),
      names: readNames(scheme.object('names')),
      mostFen: scheme.integer('mostFen', 0, MOST_FEN),
    };
    scheme.refuseUnknownFields();
    return read;
  });
  const codes = schemes.map(({ code }) => code);
  const rules = reader.objects('rules').map((rule) => readRule(rule, codes));
  reader.refuseUnknownFields();
  if (rules.filter(({ category }) => category === undefined).length !== 1)
    reader.complain('rules', 'must have exactly one rule without a category, for all others');
  return reader.problems.length === 0 ? ok({ schemes, rules }) : refused(reader.problems);
}

function readRule(reader: DocumentReader, schemes: readonly string[]): ComplaintRule {
  const rule = {
    ...(reader.has('category') && { category: readCode(reader, 'category') }),
    department: readCode(reader, 'department'),
    handler: readText(reader, 'handler', 200),
    authorityFen: reader.integer('authorityFen', 0, MOST_FEN),
    periodDays: reader.integer('periodDays', 1, 365),
    schemes: reader.words('schemes', schemes),
    callBackDays: reader.integer('callBackDays', 1, 365),
    script: readNames(reader.object('script')),
  };
  reader.refuseUnknownFields();
  return rule;
}

/** The rule of a content, else the one for all others. */
export function ruleFor(programme: ComplaintProgramme, category: string | undefined): ComplaintRule {
  const rule =
    programme.rules.find(
      (candidate) => candidate.category !== undefined && candidate.category === category,
    ) ?? programme.rules.find((candidate) => candidate.category === undefined);
  if (!rule) throw new Error('a complaint programme has a rule for all others');
  return rule;
}
