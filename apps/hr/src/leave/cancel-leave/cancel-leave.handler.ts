import { Controller, Inject } from '@nestjs/common';
import {
  AskLeaveCancellation,
  AskLeaveCancellationRequest,
  DecideLeaveCancellation,
  DecideLeaveRequest,
  LEAVE_ERRORS,
  LeaveReference,
  type LeaveView,
  type RequestContext,
  WithdrawLeave,
} from '@switchyard/contracts';
import { laterOf, localDate, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { AttendanceDue } from '../../attendance/attendance-due.port';
import { People } from '../../attendance/people/people';
import { Policies } from '../../policy/policies';
import { Approvers } from '../decide-leave/approvers';
import { TellApprovers } from '../decide-leave/tell-approvers';
import { leaveNotFound, leaveNotInState, noteMissing } from '../leave-errors';
import { type Leave, LeaveRequests } from '../leave-requests.port';
import { toLeaveView } from '../leave-views';

@Controller()
export class CancelLeaveHandler {
  constructor(
    private readonly leaves: LeaveRequests,
    private readonly people: People,
    private readonly approvers: Approvers,
    private readonly tell: TellApprovers,
    private readonly attendance: AttendanceDue,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(WithdrawLeave)
  withdraw({ leaveId }: LeaveReference, context: RequestContext): Promise<LeaveView> {
    return this.ofOwn(leaveId, context, async (leave) => {
      if (leave.state !== 'requested') throw leaveNotInState(leaveId, leave.state, 'requested');
      const at = this.clock.now();
      await this.leaves.settle(leaveId, 'withdrawn', at);
      await this.leaves.tell(leaveId, { kind: 'withdrawn', at, by: context.actor.id });
    });
  }

  @Handles(AskLeaveCancellation)
  ask({ leaveId, from, reason }: AskLeaveCancellationRequest, context: RequestContext): Promise<LeaveView> {
    return this.ofOwn(leaveId, context, async (leave) => {
      if (leave.state !== 'approved' || leave.cancelAskedAt)
        throw leaveNotInState(leaveId, leave.state, 'approved, and no cancellation asked for');
      const first = from === undefined ? leave.from : localDate(from);
      const day = first < leave.from ? leave.from : first;
      const at = this.clock.now();
      if (day < localDateAt(at) || day > leave.to) {
        throw new DomainError(
          LEAVE_ERRORS.cancelInPast,
          `Days that are over stay taken: cancel from today (${localDateAt(at)}) to ${leave.to} on.`,
          { field: 'from' },
        );
      }
      await this.leaves.askCancellation(leaveId, day, reason, at);
      await this.leaves.tell(leaveId, { kind: 'cancellation-asked', note: reason, at, by: context.actor.id });
      const asked = await this.leaves.find(leaveId);
      if (asked) await this.tell.ofCancellation(asked);
    });
  }

  @Handles(DecideLeaveCancellation)
  decide({ leaveId, decision, note }: DecideLeaveRequest, context: RequestContext): Promise<LeaveView> {
    if (decision === 'refuse' && note === undefined) throw noteMissing();
    return this.change(leaveId, async (leave) => {
      const { cancelFrom, staffNumber, from, to } = leave;
      const last = leave.steps.at(-1);
      if (cancelFrom === undefined || !last)
        throw leaveNotInState(leaveId, leave.state, 'asked to be cancelled');
      await this.approvers.assertMayDecide(last.approverKind, leave, context);
      const at = this.clock.now();
      const isGranted = decision === 'approve';
      // What was taken while nobody decided stays taken.
      const today = localDateAt(at);
      if (isGranted) await this.leaves.shorten(leaveId, cancelFrom < today ? today : cancelFrom);
      else await this.leaves.clearCancellation(leaveId);
      const kind = isGranted ? 'cancellation-approved' : 'cancellation-refused';
      await this.leaves.tell(leaveId, {
        kind,
        at,
        by: context.actor.id,
        ...(note !== undefined && { note }),
      });
      await this.attendance.mark([{ staffNumber, from, to }]);
      const key = `${kind}-${laterOf(at, leave.cancelAskedAt ?? at).getTime()}`;
      await this.tell.applicant(
        leave,
        key,
        isGranted ? '已销假' : '不予销假',
        isGranted ? 'is cancelled' : 'stays',
      );
    });
  }

  private async ofOwn(
    leaveId: string,
    context: RequestContext,
    work: (leave: Leave) => Promise<void>,
  ): Promise<LeaveView> {
    const { staffNumber } = await this.people.self(context);
    return this.change(leaveId, async (leave) => {
      if (leave.staffNumber !== staffNumber) throw leaveNotFound(leaveId);
      await work(leave);
    });
  }

  private change(leaveId: string, work: (leave: Leave) => Promise<void>): Promise<LeaveView> {
    return this.work.inTransaction(async () => {
      const leave = await this.leaves.lock(leaveId);
      if (!leave) throw leaveNotFound(leaveId);
      await work(leave);
      const policy = await this.policies.inForce('leave', this.clock.now());
      return toLeaveView((await this.leaves.find(leaveId)) ?? leave, policy);
    });
  }
}
