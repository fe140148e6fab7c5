import type { PlanItemView } from '@switchyard/contracts';
import type { LocalDate } from '@switchyard/domain';
import type { PlanItem } from './work-plan.port';

export function toPlanItemView(item: PlanItem, progress: number | undefined, today: LocalDate): PlanItemView {
  const { id, periodTo, reviews, ...facts } = item;
  return {
    ...facts,
    itemId: id,
    ...(progress !== undefined && { progress }),
    behind: item.state === 'open' && periodTo < today,
    reviews: reviews.map((review) => ({ ...review, reviewedAt: review.reviewedAt.toISOString() })),
  };
}
