import { TRAINING_PLAN_ERRORS, type TrainingPlanView } from '@switchyard/contracts';
import { daysOfQuarter, type HeldInQuarter, localDateAt, planProgress } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import type { PlanVersion } from './plans.port';

export function toPlanView(
  { items, madeAt, approvedAt, ...plan }: PlanVersion,
  held: readonly HeldInQuarter[],
  now: Date,
): TrainingPlanView {
  const today = localDateAt(now);
  const progress = planProgress(items, held, (quarter) => daysOfQuarter(plan.year, quarter).to < today);
  return {
    ...plan,
    approved: approvedAt !== undefined,
    items: progress.items.map((item) => ({ ...item })),
    unplanned: progress.unplanned.map(({ planned: _, ...unplanned }) => unplanned),
    madeAt: madeAt.toISOString(),
    ...(approvedAt && { approvedAt: approvedAt.toISOString() }),
  };
}

export const planNotFound = (year: number, version?: number): DomainError =>
  new DomainError(
    TRAINING_PLAN_ERRORS.notFound,
    `There is no ${version === undefined ? '' : `version ${version} of the `}training plan of ${year}.`,
    { year, version },
  );
