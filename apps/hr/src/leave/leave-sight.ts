import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
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
    if (await this.people.maySee(leave.staffNumber, context)) return leave;
    throw leaveNotFound(leaveId);
  }
}
