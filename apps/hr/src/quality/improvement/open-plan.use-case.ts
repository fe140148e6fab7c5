import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { type ImprovementPlanBody, QUALITY_ERRORS, type RequestContext } from '@switchyard/contracts';
import { type DocumentProblem, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { evaluationNotFound } from '../evaluation/evaluation-views';
import { Evaluations } from '../evaluation/evaluations.port';
import { refusal, staffUnknown } from '../quality-errors';
import { QualityReminders } from '../quality-reminders';
import { QualityScope } from '../quality-scope';
import { ImprovementPlans } from './plans.port';

/**
 * Opens an improvement plan with a deadline; the leader of the group helps unless somebody else is named (§14).
 * @throws DomainError `quality.staff-unknown`, `evaluation.not-found`, `improvement-plan.invalid`
 */
@Injectable()
export class OpenPlan {
  constructor(
    private readonly plans: ImprovementPlans,
    private readonly evaluations: Evaluations,
    private readonly staff: StaffDirectory,
    private readonly scope: QualityScope,
    private readonly reminders: QualityReminders,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns id of the plan */
  async execute(request: ImprovementPlanBody, { actor }: RequestContext): Promise<string> {
    const { staffNumber, evaluationId, itemCodes = [], goal, deadline, trainerNumber, actions } = request;
    const now = this.clock.now();
    assertDays(request, localDateAt(now));
    const member = await this.staff.find(staffNumber);
    if (!member || member.status === 'left') throw staffUnknown(staffNumber);
    await this.scope.assertSees(actor, member.groupCode);
    const leaderNumber = request.leaderNumber ?? member.leaderNumber;
    for (const [field, helper] of Object.entries({ leaderNumber, trainerNumber })) {
      if (helper !== undefined && !(await this.staff.find(helper))) throw staffUnknown(helper, field);
    }
    if (evaluationId !== undefined) {
      const evaluation = await this.evaluations.find(evaluationId);
      if (evaluation?.staffNumber !== staffNumber) throw evaluationNotFound(evaluationId);
    }
    const id = randomUUID();
    await this.work.inTransaction(async () => {
      await this.plans.open({
        id,
        staffNumber,
        groupCode: member.groupCode,
        evaluationId,
        itemCodes,
        goal,
        deadline,
        leaderNumber,
        trainerNumber,
        state: 'open',
        openedAt: now,
        openedBy: actor.id,
        actions: actions.map(({ what, due }, at) => ({ place: at + 1, what, due })),
      });
      await this.reminders.planOpened(id, staffNumber, [leaderNumber, trainerNumber]);
    });
    return id;
  }
}

function assertDays({ deadline, actions }: ImprovementPlanBody, today: string): void {
  const problems = [
    ...(deadline < today ? [{ path: 'deadline', problem: `lies before today, ${today}` }] : []),
    ...actions.flatMap(({ due }, at): DocumentProblem[] =>
      due > deadline
        ? [{ path: `actions[${at}].due`, problem: `lies behind the deadline, ${deadline}` }]
        : [],
    ),
  ];
  if (problems.length > 0) throw refusal(QUALITY_ERRORS.planInvalid, 'This is no plan', problems);
}
