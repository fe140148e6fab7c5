import type { FollowUpTryView, FollowUpView } from '@switchyard/contracts';
import type { FollowUp, FollowUpTry } from './follow-up';

export function toFollowUpView(item: FollowUp): FollowUpView {
  const { id, arisesAt, callFrom, dueAt, plannedFor, endedAt, planReason: _, ...rest } = item;
  return {
    ...rest,
    itemId: id,
    arisesAt: arisesAt.toISOString(),
    callFrom: callFrom.toISOString(),
    dueAt: dueAt.toISOString(),
    plannedFor: plannedFor?.toISOString(),
    endedAt: endedAt?.toISOString(),
    ...(item.status === 'done' && endedAt && { onTime: endedAt < dueAt }),
  };
}

export function toTryView({ itemId: _, ordinal: __, at, byId, ...rest }: FollowUpTry): FollowUpTryView {
  return { ...rest, at: at.toISOString(), by: byId };
}
