import { addSeconds, type ListFlag, type ValueTier } from '../shared';
import type { QueueOutcome } from './vocabulary';

/** A caller who left a queue. */
export interface LostCaller {
  /** Null when the PBX died while it waited. */
  readonly outcome: QueueOutcome | null;
  readonly valueTier: ValueTier;
  readonly listFlag: ListFlag;
  /** Null when withheld, or forgotten at the caller's wish (§5). */
  readonly phone: string | null;
  readonly leftAt: Date;
}

export type CallBackDecision =
  | { readonly due: true; readonly by: Date }
  | {
      readonly due: false;
      readonly why: 'not-lost' | 'ordinary-tier' | 'no-number';
    };

/** The caller gave up or was turned away; `call-back` and `answered` are promises kept elsewhere. */
const LOST: ReadonlySet<QueueOutcome> = new Set(['abandoned', 'timeout', 'full', 'empty', 'unavailable']);

/**
 * Whether a caller whom nobody answered is called back, and by when (L30: mid tier within 24 h; the high tier is not
 * treated worse). The list flag orders the queue and nothing else (C29).
 */
export function decideCallBack(caller: LostCaller, callBackHours: number): CallBackDecision {
  if (caller.outcome !== null && !LOST.has(caller.outcome)) return { due: false, why: 'not-lost' };
  if (caller.valueTier === 'ordinary') return { due: false, why: 'ordinary-tier' };
  if (caller.phone === null) return { due: false, why: 'no-number' };
  return { due: true, by: addSeconds(caller.leftAt, callBackHours * 3600) };
}
