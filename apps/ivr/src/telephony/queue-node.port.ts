import type { QueueLeftReason } from './telephony.port';

/**
 * The PBX side of queues and agents (T4.1): Asterisk's app_queue does the waiting and the ringing. One beside each
 * TelephonyNode, of the same name. Two implementations under one spec: `asterisk/queue/` (AMI, ARI) and `simulator/`.
 * A caller is known by the id of its channel, which is its `callId` in TelephonyNode too; an agent by its SIP user.
 */
export interface QueueNode {
  readonly name: string;

  /** `down` until the first snapshot was told; while `down` every request is refused at once, none is kept for later. */
  state(): QueueNodeState;

  /** Registers the one listener; an error that it throws is logged and does not stop the next event. */
  onQueueEvent(listener: (event: QueueEvent) => void): void;

  /** How the queues stand now, in the PBX's own order. */
  queues(): Promise<readonly QueueSnapshot[]>;

  /** Makes the agent a member; one that is a member already gets this penalty and pause. */
  addMember(member: NewMember): Promise<void>;

  /** One that is no member is no error. A call in progress goes on. */
  removeMember(queue: string, sipUser: string): Promise<void>;

  /** In every queue of which the agent is a member; without a queue it is no error. Does not end a call. */
  pause(sipUser: string, paused: boolean, reason?: string): Promise<void>;

  /** In one queue: agents of a higher penalty ring only when no one of a lower penalty is free. */
  setPenalty(queue: string, sipUser: string, penalty: number): Promise<void>;

  /** Makes the SIP account, or gives an existing one this secret. Survives a restart of the PBX. */
  provisionAgent(account: SipAccount): Promise<void>;

  /** Takes the SIP account away; its phone can no longer register. An unknown one is no error. */
  removeAgent(sipUser: string): Promise<void>;

  /** Every SIP account that was provisioned on this node. */
  agentPhones(): Promise<readonly AgentPhone[]>;

  /**
   * Transfers the caller that this agent talks with. `blind`: at once, the agent is free. `attended`: the caller waits
   * with music while the agent talks with the target (`held`); the agent's hang-up, or `completeTransfer`, joins the
   * two, also while the target's phone still rings: then the caller goes on as after a blind transfer. A target that is
   * busy, does not answer within 20 s (a number: 30 s) or hangs up brings the agent back to the caller (`resumed`).
   * Resolves when the consultation has begun.
   * A blind transfer to an agent who does not answer within 12 s puts the caller first in the queue it came from.
   * @throws NoSuchCall when the agent has no caller; QueueActionRefused when the target cannot be, or the agent consults
   * already.
   */
  transfer(sipUser: string, target: TransferTarget, mode: 'blind' | 'attended'): Promise<void>;

  /**
   * Ends a consultation that has not been completed; resolves when the agent is back with the caller.
   * @throws NoSuchCall as `transfer`; QueueActionRefused when the agent consults nobody
   */
  cancelTransfer(sipUser: string): Promise<void>;

  /** The agent leaves a consultation, and the caller talks with whom was consulted. @throws as `cancelTransfer` */
  completeTransfer(sipUser: string): Promise<void>;
}

export type QueueNodeState = 'up' | 'down';

export interface NewMember {
  readonly queue: string;
  readonly sipUser: string;
  /** 0 to 100; the lower, the sooner. */
  readonly penalty: number;
  readonly paused: boolean;
  readonly reason?: string;
}

export interface SipAccount {
  /** Four digits, the first 1 to 8: the extension that other agents dial. */
  readonly sipUser: string;
  /** 12 to 64 letters and digits. The PBX keeps a digest of it. */
  readonly secret: string;
}

export interface AgentPhone {
  readonly sipUser: string;
  readonly registered: boolean;
}

export type TransferTarget =
  | { readonly kind: 'agent'; readonly sipUser: string }
  /** Blind only. `priority` as in `enqueue`; default: before those who wait. */
  | { readonly kind: 'queue'; readonly queue: string; readonly priority?: number }
  /** E.164 with the leading plus, through that trunk. */
  | { readonly kind: 'number'; readonly number: string; readonly trunk: string };

/** `unreachable`: no phone is registered, or its account is gone. */
export type PhoneState = 'idle' | 'ringing' | 'talking' | 'on-hold' | 'unreachable' | 'unknown';

export interface MemberSnapshot {
  readonly queue: string;
  readonly sipUser: string;
  readonly penalty: number;
  readonly paused: boolean;
  readonly pauseReason: string;
  readonly phone: PhoneState;
  /** Answered calls of this queue since it became a member. */
  readonly callsTaken: number;
}

export interface WaitingCaller {
  readonly callId: string;
  /** 1 is next. */
  readonly position: number;
  readonly priority: number;
  readonly waitedSeconds: number;
}

