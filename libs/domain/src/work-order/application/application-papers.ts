import { type DocumentProblem, DocumentReader, ok, refused, type Result } from '../../shared';
import type { TwoLanguages } from '../kinds/kind-definition';
import { readCode, readNames } from '../read-document';

/** The 14 kinds (§2.6): 新装, 增容, 减容, 暂停, 暂换, 迁址, 移表, 暂拆, 更名/过户, 分户, 并户, 销户, 改压, 改类. */
export const PAPERED_APPLICATIONS = [
  'new-supply',
  'capacity-increase',
  'capacity-decrease',
  'suspension',
  'temporary-exchange',
  'relocation',
  'meter-relocation',
  'temporary-removal',
  'transfer',
  'account-split',
  'account-merge',
  'account-closure',
  'voltage-change',
  'category-change',
] as const;
export type PaperedApplication = (typeof PAPERED_APPLICATIONS)[number];

export const APPLICANT_KINDS = ['resident', 'organisation', 'sole-trader'] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

export interface Paper {
  readonly code: string;
  readonly names: TwoLanguages;
}

/** Which papers an applicant brings: those of every applicant of its kind, and more for some applications. */
export interface PapersPolicy {
  readonly papers: readonly Paper[];
  readonly everybody: Readonly<Record<ApplicantKind, readonly string[]>>;
  readonly more: readonly {
    readonly application: PaperedApplication;
    readonly applicants: readonly ApplicantKind[];
    readonly papers: readonly string[];
  }[];
}

export function parsePapersPolicy(document: unknown): Result<PapersPolicy, readonly DocumentProblem[]> {
  const reader = new DocumentReader(document);
  const papers = reader.objects('papers').map((paper) => {
    const read = { code: readCode(paper, 'code'), names: readNames(paper.object('names')) };
    paper.refuseUnknownFields();
    return read;
  });
  const codes = papers.map(({ code }) => code);
  if (new Set(codes).size < codes.length) reader.complain('papers', 'must have every code once');
  const everybody = reader.object('everybody');
  const read = {
    papers,
    everybody: {
      resident: everybody.words('resident', codes),
      organisation: everybody.words('organisation', codes),
      'sole-trader': everybody.words('sole-trader', codes),
    },
    more: reader.objects('more').map((more) => {
      const row = {
        application: more.oneOf('application', PAPERED_APPLICATIONS),
        applicants: more.words('applicants', APPLICANT_KINDS),
        papers: more.words('papers', codes),
      };
      more.refuseUnknownFields();
      return row;
    }),
  };
  everybody.refuseUnknownFields();
  reader.refuseUnknownFields();
  return reader.problems.length === 0 ? ok(read) : refused(reader.problems);
}

/** What an applicant of a kind brings for an application, in the order of the catalogue. */
export function papersFor(
  policy: PapersPolicy,
  application: PaperedApplication,
  applicant: ApplicantKind,
): readonly Paper[] {
  const needed = new Set([
    ...policy.everybody[applicant],
    ...policy.more
      .filter((more) => more.application === application && more.applicants.includes(applicant))
      .flatMap((more) => more.papers),
  ]);
  return policy.papers.filter(({ code }) => needed.has(code));
}

export interface TickedPaper extends Paper {
  readonly received: boolean;
  readonly at?: Date;
  readonly by?: string;
  readonly note?: string;
}

/** The checklist as the ticks of a history leave it; the last tick of a paper counts. */
export function tickedOff(
  papers: readonly Paper[],
  ticks: readonly {
    readonly paper: string;
    readonly received: boolean;
    readonly at: Date;
    readonly by: string;
    readonly note?: string;
  }[],
): readonly TickedPaper[] {
  return papers.map((paper) => {
    const tick = ticks.filter(({ paper: code }) => code === paper.code).at(-1);
    if (!tick) return { ...paper, received: false };
    const { received, at, by, note } = tick;
    return { ...paper, received, at, by, ...(note !== undefined && { note }) };
  });
}
