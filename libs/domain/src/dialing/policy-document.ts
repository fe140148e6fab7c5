import { formatTimeOfDay, type TimeRange } from '../shared';
import type { DialingPolicy } from './dialing-policy';
import { CUSTOMER_KINDS } from './vocabulary';

/** A policy as JSON for people to read and edit; `parseDialingPolicy` reads it back unchanged. */
export function policyDocument(policy: DialingPolicy): Record<string, unknown> {
  return {
    ...policy,
    restTimes: policy.restTimes.map(rangeDocument),
    windows: Object.fromEntries(
      CUSTOMER_KINDS.map((kind) => {
        const { days, ranges } = policy.windows[kind];
        return [kind, { days, ranges: ranges.map(rangeDocument) }];
      }),
    ),
  };
}

function rangeDocument({ fromMinute, toMinute }: TimeRange): { from: string; to: string } {
  return { from: formatTimeOfDay(fromMinute), to: formatTimeOfDay(toMinute) };
}
