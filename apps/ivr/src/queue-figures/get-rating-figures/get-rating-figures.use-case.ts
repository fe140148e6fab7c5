import { Injectable } from '@nestjs/common';
import type { GetRatingFiguresRequest, RatingFiguresReport, RatingFiguresRow } from '@switchyard/contracts';
import { type RatingCounts, ratingFigures } from '@switchyard/domain';
import { FigureRows } from '../figures/figure-rows.port';
import { spanOf } from '../figures/span-of';

const NOBODY: RatingCounts = {
  ratings: 0,
  csatGiven: 0,
  csatSum: 0,
  solvedAsked: 0,
  solved: 0,
  npsAsked: 0,
  promoters: 0,
  detractors: 0,
};

/** What callers said after their calls (T1.7). */
@Injectable()
export class GetRatingFigures {
  constructor(private readonly rows: FigureRows) {}

  /** @throws DomainError figures.time-empty */
  async execute({ groupBy = 'agent', ...request }: GetRatingFiguresRequest): Promise<RatingFiguresReport> {
    const span = spanOf(request);
    const [groups, [all]] = await Promise.all([
      this.rows.ratings(span, groupBy),
      this.rows.ratings(span, undefined),
    ]);
    return {
      items: groups.map(({ group, counts }) => toRow(group, counts)),
      total: toRow(null, all?.counts ?? NOBODY),
    };
  }
}

function toRow(group: string | null, counts: RatingCounts): RatingFiguresRow {
  const { ratings, csatGiven, solvedAsked, npsAsked } = counts;
  return {
    ...(group === null ? {} : { group }),
    ratings,
    csatGiven,
    solvedAsked,
    npsAsked,
    ...ratingFigures(counts),
  };
}
