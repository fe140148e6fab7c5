import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  AddLeavePaper,
  AddLeavePaperRequest,
  type FiledPaper,
  LEAVE_ERRORS,
  type LeaveView,
  OpenLeavePaper,
  OpenLeavePaperRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { leaveNotInState } from '../leave-errors';
import { LeaveRequests } from '../leave-requests.port';
import { LeaveSight } from '../leave-sight';
import { toLeaveView } from '../leave-views';

@Controller()
export class LeavePapersHandler {
  constructor(
    private readonly leaves: LeaveRequests,
    private readonly sight: LeaveSight,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(AddLeavePaper)
  async add(request: AddLeavePaperRequest, context: RequestContext): Promise<LeaveView> {
    const { leaveId, kind, fileKey, fileName, bytes, own } = request;
    const leave = await this.sight.find({ leaveId, own }, context);
    if (leave.state !== 'requested' && leave.state !== 'approved')
      throw leaveNotInState(leaveId, leave.state, 'requested or approved');
    const at = this.clock.now();
    const by = context.actor.id;
    await this.work.inTransaction(async () => {
      await this.leaves.addPaper(leaveId, { id: randomUUID(), kind, fileKey, fileName, bytes, at, by });
      await this.leaves.tell(leaveId, { kind: 'paper-added', note: `${kind}: ${fileName}`, at, by });
    });
    const policy = await this.policies.inForce('leave', at);
    return toLeaveView((await this.leaves.find(leaveId)) ?? leave, policy);
  }

  @Handles(OpenLeavePaper)
  async open({ leaveId, paperId, own }: OpenLeavePaperRequest, context: RequestContext): Promise<FiledPaper> {
    const { papers } = await this.sight.find({ leaveId, own }, context);
    const paper = papers.find(({ id }) => id === paperId);
    if (paper) return { fileKey: paper.fileKey, fileName: paper.fileName };
    throw new DomainError(LEAVE_ERRORS.paperNotFound, `This leave has no paper ${paperId}.`, {
      field: 'paperId',
      paperId,
    });
  }
}
