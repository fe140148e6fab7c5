import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { LEAVE_ERRORS, type RequestContext, type RequestLeaveRequest } from '@switchyard/contracts';
import { EXCUSABLE } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, UnitOfWork } from '@switchyard/platform';
import type { StaffMember } from '../../staff/staff-directory.port';
import { TellApprovers } from '../decide-leave/tell-approvers';
import { leaveRefused } from '../leave-errors';
import { type Leave, LeaveRequests } from '../leave-requests.port';
import { OpenMonths } from '../open-months';
import { type PlannedLeave, PlanLeave } from '../plan-leave/plan-leave';

/** Asks for leave and reserves its days; who asks at the same time in the department waits, so that caps hold. */
@Injectable()
export class RequestLeaveUseCase {
  constructor(
    private readonly leaves: LeaveRequests,
    private readonly plan: PlanLeave,
    private readonly openMonths: OpenMonths,
    private readonly approvers: TellApprovers,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError of `leaveRefused`, `leave.already-on-leave`, `leave.reference-reused`, `leave.month-closed` */
  execute(member: StaffMember, request: RequestLeaveRequest, { actor }: RequestContext): Promise<Leave> {
    const { staffNumber, departmentCode } = member;
    const reference = `${staffNumber}:${request.reference}`;
    return this.work.inTransaction(async () => {
      await this.leaves.lockDepartment(departmentCode);
      const before = await this.leaves.ofReference(reference);
      if (before) return same(before, request);
      const planned = await this.plan.execute(member, request);
      const exceptions = assertPossible(planned, request);
      await this.openMonths.assertOpen(planned.span.from);
      const now = this.clock.now();
      const leave = {
        ...planned.span,
        id: randomUUID(),
        staffNumber,
        kind: request.kind,
        reason: request.reason,
        reference,
        exceptions,
        appliedAt: now,
        appliedBy: actor.id,
        ...(exceptions.length > 0 && { exceptionReason: request.exceptionReason }),
        ...(planned.extended && { extendsId: planned.extended.id }),
      };
      await this.leaves.add(leave, planned.halfDays, planned.steps);
      await this.leaves.tell(leave.id, { kind: 'requested', note: request.reason, at: now, by: actor.id });
      const stored = await this.leaves.find(leave.id);
      if (!stored) throw new Error(`leave ${leave.id} was not written`);
      await this.approvers.ofNextStep(stored);
      return stored;
    });
  }
}

/** What an exception is asked for. @throws DomainError of `leaveRefused` for anything else that speaks against it */
function assertPossible(
  { problems, policy }: PlannedLeave,
  { exceptionReason }: RequestLeaveRequest,
): string[] {
  const excused = problems.filter(({ kind }) => exceptionReason !== undefined && EXCUSABLE.has(kind));
  const others = problems.filter((problem) => !excused.includes(problem));
  if (others.length > 0) throw leaveRefused(others, policy);
  return [...new Set(excused.map(({ kind }) => kind))];
}

function same(leave: Leave, { kind, from, to }: RequestLeaveRequest): Leave {
  if (leave.kind === kind && leave.from === from && leave.to === to) return leave;
  throw new DomainError(
    LEAVE_ERRORS.reference,
    'Another leave was asked for under this reference; give a reference of its own to each.',
    { field: 'reference' },
  );
}
