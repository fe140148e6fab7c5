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

  /** Lets who calls hear it ring while nobody answers yet. Rejects with CallGone when the caller has hung up. */
  ring(callId: string): Promise<void>;

  /** Answers an incoming call. Rejects with CallGone when the caller has hung up. */
  answer(callId: string): Promise<void>;

  /** Hangs up, wherever the call is; a call that has ended already is no error. */
  hangUp(callId: string): Promise<void>;

  /**
   * Silences whatever plays or waits to be played on a caller's call and plays `media` instead, without waiting for
   * the one before the other: what a key calls for is heard after one round trip. Also silences what another process
   * began on a call that was resumed. An empty list only silences. Use this alone for a call's menus, not `play`.
   * Rejects with CallGone or CallElsewhere.
   */
  replacePlayback(callId: string, playbackId: string, media: readonly string[]): Promise<void>;

  /**
   * Records the caller until `maxSeconds`, silence, a key, or `stopRecording`, into the file `<name>.wav` of the
   * recordings folder; its end is told by `recording-ended`. What plays is heard to its end first.
   * Rejects with CallGone, CallElsewhere, or OrderRejected.
   */
  record(callId: string, name: string, limits: RecordingLimits): Promise<void>;

  /** Ends a recording and keeps it; one that has ended already is no error. */
  stopRecording(name: string): Promise<void>;

  /**
   * Sends a caller to the queue of that name, out of our hands: told by `left`, and when the queue is done with the
   * caller, by `incoming` with entry `queue-left`. Rejects with CallGone, CallElsewhere, or OrderRejected.
   */
  enqueue(callId: string, order: EnqueueOrder): Promise<void>;

  /**
   * Connects the caller with another number through `trunk`, out of our hands: told by `left`. A number that does not
   * answer leads to the queue `general`. Rejects with CallGone, CallElsewhere, or OrderRejected.
   */
  transfer(callId: string, number: string, trunk: string): Promise<void>;

  /**
   * Removes who calls from the call: what the PBX writes about it from now on names nobody. What was written before is
   * for `pbx.forget_caller`, after the call. Rejects with CallGone.
   */
  forgetCaller(callId: string): Promise<void>;

  /**
   * Grants an incoming call `seconds` (1 to 7,200) from now; without this the PBX takes it from us and queues it, so
   * that nobody hears silence when we are gone. Rejects with CallGone.
   */
  keepAlive(callId: string, seconds: number): Promise<void>;

  /** Every call of ours that lives on this node now (T3.2, T3.3), callers in the queue among them. */
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
  readonly direction: 'outbound' | 'inbound';
  /** As in `incoming`; empty of a call that we placed. */
  readonly from: string;
  readonly to: string;
  /** Whether it takes our orders now. False: in the queue, with an agent, or transferred; only `hangUp` reaches it. */
  readonly inHand: boolean;
}

export interface RecordingLimits {
  /** 1 to 3,600. */
  readonly maxSeconds: number;
  /** Silence that ends the recording, 0 to 60; 0: none does. */
  readonly maxSilenceSeconds: number;
  /** The key that ends it; it is told by `key` as any other. Absent: none does. */
  readonly endKey?: '#' | '*' | 'any';
  /** A beep before it begins. */
  readonly beep?: boolean;
}

export interface EnqueueOrder {
  /** a–z, 0–9 and -, e.g. `general`. */
  readonly queue: string;
  /** 0 to 100, the higher the sooner. */
  readonly priority: number;
  readonly language: 'zh-CN' | 'en';
  /** 1 to 7,200. */
  readonly maxWaitSeconds: number;
  /** Whether the caller is told that the conversation will be recorded. */
  readonly announceRecording: boolean;
  /** The conversation's file, without ending; a UUID. Absent: it is not recorded. */
  readonly recordingName?: string;
  /** More channel variables for the dialplan: names of A–Z and _, values without commas and quotes. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** Why a queue let a caller go: `served` by an agent, `call-back` asked for by key, otherwise unserved. */
export const QUEUE_LEFT_REASONS = ['served', 'timeout', 'full', 'empty', 'call-back', 'unavailable'] as const;
export type QueueLeftReason = (typeof QUEUE_LEFT_REASONS)[number];

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
      /** E.164 where it can be normalised, else as received; empty when withheld or forgotten. */
      readonly from: string;
      readonly to: string;
      readonly entry: 'line';
    }
  /** A caller whom the queue let go, and who is in our hands again; `answered` follows. */
  | {
      readonly type: 'incoming';
      readonly callId: string;
      readonly at: number;
      readonly from: string;
      /** The number that was called in the first place. */
      readonly to: string;
      readonly entry: 'queue-left';
      readonly queue: string;
      readonly reason: QueueLeftReason;
      /** Who served, as the queue names its members; absent when nobody did. */
      readonly agent?: string;
    }
  /**
   * The call lives, out of our hands: as we ordered, or because nobody kept it alive (`timed-out`: it is in the queue
   * `general`). What comes next is `incoming` or `ended`.
   */
  | {
      readonly type: 'left';
      readonly callId: string;
      readonly at: number;
      readonly why: 'enqueued' | 'transferred' | 'timed-out';
    }
  | {
      readonly type: 'recording-ended';
      readonly callId: string;
      readonly name: string;
      readonly at: number;
      /** What was recorded, silence at the end included. */
      readonly seconds: number;
      /** True when there is no usable file. */
      readonly failed: boolean;
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

/** Thrown when the call is no more. */
export class CallGone extends Error {
  constructor(readonly callId: string) {
    super(`call ${callId} has ended`);
    this.name = 'CallGone';
  }
}

/** Thrown when the call lives, but not in our hands: the queue has it, or it was transferred. */
export class CallElsewhere extends Error {
  constructor(readonly callId: string) {
    super(`call ${callId} is out of our hands`);
    this.name = 'CallElsewhere';
  }
}

/** Thrown when an order can be carried out by no PBX; nothing was sent. */
export class OrderRejected extends Error {
  constructor(
    readonly field: string,
    remedy: string,
  ) {
    super(`${field}: ${remedy}`);
    this.name = 'OrderRejected';
  }
}
