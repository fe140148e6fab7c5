import type { LeavePaperWord, LeaveView } from '@switchyard/contracts';
import type { LeavePolicy } from '@switchyard/domain';
import type { Leave } from './leave-requests.port';

export function toLeaveView(leave: Leave, policy: LeavePolicy): LeaveView {
  const { staffNumber, name, kind, from, fromHalf, to, toHalf, reason, state, exceptions, exceptionReason } =
    leave;
  const { steps, papers, extendsId, appliedAt, decidedAt, papersDue, cancelFrom, cancelReason } = leave;
  return {
    leaveId: leave.id,
    staffNumber,
    name,
    kind,
    from,
    fromHalf,
    to,
    toHalf,
    days: leave.halves / 2,
    reason,
    state,
    exceptions: [...exceptions],
    ...(exceptionReason !== undefined && { exceptionReason }),
    ...(extendsId !== undefined && { extensionOf: extendsId }),
    appliedAt: appliedAt.toISOString(),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
    steps: [...steps],
    papers: papers.map(({ id, kind: paper, fileName, addedAt }) => ({
      paperId: id,
      kind: paper,
      fileName,
      addedAt,
    })),
    papersMissing: missingPapers(leave, policy),
    ...(papersDue !== undefined && { papersDue }),
    ...(cancelFrom !== undefined && { cancelFrom }),
    ...(cancelReason !== undefined && { cancelReason }),
  };
}

export function missingPapers(
  { kind, papers }: Pick<Leave, 'kind' | 'papers'>,
  policy: LeavePolicy,
): LeavePaperWord[] {
  return policy.kinds[kind].papers.filter((needed) => !papers.some((paper) => paper.kind === needed));
}
