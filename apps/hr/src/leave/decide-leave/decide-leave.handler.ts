import { Controller, Inject } from '@nestjs/common';
import {
  DecideLeave,
  DecideLeaveRequest,
  DecideLeaves,
  DecideLeavesRequest,
  type LeaveDecisionResult,
  type LeaveDecisionResults,
  type LeaveView,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { toLeaveView } from '../leave-views';
import { DecideLeaveUseCase } from './decide-leave.use-case';

@Controller()
export class DecideLeaveHandler {
  constructor(
    private readonly decideLeave: DecideLeaveUseCase,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(DecideLeave)
  decide(request: DecideLeaveRequest, context: RequestContext): Promise<LeaveView> {
    return this.decided(request, context);
  }

  @Handles(DecideLeaves)
  async decideMany(
    { leaveIds, ...decision }: DecideLeavesRequest,
    context: RequestContext,
  ): Promise<LeaveDecisionResults> {
    const items: LeaveDecisionResult[] = [];
    for (const leaveId of leaveIds) items.push(await this.one({ ...decision, leaveId }, context));
    return { items };
  }

  private async decided(request: DecideLeaveRequest, context: RequestContext): Promise<LeaveView> {
    const leave = await this.decideLeave.execute(request, context);
    return toLeaveView(leave, await this.policies.inForce('leave', this.clock.now()));
  }

  /** One that is refused stops no other; our own defects do. */
  private async one(request: DecideLeaveRequest, context: RequestContext): Promise<LeaveDecisionResult> {
    const { leaveId } = request;
    try {
      return { leaveId, leave: await this.decided(request, context) };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { leaveId, code: error.code, message: error.message };
    }
  }
}
