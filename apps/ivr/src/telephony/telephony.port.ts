/**
 * Calls as our code sees them. Two implementations under one spec: `asterisk/` (ARI and AMI) and
 * `simulator/` (scripted subscribers, no PBX). A call's id is the PBX's channel id (T3.1).
 */
export interface TelephonyNode {
  /** The PBX node's name; the Stasis application carries the same name. */
  readonly name: string;

  /** Whether calls may be placed now. Starts as `down`; changes arrive as `node-state` events. */
  state(): NodeState;

  /** Connects and keeps connected until `disconnect`. Resolves once the node was reached, rejects after `timeoutMs`. */
  connect(timeoutMs: number): Promise<void>;

  /** Stops listening; calls in progress are left as they are. */
  disconnect(): Promise<void>;

  /**
   * Dials. Resolves when the PBX has accepted the order, which says nothing about the called party.
   * @throws OriginateRefused with the reason; `unknown-state` means the order may or may not have been taken.
   */
  originate(order: OriginateOrder): Promise<void>;

  /** Plays media one after another under one playback id. Rejects with CallGone when the call has ended. */
  play(callId: string, playbackId: string, media: readonly string[]): Promise<void>;

  /** Stops a playback; one that has ended already is no error. */
  stopPlayback(playbackId: string): Promise<void>;

  /** Answers an incoming call. Rejects with CallGone when the caller has hung up. */
  answer(callId: string): Promise<void>;

  /** Hangs up; a call that has ended already is no error. */
  hangUp(callId: string): Promise<void>;

  /** Every call of ours that lives on this node now (T3.2, T3.3). */
  liveCalls(): Promise<readonly LiveCall[]>;

  /** Registers the one listener; an error that it throws is logged and does not stop the next event. */
  onEvent(listener: (event: CallEvent) => void): void;
}

/** `up`: place calls. `suspect`: answers, but calls do not move; place none. `down`: not connected. */
export type NodeState = 'up' | 'suspect' | 'down';

export interface OriginateOrder {
  readonly callId: string;
  /** E.164 with the leading plus. */
  readonly number: string;
  /** Digits sent after answer, for a landline's extension. */
  readonly extension?: string;
  readonly trunk: string;
  readonly callerId: string;
  /** Seconds to ring before giving up, 5 to 120. */
  readonly ringSeconds: number;
  /** Kept with the PBX's own records, so that they can be traced. */
  readonly reference?: string;
}

export interface LiveCall {
  readonly callId: string;
  readonly answered: boolean;
  readonly startedAt: Date;
}

/** `at` is the PBX's own time of the event in milliseconds since the epoch, where it tells one. */
export type CallEvent =
  | { readonly type: 'ringing'; readonly callId: string; readonly at: number }
  | { readonly type: 'answered'; readonly callId: string; readonly at: number }
  | { readonly type: 'key'; readonly callId: string; readonly key: string; readonly at: number }
  | {
      readonly type: 'playback-started';
      readonly callId: string;
      readonly playbackId: string;
      readonly at: number;
    }
  | {
      readonly type: 'playback-ended';
      readonly callId: string;
      readonly playbackId: string;
      readonly at: number;
      /** False when it was stopped, failed, or the call ended under it. */
      readonly completed: boolean;
    }
  | {
      readonly type: 'ended';
      readonly callId: string;
      readonly at: number;
      /**
       * Q.850 cause as the PBX reports it; 0 when it reports none, as after a subscriber's hang-up. 19 is said of
       * whoever did not answer; where nobody at the trunk reacted at all, it is 102 (timer expiry).
       */
      readonly cause: number;
      /** Whether it had been answered, seen by us or not. */
      readonly answered: boolean;
    }
  | {
      readonly type: 'incoming';
      readonly callId: string;
      readonly at: number;
      /** E.164 where it can be normalised, else as received; empty when withheld. */
      readonly from: string;
      readonly to: string;
    }
  | { readonly type: 'node-state'; readonly state: NodeState; readonly reason: string; readonly at: number };

export type OriginateRefusal =
  /** A call with this id lives already (HTTP 409). */
  | 'already-live'
  /** The PBX refused the order (no such trunk, bad number, overload). */
  | 'refused'
  /** The PBX could not be asked; nothing was sent. */
  | 'unreachable'
  /** Sent, but no answer came in time: look the call up before doing anything else. */
  | 'unknown-state';

/** Thrown by `originate`. */
export class OriginateRefused extends Error {
  constructor(
    readonly reason: OriginateRefusal,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'OriginateRefused';
  }
}

/** Thrown by `play` and `answer` when the call is no more. */
export class CallGone extends Error {
  constructor(readonly callId: string) {
    super(`call ${callId} has ended`);
    this.name = 'CallGone';
  }
}
