import type { FlowState, QueueLeaving } from '@switchyard/domain';
import type { TelephonyNode } from '../../telephony/telephony.port';
import type { EndReason, InboundCall } from '../inbound-calls/inbound-call';
import type { WalkableFlow } from '../published-flows/flow-in-force';

/** A caller's call that this process takes care of. */
export interface CallInFlow {
  readonly callId: string;
  readonly node: TelephonyNode;
  readonly version: WalkableFlow;
  state: FlowState;
  /** What is stored of it, as it is now. */
  record: InboundCall;
  /** Whether the PBX takes our orders for it: false in the queue and with an agent. */
  inHand: boolean;
  /** When it last began, left our hands or came back, scheduler's milliseconds: what was asked before tells nothing. */
  movedAt: number;
  /** Why the queue let it go; told to the flow once media can be played again. */
  returnedFor?: QueueLeaving;
  /** How the channel ended; the flow may still have something to finish. */
  ended?: { readonly at: Date; readonly reason: EndReason };
  /** Step of the playback that was ordered last, and is to be heard. */
  playing?: number;
  recording?: RecordingInCall;
  /** Monotonic milliseconds at which something happened that the caller waits for an answer to. */
  askedAt?: number;
  /** Time was asked for, and the PBX has not answered yet: it does when what plays is over. */
  granting?: boolean;
  cancelTimer: () => void;
  cancelKeepAlive: () => void;
}

export interface RecordingInCall {
  readonly step: number;
  readonly name: string;
  /** False: it is thrown away when it ends. */
  keep: boolean;
}

/** Ids of playbacks name the step that they belong to; steps never come twice in a call. */
export function playbackIdOf(callId: string, step: number): string {
  return `${callId}:flow:${step}`;
}

/** The step of one of our playbacks; undefined for another's, and for what only silences. */
export function stepOf(callId: string, playbackId: string): number | undefined {
  const prefix = `${callId}:flow:`;
  if (!playbackId.startsWith(prefix)) return undefined;
  const step = Number(playbackId.slice(prefix.length));
  return Number.isSafeInteger(step) ? step : undefined;
}