export interface QueueSnapshot {
  readonly queue: string;
  readonly members: readonly MemberSnapshot[];
  readonly waiting: readonly WaitingCaller[];
}

/** An agent's talk with a caller, or its phone's ringing for one. `agentCallId` is the channel to the phone. */
export interface AgentsCall {
  readonly callId: string;
  readonly queue: string;
  readonly sipUser: string;
  readonly agentCallId: string;
}

/**
 * `at`: the PBX's own time, milliseconds since the epoch. Of one caller in one queue: caller-joined → (agent-called →
 * ring-no-answer)* → agent-called → agent-connected → (held | resumed)* → agent-completed; or caller-abandoned; and
 * `caller-left` last where the caller goes on in the dialplan (`full` and `empty` may come without caller-joined).
 * Around a transfer, agent-completed may come before `transferred` or after it.
 */
export type QueueEvent = { readonly at: number } & (
  | {
      readonly type: 'caller-joined';
      readonly callId: string;
      readonly queue: string;
      readonly position: number;
    }
  | {
      readonly type: 'caller-left';
      readonly callId: string;
      readonly queue: string;
      readonly reason: QueueLeftReason;
      /** Who talked with the caller last, where `served`. */
      readonly sipUser?: string;
    }
  | {
      readonly type: 'caller-abandoned';
      readonly callId: string;
      readonly queue: string;
      readonly waitedSeconds: number;
      readonly position: number;
    }
  /** An agent's phone rings. */
  | ({ readonly type: 'agent-called' } & AgentsCall)
  /** It no longer rings, through no fault of the agent's: the caller hung up, left, or is talked with by another. */
  | ({ readonly type: 'ring-ended' } & AgentsCall)
  /** It rang in vain, or the agent declined. */
  | ({ readonly type: 'ring-no-answer'; readonly ringSeconds: number } & Omit<AgentsCall, 'agentCallId'>)
  | ({
      readonly type: 'agent-connected';
      /** Since the caller joined, and of it the last ringing; whole seconds. */
      readonly waitedSeconds: number;
      readonly ringSeconds: number;
    } & AgentsCall)
  /** The agent put the caller on hold, or took it back. */
  | ({ readonly type: 'held' | 'resumed' } & AgentsCall)
  | ({
      readonly type: 'agent-completed';
      readonly waitedSeconds: number;
      /** Without what was on hold; whole seconds. */
      readonly talkSeconds: number;
      readonly holdSeconds: number;
      /** The begin of the talk was not seen: there may have been more hold, which counts as talk here. */
      readonly holdUnknown?: true;
      readonly endedBy: 'caller' | 'agent' | 'transfer';
    } & AgentsCall)
  /** The agent gave the caller away; whether an agent took it follows. `queue` is the one the caller came from. */
  | {
      readonly type: 'transferred';
      readonly callId: string;
      readonly queue: string;
      readonly from: string;
      readonly target: TransferTarget;
      readonly mode: 'blind' | 'attended';
    }
  /** The agent to whom the caller was transferred talks with it, or has ended that talk. */
  | ({ readonly type: 'transfer-answered' } & AgentsCall)
  | ({
      readonly type: 'transfer-completed';
      /** As far as it was seen; whole seconds. */
      readonly talkSeconds: number;
      readonly holdSeconds: number;
      readonly holdUnknown?: true;
    } & AgentsCall)
  | ({ readonly type: 'member-state' } & MemberSnapshot)
  | { readonly type: 'member-removed'; readonly queue: string; readonly sipUser: string }
  | { readonly type: 'phone-registered' | 'phone-unregistered'; readonly sipUser: string }
  /** After every (re)connection: how it stands now. What happened meanwhile is in the queue log. */
  | {
      readonly type: 'snapshot';
      readonly queues: readonly QueueSnapshot[];
      readonly talks: readonly AgentsCall[];
    }
  | { readonly type: 'queue-node-state'; readonly state: QueueNodeState; readonly reason: string }
);

/** The node is `down`, or did not answer in time; where `sent`, the order may have been taken. */
export class QueueNodeUnreachable extends Error {
  constructor(
    message: string,
    readonly sent: boolean,
    options?: { cause?: unknown },
  ) {
    super(message, options);
    this.name = 'QueueNodeUnreachable';
  }
}

/** The PBX refused: no such queue, a name or number that may not be sent, a target that cannot be. */
export class QueueActionRefused extends Error {
  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = 'QueueActionRefused';
  }
}

/** The agent talks with no caller. */
export class NoSuchCall extends Error {
  constructor(readonly sipUser: string) {
    super(`agent ${sipUser} talks with no caller`);
    this.name = 'NoSuchCall';
  }
}
