import type { Evidence } from '@switchyard/domain';
import type { CallRecord } from '../../telephony/call-records';
import type { LiveCall } from '../../telephony/telephony.port';
import type { EndedCall } from '../conduct-call/call-in-hand';
import type { CallSettlement } from '../settle-calls/settlements.port';
import type { LostCall } from './lost-calls.port';

/** Milliseconds that the PBX's records may be behind the end of a call. */
const RECORDS_MAY_BE_LATE_MS = 10_000;

export interface LostCallFacts {
  readonly call: LostCall;
  readonly live: Pick<LiveCall, 'callId' | 'answered' | 'startedAt'> | undefined;
  readonly record: CallRecord | undefined;
  /** What this process saw of the call before it lost sight of it. */
  readonly seen: EndedCall | undefined;
  readonly now: Date;
}

export type LostCallVerdict =
  /** Look again in the next round. */
  | { readonly type: 'wait' }
  /** Never dialled. */
  | { readonly type: 'withdraw' }
  | { readonly type: 'adopt'; readonly answered: boolean }
  /** It outlived its own hang-up. */
  | { readonly type: 'hang-up' }
  | {
      readonly type: 'settle';
      readonly evidence: Evidence;
      readonly source: CallSettlement['evidence'];
      readonly record: CallRecord | undefined;
    };

/** What to do with a call that nobody follows (T3.2). Pure. */
export function judgeLostCall({ call, live, record, seen, now }: LostCallFacts): LostCallVerdict {
  if (live) return seen ? { type: 'hang-up' } : { type: 'adopt', answered: live.answered };
  if (record) return { type: 'settle', evidence: 'reported', source: 'pbx-records', record };
  if (call.state === 'claimed') return { type: 'withdraw' };
  const since = seen?.endedAt ?? call.originatedAt ?? now;
  if (now.getTime() - since.getTime() < RECORDS_MAY_BE_LATE_MS) return { type: 'wait' };
  return { type: 'settle', evidence: 'lost', source: 'none', record: undefined };
}
