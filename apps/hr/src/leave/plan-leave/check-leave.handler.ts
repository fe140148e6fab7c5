import { Controller } from '@nestjs/common';
import { CheckLeave, CheckLeaveRequest, type LeavePlan, type RequestContext } from '@switchyard/contracts';
import { EXCUSABLE } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { People } from '../../attendance/people/people';
import { codeOf, wordsOf } from '../leave-errors';
import { PlanLeave } from './plan-leave';

@Controller()
export class CheckLeaveHandler {
  constructor(
    private readonly people: People,
    private readonly plan: PlanLeave,
  ) {}

  @Handles(CheckLeave)
  async handle(request: CheckLeaveRequest, context: RequestContext): Promise<LeavePlan> {
    const { staffNumber, kind } = request;
    const member = await (staffNumber === undefined
      ? this.people.self(context)
      : this.people.inSight(staffNumber, context));
    const { halfDays, problems, steps, policy } = await this.plan.execute(member, request);
    return {
      days: halfDays.filter(({ counts }) => counts).length / 2,
      halfDays: [...halfDays],
      problems: problems.map((problem) => ({
        code: codeOf(problem),
        message: wordsOf(problem, policy),
        excusable: EXCUSABLE.has(problem.kind),
        ...(problem.about !== undefined && { about: problem.about }),
      })),
      steps: [...steps],
      papers: [...policy.kinds[kind].papers],
    };
  }
}
