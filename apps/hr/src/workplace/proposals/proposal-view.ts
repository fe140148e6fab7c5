import type { StaffProposalView } from '@switchyard/contracts';
import type { Proposal } from './proposals.port';

export function toProposalView(proposal: Proposal): StaffProposalView {
  const { id, submittedAt, judgedAt, judgedOn: _judgedOn, ...facts } = proposal;
  return {
    ...facts,
    proposalId: id,
    submittedAt: submittedAt.toISOString(),
    ...(judgedAt && { judgedAt: judgedAt.toISOString() }),
  };
}
