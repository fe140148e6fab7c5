import { Inject, Injectable } from '@nestjs/common';
import { type DecideLeaveRequest, LEAVE_ERRORS, type RequestContext } from '@switchyard/contracts';
import { addDays, type LeavePolicy } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import { AttendanceDue } from '../../attendance/attendance-due.port';
import { Policies } from '../../policy/policies';
import { leaveNotFound, leaveNotInState, noteMissing } from '../leave-errors';
import { type Leave, LeaveRequests } from '../leave-requests.port';
import { missingPapers } from '../leave-views';
import { OpenMonths } from '../open-months';
import { Approvers } from './approvers';
import { TellApprovers } from './tell-approvers';

/** Decides the next step of a leave; approved is it after the last, and refused by any. */
@Injectable()
export class DecideLeaveUseCase {
  constructor(
    private readonly leaves: LeaveRequests,
    private readonly approvers: Approvers,
    private readonly tell: TellApprovers,
    private readonly openMonths: OpenMonths,
    private readonly attendance: AttendanceDue,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError `leave.not-found`, `leave.not-allowed-in-state`, `leave.not-yours-to-decide`,
   * `leave.papers-missing`, `leave.note-missing`, `leave.month-closed`
   */
  execute({ leaveId, decision, note }: DecideLeaveRequest, context: RequestContext): Promise<Leave> {
    if (decision === 'refuse' && note === undefined) throw noteMissing();
    return this.work.inTransaction(async () => {
      const leave = await this.leaves.lock(leaveId);
      if (!leave) throw leaveNotFound(leaveId);
      const step = leave.steps.find(({ state }) => state === 'waiting');
      if (leave.state !== 'requested' || !step) throw leaveNotInState(leaveId, leave.state, 'requested');
      const { member, alternate } = await this.approvers.assertMayDecide(step.approverKind, leave, context);
      const policy = await this.policies.inForce('leave', this.clock.now());
      if (decision === 'approve') {
        assertPapers(leave, policy);
        await this.openMonths.assertOpen(leave.from);
      }
      const at = this.clock.now();
      const state = decision === 'approve' ? 'approved' : 'refused';
      const told = note === undefined ? {} : { note };
      await this.leaves.decideStep(leaveId, {
        place: step.place,
        state,
        decidedBy: member.staffNumber,
        at,
        alternate,
        ...told,
      });
      await this.leaves.tell(leaveId, {
        kind: `step-${step.place}-${state}`,
        at,
        by: context.actor.id,
        ...told,
      });
      const isLast = step.place === leave.steps.length;
      if (decision === 'refuse') await this.refuse(leave, at);
      else if (isLast) await this.approve(leave, policy, at);
      const after = await this.leaves.find(leaveId);
      if (!after) throw leaveNotFound(leaveId);
      if (after.state === 'requested') await this.tell.ofNextStep(after);
      return after;
    });
  }

  private async approve(leave: Leave, policy: LeavePolicy, at: Date): Promise<void> {
    const missing = missingPapers(leave, policy).length > 0;
    await this.leaves.settle(
      leave.id,
      'approved',
      at,
      missing ? addDays(leave.to, policy.papersDueDays) : undefined,
    );
    await this.attendance.mark([{ staffNumber: leave.staffNumber, from: leave.from, to: leave.to }]);
    await this.tell.applicant(leave, 'approved', '已批准', 'is approved');
  }

  private async refuse(leave: Leave, at: Date): Promise<void> {
    await this.leaves.settle(leave.id, 'refused', at);
    await this.tell.applicant(leave, 'refused', '未获批准', 'is refused');
  }
}

/** What has to be there before a decision. */
function assertPapers(leave: Leave, policy: LeavePolicy): void {
  const missing = missingPapers(leave, policy);
  if (policy.kinds[leave.kind].papersBy !== 'decision' || missing.length === 0) return;
  throw new DomainError(
    LEAVE_ERRORS.papersMissing,
    `Papers are missing: ${missing.join(', ')}; the applicant hands them in before this is decided.`,
    { field: 'leaveId', missing },
  );
}
