import { Injectable } from '@nestjs/common';
import { ATTENDANCE_ERRORS, type RequestContext } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { People } from '../attendance/people/people';
import { leaveNotFound } from './leave-errors';
import { type Leave, LeaveRequests } from './leave-requests.port';

/** Leave as the caller may see it. */
@Injectable()
export class LeaveSight {
  constructor(
    private readonly leaves: LeaveRequests,
    private readonly people: People,
  ) {}

  /** @throws DomainError `leave.not-found` for what is not there, not one's own, or not in sight */
  async find(
    { leaveId, own }: { readonly leaveId: string; readonly own?: boolean },
    context: RequestContext,
  ): Promise<Leave> {
    const leave = await this.leaves.find(leaveId);
    if (!leave) throw leaveNotFound(leaveId);
    if (own === true) {
      if ((await this.people.self(context)).staffNumber !== leave.staffNumber) throw leaveNotFound(leaveId);
      return leave;
    }
    try {
      await this.people.inSight(leave.staffNumber, context);
      return leave;
    } catch (error) {
      if (error instanceof DomainError && error.code === ATTENDANCE_ERRORS.staffNotFound)
        throw leaveNotFound(leaveId);
      throw error;
    }
  }
}
