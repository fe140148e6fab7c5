import type { CallEvent, TelephonyNode } from '../../telephony/telephony.port';

/** The lines that callers use count among those in use. */
export interface LinesOfCallers {
  take(node: TelephonyNode, callId: string): void;
  free(callId: string): void;
}

/** Whoever takes care of callers: everybody who calls in, but for those who return a missed notice call (T1.8). */
export abstract class Callers {
  /** Called once, before anything else. */
  abstract useLines(lines: LinesOfCallers): void;

  /** A caller is there. `tellNotice` goes first: true when it has taken the call for itself. */
  abstract receive(
    node: TelephonyNode,
    event: Extract<CallEvent, { type: 'incoming' }>,
    tellNotice: (stillWanted: () => boolean) => Promise<boolean>,
  ): void;

  /** What happened on a call that is not the dialer's. */
  abstract handle(event: Exclude<CallEvent, { type: 'incoming' | 'node-state' }>): void;

  /** Compares with the calls that live on a node that is up: takes over, goes on, and ends what has ended unseen. */
  abstract resynchronise(node: TelephonyNode): Promise<void>;

  /** The node, and every call on it, belongs to another process now. */
  abstract dropAll(node: TelephonyNode): void;

  /** Lets callers in menus go on until the signal, then leads them to the queue; resolves when none is left here. */
  abstract stop(signal: AbortSignal): Promise<void>;
}
