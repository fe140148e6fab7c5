import type { SwapShiftView, SwapView } from '@switchyard/contracts';
import { localDateAt } from '@switchyard/domain';
import type { Swap, SwappedShift } from './swaps.port';

export function toSwapView(swap: Swap, now: Date): SwapView {
  const {
    id,
    reference: _,
    proposedBy: _by,
    month: _month,
    proposedAt,
    decidedAt,
    given,
    taken,
    ...facts
  } = swap;
  const owed = swap.state === 'approved' && (swap.repayment === 'owed' || swap.repayment === 'proposed');
  return {
    ...facts,
    swapId: id,
    given: given.map(toShiftView),
    taken: taken.map(toShiftView),
    proposedAt: proposedAt.toISOString(),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
    repaymentOverdue: owed && swap.repaymentDue < localDateAt(now),
  };
}

function toShiftView({ startAt, endAt, ...shift }: SwappedShift): SwapShiftView {
  return { ...shift, startAt: startAt.toISOString(), endAt: endAt.toISOString() };
}
