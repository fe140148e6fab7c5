import type { HeldCall } from '../dialing.types';

/** Calls that nobody follows any more: their process died, lost its lease, or lost sight of them (T3.2). */
export abstract class LostCalls {
  /** Takes over unfinished calls of a node: those whose lease ran out, and those that this holder names as lost. */
  abstract takeOver(query: TakeOver): Promise<readonly LostCall[]>;

  /** The calls among these that no unfinished row speaks of. */
  abstract strangersAmong(callIds: readonly string[]): Promise<readonly string[]>;
}

export interface TakeOver {
  readonly node: string;
  readonly holder: string;
  readonly fence: string;
  readonly leaseSeconds: number;
  readonly inHand: readonly string[];
  readonly lostFromSight: readonly string[];
  readonly limit: number;
}

export interface LostCall extends HeldCall {
  readonly state: 'claimed' | 'dialling' | 'answered';
  readonly originatedAt: Date | null;
  readonly answeredAt: Date | null;
  /** When the notice began to be played; the PBX plays on by itself when its controller dies. */
  readonly noticeStartedAt: Date | null;
}
