import type { ProposalView } from '@switchyard/contracts';
import type { ProposalResult, StoredProposal } from '../proposals.port';

export function toProposalView(proposal: StoredProposal): ProposalView {
  const { id, rosterId, state, stage, percent, problem, order, result, askedAt, askedBy, endedAt } = proposal;
  return {
    proposalId: id,
    rosterId,
    state,
    percent,
    seed: order.seed,
    askedAt: askedAt.toISOString(),
    askedBy,
    ...(stage !== undefined && { stage }),
    ...(problem !== undefined && { problem }),
    ...(result && { outcome: outcomeOf(result) }),
    ...(endedAt && { endedAt: endedAt.toISOString() }),
  };
}

function outcomeOf({ shifts, unmet, dropped, solverMs, cutByTime }: ProposalResult): ProposalView['outcome'] {
  const unmetByCode: Record<string, number> = {};
  for (const { code } of unmet) unmetByCode[code] = (unmetByCode[code] ?? 0) + 1;
  const hard = unmet.filter(({ severity }) => severity === 'hard').length;
  return {
    shifts: shifts.length,
    hard,
    soft: unmet.length - hard,
    unmetByCode,
    solverMs,
    cutByTime,
    dropped: dropped.map((shift) => ({ ...shift })),
  };
}
