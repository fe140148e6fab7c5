import type { CallEvent } from '../telephony.port';
import { OUTBOUND } from './ari/ari-calls';
import type { AriChannel, AriEvent } from './ari/ari-event';
import { normaliseCaller } from './phone-number';

interface KnownCall {
  /** When the channel came up, milliseconds since the epoch. */
  upAt?: number;
  /** Media can be played from here on. */
  inStasis: boolean;
  toldAnswered: boolean;
  /** The far side gave a sign: it rang, played something, or refused. */
  reached: boolean;
  /** A caller's, not placed by us. */
  incoming: boolean;
  hungUpByUs: boolean;
  /** Digits still to be sent after the answer. */
  extension: string | undefined;
  readonly playbacks: Map<string, { stopped: boolean }>;
}

type CallAriEvent = Exclude<AriEvent, { type: 'ApplicationReplaced' }>;
type PlaybackEvent = Extract<AriEvent, { type: 'PlaybackStarted' | 'PlaybackFinished' }>;

/** Turns one node's ARI events into events of calls. Holds what one ARI event alone does not say. */
export class CallBook {
  private readonly calls = new Map<string, KnownCall>();
  private readonly callOfPlayback = new Map<string, string>();

  /** Calls that have not ended as far as we know. */
  get size(): number {
    return this.calls.size;
  }

  knows(callId: string): boolean {
    return this.calls.has(callId);
  }

  /** To be called before the order is sent: events may come before its answer. */
  expect(callId: string, extension?: string): void {
    this.callFor(callId).extension = extension;
  }

  /** The digits to send after the answer, once. */
  takeExtension(callId: string): string | undefined {
    const call = this.calls.get(callId);
    const extension = call?.extension;
    if (call !== undefined) call.extension = undefined;
    return extension;
  }

  /** The order was refused, or the call has ended unseen. */
  forget(callId: string): void {
    for (const playbackId of this.calls.get(callId)?.playbacks.keys() ?? []) {
      this.callOfPlayback.delete(playbackId);
    }
    this.calls.delete(callId);
  }

  hangUpAsked(callId: string): void {
    const call = this.calls.get(callId);
    if (call !== undefined) call.hungUpByUs = true;
  }

  playbackAsked(callId: string, playbackId: string): void {
    this.callOfPlayback.set(playbackId, callId);
  }

  /** Asterisk says `done` of a stopped playback too: what we stopped is not complete. */
  playbackStopped(playbackId: string): void {
    const callId = this.callOfPlayback.get(playbackId);
    const playback = callId === undefined ? undefined : this.calls.get(callId)?.playbacks.get(playbackId);
    if (playback !== undefined) playback.stopped = true;
  }

  /** After a reconnect: forgets what has ended unseen, knows what lives. */
  resynchronise(live: readonly { readonly callId: string; readonly answered: boolean }[], now: number): void {
    const ids = new Set(live.map(({ callId }) => callId));
    for (const callId of this.calls.keys()) if (!ids.has(callId)) this.forget(callId);
    for (const { callId, answered } of live) {
      const call = this.callFor(callId);
      call.reached = true; // what it did before is unknown
      if (!answered) continue;
      call.upAt ??= now;
      call.inStasis = true;
      call.toldAnswered = true;
    }
  }

  translate(event: CallAriEvent): readonly CallEvent[] {
    switch (event.type) {
      case 'PlaybackStarted':
      case 'PlaybackFinished':
        return this.playback(event);
      case 'StasisStart':
        return this.entered(event.channel, event.args, event.at);
      case 'ChannelStateChange':
        return this.changed(event.channel, event.at);
      case 'DialProgress':
        this.giveSign(event.callId);
        return [];
      case 'ChannelHangupRequest':
        this.giveSign(event.channel.id);
        return [];
      case 'StasisEnd':
        return this.left(event.channel.id, event.at);
      case 'ChannelDtmfReceived':
        return [{ type: 'key', callId: event.channel.id, key: event.digit, at: event.at }];
      case 'ChannelDestroyed':
        return this.ended(event.channel, event.cause, event.at);
    }
  }

