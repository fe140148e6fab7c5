import type { AwardGrade, PerformanceProcedure } from './procedure-policy';

/** What awards of a month are proposed from. */
export interface AwardCandidate {
  readonly staffNumber: string;
  readonly score: number;
  /** Facts are missing: no grade is given on guesses. */
  readonly whole: boolean;
  readonly csat?: number;
  readonly csatGiven: number;
  /** Adopted proposals and articles of the month (L399–401). */
  readonly adopted: number;
}

export type AwardTitle = 'excellent-staff' | 'best-service' | 'innovation';

export interface AwardProposal {
  readonly staffNumber: string;
  readonly award: 'grade' | 'title';
  readonly code: string;
  readonly names: AwardGrade['names'];
}

const TITLES: Readonly<Record<AwardTitle, AwardGrade['names']>> = {
  'excellent-staff': { 'zh-CN': '优秀员工', en: 'excellent staff' },
  'best-service': { 'zh-CN': '最佳服务', en: 'best service' },
  innovation: { 'zh-CN': '创新', en: 'innovation' },
};

/**
 * Graded awards of a month (L267) by the best scores, and the titles of S0 六.4: the highest score, the best satisfaction with enough
 * answers, the most adopted proposals. Equals get the same; whoever ties with the last of a grade is in it.
 */
export function awardProposals(
  candidates: readonly AwardCandidate[],
  procedure: PerformanceProcedure,
): readonly AwardProposal[] {
  const whole = candidates.filter((candidate) => candidate.whole);
  const titled = (code: AwardTitle, winners: readonly AwardCandidate[]): AwardProposal[] =>
    winners.map(({ staffNumber }) => ({ staffNumber, award: 'title', code, names: TITLES[code] }));
  return [
    ...grades(whole, procedure),
    ...titled(
      'excellent-staff',
      bestBy(
        whole.filter(({ score }) => score >= procedure.leastScore),
        ({ score }) => score,
      ),
    ),
    ...titled(
      'best-service',
      bestBy(
        candidates.filter(({ csat, csatGiven }) => csat !== undefined && csatGiven >= procedure.leastRatings),
        ({ csat }) => csat ?? 0,
      ),
    ),
    ...titled(
      'innovation',
      bestBy(
        candidates.filter(({ adopted }) => adopted > 0),
        ({ adopted }) => adopted,
      ),
    ),
  ];
}

function grades(
  whole: readonly AwardCandidate[],
  { grades: kinds, leastScore }: PerformanceProcedure,
): AwardProposal[] {
  const sorted = [...whole].sort((a, b) => b.score - a.score || (a.staffNumber < b.staffNumber ? -1 : 1));
  const proposals: AwardProposal[] = [];
  let percent = 0;
  let given = 0;
  for (const { code, names, percent: more } of kinds) {
    percent += more;
    const places = Math.floor((sorted.length * percent) / 100);
    const last = sorted[places - 1]?.score;
    const winners = sorted
      .slice(given)
      .filter(({ score }) => last !== undefined && score >= last && score >= leastScore);
    given += winners.length;
    proposals.push(
      ...winners.map(({ staffNumber }) => ({ staffNumber, award: 'grade' as const, code, names })),
    );
  }
  return proposals;
}

function bestBy(
  candidates: readonly AwardCandidate[],
  of: (candidate: AwardCandidate) => number,
): readonly AwardCandidate[] {
  const best = candidates.reduce((most, candidate) => Math.max(most, of(candidate)), -Infinity);
  return candidates.filter((candidate) => of(candidate) === best);
}
