import type { CallEvent, TelephonyNode } from '../../telephony/telephony.port';

/** The lines that callers use count among those in use. */
export interface LinesOfCallers {
  take(node: TelephonyNode, callId: string): void;
  free(callId: string): void;
}

/** A caller who has heard the notice of a missed call, and is still there (T1.8). */
export interface ToldCaller {
  readonly callId: string;
  readonly from: string;
  /** The number dialled; empty when it is not known any more. */
  readonly to: string;
  readonly language: 'zh-CN' | 'en';
  /** The caller asked for a human. */
  readonly human: boolean;
}

/** Whoever takes care of callers: everybody who calls in; those who return a missed notice call hear it first (T1.8). */
export abstract class Callers {
  /** Called once, before anything else. */
  abstract useLines(lines: LinesOfCallers): void;

  /** A caller is there. `tellNotice` goes first: true when it has taken the call for itself. */
  abstract receive(
    node: TelephonyNode,
    event: Extract<CallEvent, { type: 'incoming' }>,
    tellNotice: (stillWanted: () => boolean) => Promise<boolean>,
  ): void;

  /** The caller goes on in the menus, on a line that is answered. */
  abstract goOnAfterNotice(node: TelephonyNode, caller: ToldCaller): void;

  /** What happened on a call that is not the dialer's. */
  abstract handle(event: Exclude<CallEvent, { type: 'incoming' | 'node-state' }>): void;

  /** Compares with the calls that live on a node that is up: takes over, goes on, and ends what has ended unseen. */
  abstract resynchronise(node: TelephonyNode): Promise<void>;

  /** The lease of a node is over, and perhaps nobody takes it: leads its callers in menus to the queue, within seconds. */
  abstract handOver(node: TelephonyNode): Promise<void>;

  /** The node, and every call on it, belongs to another process now. */
  abstract dropAll(node: TelephonyNode): void;

  /** Lets callers in menus go on until the signal, then leads them to the queue; resolves when none is left here. */
  abstract stop(signal: AbortSignal): Promise<void>;
}
