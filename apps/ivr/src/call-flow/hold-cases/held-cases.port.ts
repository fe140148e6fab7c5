import type { OpenWorkOrderRequest } from '@switchyard/contracts';

export type HeldWorkOrder = Omit<OpenWorkOrderRequest, 'reference'>;

/** A work order that waits: for the number to be forgotten (§5), or for ticket to be back. */
export interface HeldCase {
  readonly id: string;
  /** The same however often it is tried: ticket opens one work order for it. */
  readonly reference: string;
  /** The call it came from; gone, with everything else that leads there, once an anonymous case is released. */
  readonly callId: string | null;
  readonly anonymous: boolean;
  readonly order: HeldWorkOrder;
  readonly tries: number;
}

/** A case to be kept. */
export interface CaseToHold extends Omit<HeldCase, 'tries'> {
  /** Number of the order within its call. */
  readonly ordinal: number;
}

export abstract class HeldCases {
  /** Keeps a case; one with the same reference is kept already. */
  abstract hold(held: CaseToHold, firstTryAt: Date): Promise<void>;

  /** What is held of an order of a call; undefined when nothing is, or no longer. */
  abstract find(callId: string, ordinal: number): Promise<HeldWorkOrder | undefined>;

  /** Takes cases that are due, for `leaseSeconds`: no other process tries them meanwhile. */
  abstract take(now: Date, leaseSeconds: number, limit: number): Promise<readonly HeldCase[]>;

  /** It was delivered: nothing personal is kept of it. */
  abstract release(id: string, at: Date): Promise<void>;

  /** It was tried in vain. */
  abstract postpone(id: string, nextTryAt: Date, problem: string): Promise<void>;

  /** It is too early to try it. */
  abstract defer(id: string, nextTryAt: Date): Promise<void>;

  /** How many wait, and since when the oldest does. */
  abstract waiting(): Promise<{ readonly count: number; readonly oldest: Date | null }>;
}

/** What the PBX and ourselves have written about a call. */
export abstract class CallTraces {
  /** Removes the number from everything written about a call (§5). */
  abstract forget(callId: string): Promise<void>;

  /** Anonymous calls that are over and from which something may still lead to the caller; not those whose case waits. */
  abstract toForget(limit: number): Promise<readonly string[]>;

  /** Whether the call is over, and so long ago that nothing more is written about it. */
  abstract isOver(callId: string): Promise<boolean>;

  /** Places where a number still stands; empty: nowhere. */
  abstract remaining(callId: string): Promise<readonly string[]>;

  /**
   * Parts the record of an anonymous call from everything else that names it: the work orders and password checks that
   * came before in the same call are known by the call's id elsewhere, and a time to the second would lead there too.
   */
  abstract unlink(callId: string): Promise<void>;
}