  private entered(channel: AriChannel, args: readonly string[], at: number): readonly CallEvent[] {
    const { id: callId } = channel;
    const call = this.callFor(callId);
    const entersAgain = call.inStasis;
    call.inStasis = true;
    if (args[0] === OUTBOUND) return this.answered(callId, call, channel, at);
    if (entersAgain) return [];
    call.incoming = true;
    const { callerNumber, dialled } = channel;
    const from = normaliseCaller(callerNumber);
    return [{ type: 'incoming', callId, at, from, to: dialled }, ...this.answered(callId, call, channel, at)];
  }

  private changed(channel: AriChannel, at: number): readonly CallEvent[] {
    const call = this.callFor(channel.id);
    if (channel.ringing || channel.up) call.reached = true;
    if (channel.ringing) return [{ type: 'ringing', callId: channel.id, at }];
    return this.answered(channel.id, call, channel, at);
  }

  /** Entering Stasis is no proof of an answer, and a call that is up may not be playable yet: both are needed. */
  private answered(callId: string, call: KnownCall, channel: AriChannel, at: number): readonly CallEvent[] {
    if (channel.up) call.upAt ??= at;
    if (call.upAt === undefined || !call.inStasis || call.toldAnswered) return [];
    call.toldAnswered = true;
    return [{ type: 'answered', callId, at: call.upAt }];
  }

  private playback(event: PlaybackEvent): readonly CallEvent[] {
    const { playbackId, callId, at } = event;
    const call = this.calls.get(callId);
    if (call === undefined) return [];
    const known = call.playbacks.get(playbackId);
    if (event.type === 'PlaybackStarted') {
      // One per media entry: the first one starts the list.
      if (known !== undefined) return [];
      call.playbacks.set(playbackId, { stopped: false });
      return [{ type: 'playback-started', callId, playbackId, at }];
    }
    call.playbacks.delete(playbackId);
    this.callOfPlayback.delete(playbackId);
    const completed = known !== undefined && !known.stopped && !event.failed;
    return [{ type: 'playback-ended', callId, playbackId, completed, at }];
  }

  /** An incoming channel's events end with Stasis; what we placed is told of until it is destroyed. */
  private left(callId: string, at: number): readonly CallEvent[] {
    const call = this.calls.get(callId);
    return call?.incoming ? this.over(callId, call, call.hungUpByUs ? NORMAL_CLEARING : 0, at) : [];
  }

  private ended(channel: AriChannel, cause: number, at: number): readonly CallEvent[] {
    const known = this.calls.has(channel.id);
    const call = this.callFor(channel.id);
    call.reached ||= !known; // of a call never seen before, nothing can be said
    if (channel.up) call.upAt ??= at;
    return this.over(channel.id, call, causeOf(cause, call), at);
  }

  private over(callId: string, call: KnownCall, cause: number, at: number): readonly CallEvent[] {
    const unfinished = [...call.playbacks.keys()];
    this.forget(callId);
    return [
      ...unfinished.map(
        (playbackId) => ({ type: 'playback-ended', callId, playbackId, completed: false, at }) as const,
      ),
      { type: 'ended', callId, cause, answered: call.upAt !== undefined, at },
    ];
  }

  private giveSign(callId: string): void {
    const call = this.calls.get(callId);
    if (call !== undefined) call.reached = true;
  }

  private callFor(callId: string): KnownCall {
    let call = this.calls.get(callId);
    if (call === undefined) {
      call = {
        inStasis: false,
        toldAnswered: false,
        reached: false,
        incoming: false,
        hungUpByUs: false,
        extension: undefined,
        playbacks: new Map(),
      };
      this.calls.set(callId, call);
    }
    return call;
  }
}

const NORMAL_CLEARING = 16;
/** Alerted and not answered, says Asterisk also when our own ring time ran out. */
const NO_ANSWER = 19;
/** Recovery on timer expiry. */
const TIMER_EXPIRED = 102;

/** A trunk that never reacted is not a subscriber who did not answer, though Asterisk reports both alike. */
function causeOf(cause: number, call: KnownCall): number {
  return cause === NO_ANSWER && !call.reached ? TIMER_EXPIRED : cause;
}
