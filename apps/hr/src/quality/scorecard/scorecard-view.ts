import { QUALITY_ERRORS, type ScorecardView } from '@switchyard/contracts';
import { scorecardItems, sumOfWeights } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { Scorecard } from './scorecards.port';

export function toScorecardView(scorecard: Scorecard): ScorecardView {
  const { writtenAt, publishedAt, retiredAt, sections, ...facts } = scorecard;
  return {
    ...facts,
    sections: sections.map((section) => ({ ...section, items: [...section.items] })),
    weightSum: sumOfWeights(scorecardItems(sections).map(({ weight }) => weight)),
    writtenAt: writtenAt.toISOString(),
    ...(publishedAt && { publishedAt: publishedAt.toISOString() }),
    ...(retiredAt && { retiredAt: retiredAt.toISOString() }),
  };
}

export function noneInForce(code: string): DomainError {
  return new DomainError(
    QUALITY_ERRORS.noneInForce,
    `No version of the scorecard ${code} is in force; publish one (POST /quality/scorecards/${code}/publication).`,
    { field: 'scorecard', code },
  );
}
