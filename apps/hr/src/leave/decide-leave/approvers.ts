import { Inject, Injectable } from '@nestjs/common';
import { LEAVE_ERRORS, type RequestContext } from '@switchyard/contracts';
import {
  type Approver,
  APPROVER_KINDS,
  type ApproverKind,
  type DecidingApprovers,
  decidersOf,
  localDateAt,
} from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { People } from '../../attendance/people/people';
import { Policies } from '../../policy/policies';
import { StaffDirectory, type StaffMember } from '../../staff/staff-directory.port';
import { LeaveDays } from '../leave-days.port';
import type { Leave } from '../leave-requests.port';

export interface Decider {
  readonly member: StaffMember;
  readonly alternate: boolean;
}

type Applicant = Pick<StaffMember, 'staffNumber' | 'departmentCode'>;

/** Who may decide a step today: by their posts, and in their place others while they are away. */
@Injectable()
export class Approvers {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly leaveDays: LeaveDays,
    private readonly people: People,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Asks for the staff once, for as many applicants as there are. */
  async today(): Promise<(step: ApproverKind, applicant: Applicant) => DecidingApprovers> {
    const now = this.clock.now();
    const today = localDateAt(now);
    const policy = await this.policies.inForce('leave', now);
    const staff: StaffMember[] = [];
    for (const roleKind of APPROVER_KINDS) staff.push(...(await this.staff.list({ roleKind })));
    const employed = staff.filter(({ status }) => status === 'active' || status === 'suspended');
    const absent = await this.leaveDays.between(
      today,
      today,
      employed.map(({ staffNumber }) => staffNumber),
    );
    const away = new Set(absent.map(({ staffNumber }) => staffNumber));
    const approvers = employed.map(({ staffNumber, roleKind, departmentCode, status }): Approver => ({
      staffNumber,
      kind: roleKind,
      departmentCode,
      away: status !== 'active' || away.has(staffNumber),
    }));
    return (step, applicant) => decidersOf(step, applicant, approvers, policy);
  }

  /** @throws DomainError `leave.not-yours-to-decide`, `attendance.account-is-no-staff` */
  async assertMayDecide(step: ApproverKind, leave: Leave, context: RequestContext): Promise<Decider> {
    const member = await this.people.self(context);
    const { staffNumbers, alternate } = (await this.today())(step, leave);
    if (staffNumbers.includes(member.staffNumber)) return { member, alternate };
    throw new DomainError(
      LEAVE_ERRORS.notYours,
      staffNumbers.length === 0
        ? `Nobody can decide this step (${step}) today: all of them are away or ask themselves.`
        : `This step is for ${staffNumbers.join(', ')} to decide.`,
      { field: 'leaveId', approverKind: step, deciders: staffNumbers },
    );
  }
}
