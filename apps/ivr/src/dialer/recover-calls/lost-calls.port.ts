import type { HeldCall } from '../dialing.types';

/** Calls that nobody holds any more: their process died, lost its lease, or lost sight of them (T3.2). */
export abstract class LostCalls {
  /**
   * Takes over the unfinished calls of a node whose lease ran out or that this holder has lost sight of.
   * `inHand` are the calls that this process does follow. Returned calls belong to `holder` from now on.
   */
  abstract takeOver(query: TakeOver): Promise<readonly LostCall[]>;
}

export interface TakeOver {
  readonly node: string;
  readonly holder: string;
  readonly fence: string;
  readonly leaseSeconds: number;
  readonly inHand: readonly string[];
  readonly limit: number;
}

export interface LostCall extends HeldCall {
  readonly state: 'claimed' | 'dialling' | 'answered';
  readonly originatedAt: Date | null;
  readonly answeredAt: Date | null;
  /** When the notice began to be played; the PBX plays on by itself when its controller dies. */
  readonly noticeStartedAt: Date | null;
}
