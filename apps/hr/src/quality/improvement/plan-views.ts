import { type ImprovementPlanSummary, type ImprovementPlanView, QUALITY_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import type { ImprovementPlan, PlanNote } from './plans.port';

/** @param today day in China */
export function toPlanSummary(
  { id, actions, openedAt, closedAt, ...plan }: ImprovementPlan,
  today: string,
): ImprovementPlanSummary {
  return {
    ...plan,
    planId: id,
    itemCodes: [...plan.itemCodes],
    openedAt: openedAt.toISOString(),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
    overdue: plan.state === 'open' && plan.deadline < today,
    actionCount: actions.length,
    actionsDone: actions.filter(({ doneAt }) => doneAt !== undefined).length,
  };
}

export function toPlanView(
  plan: ImprovementPlan,
  notes: readonly PlanNote[],
  today: string,
): ImprovementPlanView {
  return {
    ...toPlanSummary(plan, today),
    actions: plan.actions.map(({ doneAt, ...action }) => ({
      ...action,
      overdue: doneAt === undefined && plan.state === 'open' && action.due < today,
      ...(doneAt && { doneAt: doneAt.toISOString() }),
    })),
    notes: notes.map(({ madeAt, ...note }) => ({ ...note, madeAt: madeAt.toISOString() })),
  };
}

export function planNotFound(planId: string): DomainError {
  return new DomainError(
    QUALITY_ERRORS.planNotFound,
    `There is no improvement plan ${planId}; GET /quality/improvement-plans lists them.`,
    { planId },
  );
}
