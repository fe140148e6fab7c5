import type { InboundCallDetail, InboundCallView } from '@switchyard/contracts';
import type { InboundCall } from './inbound-call';
import type { InboundCallStory, StoredRating } from './inbound-calls.port';

export function toInboundCallView(call: InboundCall): InboundCallView {
  const { callId, dialled, desk, language, phase, selfServiceCompleted, anonymous } = call;
  return {
    callId,
    dialled,
    desk,
    language,
    phase,
    selfServiceCompleted,
    anonymous,
    startedAt: call.startedAt.toISOString(),
    ...given('phone', call.fromNumber),
    ...given('endedAt', call.endedAt?.toISOString()),
    ...given('endReason', call.endReason),
    ...given('accountNo', call.accountNo),
    ...given('identifiedBy', call.identifiedBy),
    ...given('valueTier', call.valueTier),
    ...given('listFlag', call.listFlag),
    ...given('important', call.important),
    ...given('queue', call.queue),
  };
}

export function toInboundCallDetail(call: InboundCallStory): InboundCallDetail {
  return {
    ...toInboundCallView(call),
    asked: call.asked.map(({ what, at }) => ({ what, at })),
    ...given('flow', call.flow),
    ...given('flowVersion', call.flowVersion),
    ...(call.rating === null ? {} : { rating: toRatingView(call.rating) }),
  };
}

function toRatingView({ agentId, csat, solved, nps, matter, ratedAt }: StoredRating) {
  return {
    ratedAt: ratedAt.toISOString(),
    ...given('agentId', agentId),
    ...given('csat', csat),
    ...given('solved', solved),
    ...given('nps', nps),
    ...given('matter', matter),
  };
}

/** A property that is absent rather than null. */
function given<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): Partial<Record<Name, Value>> {
  return value === null || value === undefined ? {} : ({ [name]: value } as Record<Name, Value>);
}
