import { Controller, Inject } from '@nestjs/common';
import {
  type LeaveView,
  type RequestContext,
  RequestLeave,
  RequestLeaveRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { People } from '../../attendance/people/people';
import { Policies } from '../../policy/policies';
import { toLeaveView } from '../leave-views';
import { RequestLeaveUseCase } from './request-leave.use-case';

@Controller()
export class RequestLeaveHandler {
  constructor(
    private readonly people: People,
    private readonly requestLeave: RequestLeaveUseCase,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RequestLeave)
  async handle(request: RequestLeaveRequest, context: RequestContext): Promise<LeaveView> {
    const member = await (request.staffNumber === undefined
      ? this.people.self(context)
      : this.people.inSight(request.staffNumber, context));
    const leave = await this.requestLeave.execute(member, request, context);
    return toLeaveView(leave, await this.policies.inForce('leave', this.clock.now()));
  }
}
