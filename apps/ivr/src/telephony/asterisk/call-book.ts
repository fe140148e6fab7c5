import type { CallEvent, LiveCall } from '../telephony.port';
import type { AriChannel, AriEvent } from './ari/ari-event';
import { endUnfinished, newCall, type KnownCall } from './known-call';
import { normaliseCaller } from './phone-number';
import { toldCause } from './told-cause';
import { stasisEntry, type StasisEntry } from './stasis-entry';

type CallAriEvent = Exclude<AriEvent, { type: 'ApplicationReplaced' }>;
type LeaveReason = Extract<CallEvent, { type: 'left' }>['why'];

/** Turns one node's ARI events into events of calls. Holds what one ARI event alone does not say. */
export class CallBook {
  private readonly calls = new Map<string, KnownCall>();

  /** Calls that have not ended as far as we know. */
  get size(): number {
    return this.calls.size;
  }

  knows(callId: string): boolean {
    return this.calls.has(callId);
  }

  /** What is known of the call; undefined when it has ended, or was never heard of. */
  find(callId: string): KnownCall | undefined {
    return this.calls.get(callId);
  }

  /** To be called before the order is sent: events may come before its answer. */
  expect(callId: string, extension?: string): void {
    const call = this.callFor(callId);
    call.extension = extension;
    call.watched = true;
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
    this.calls.delete(callId);
  }

  hangUpAsked(callId: string): void {
    const call = this.calls.get(callId);
    if (call !== undefined) call.hungUpByUs = true;
  }

  /** Asterisk says `done` of a stopped playback too: what we stopped is not complete. @returns the PBX's id of it */
  playbackStopped(playbackId: string): string {
    for (const { playbacks } of this.calls.values()) {
      const ariId = playbacks.stopped(playbackId);
      if (ariId !== undefined) return ariId;
    }
    return playbackId;
  }

  /** A recording is to end, whoever's it is. */
  recordingStopAsked(name: string): void {
    for (const { recordings } of this.calls.values()) recordings.stopAsked(name);
  }

  /** The call goes on in the dialplan soon; undefined takes that back. */
  leaveAsked(callId: string, why: LeaveReason | undefined): void {
    const call = this.calls.get(callId);
    if (call !== undefined) call.leaving = why;
  }

  /** ARI tells of these calls to their end from now on. */
  watched(callIds: readonly string[]): void {
    for (const callId of callIds) {
      const call = this.calls.get(callId);
      if (call !== undefined) call.watched = true;
    }
  }

  /** It was gone before it could be watched: it ended when it left us. */
  goneUnseen(callId: string, at: number): readonly CallEvent[] {
    const call = this.calls.get(callId);
    return call === undefined ? [] : this.over(callId, call, 0, at);
  }

  /** After a reconnect: forgets what has ended unseen, knows what lives; all of it must be watched by then. */
  resynchronise(live: readonly LiveCall[], now: number): void {
    const ids = new Set(live.map(({ callId }) => callId));
    for (const callId of this.calls.keys()) if (!ids.has(callId)) this.forget(callId);
    for (const { callId, answered, direction, inHand, to } of live) {
      const call = this.callFor(callId);
      call.reached = true; // what it did before is unknown
      call.inherited = call.watched = true;
      call.incoming = direction === 'inbound';
      call.away = !inHand;
      call.leaving = undefined;
      if (to !== '') call.dialled = to;
      if (call.incoming && inHand) call.inStasis = true;
      if (!answered) continue;
      call.upAt ??= now;
      call.inStasis = inHand;
      call.toldAnswered = true;
    }
  }

  translate(event: CallAriEvent): readonly CallEvent[] {
    switch (event.type) {
      case 'PlaybackStarted':
      case 'PlaybackFinished':
        return this.calls.get(event.callId)?.playbacks.translate(event) ?? [];
      case 'RecordingStarted':
      case 'RecordingFinished':
      case 'RecordingFailed':
        return this.calls.get(event.callId)?.recordings.translate(event) ?? [];
      case 'StasisStart':
        return this.entered(event.channel, event.args, event.at);
      case 'ChannelStateChange':
        return this.changed(event.channel, event.at);
      case 'DialProgress':
        this.giveSign(event.callId);
        return [];
      case 'ChannelHangupRequest':
        this.giveSign(event.channel.id);
        this.hangUpRequested(event.channel.id);
        return [];
      case 'StasisEnd':
        return this.left(event.channel.id, event.at);
      case 'ChannelDtmfReceived':
        return this.pressed(event);
      case 'ChannelDestroyed':
        return this.ended(event.channel, event.cause, event.at);
    }
  }

  private entered(channel: AriChannel, args: readonly string[], at: number): readonly CallEvent[] {
    const { id: callId } = channel;
    const call = this.callFor(callId);
    const entry = stasisEntry(args, channel.dialled);
    call.inStasis = true;
    if (entry.entry === 'outbound') {
      call.watched = true;
      return this.answered(callId, call, channel, at);
    }
    return this.comesIn(call, channel, entry, at);
  }

  private comesIn(
    call: KnownCall,
    channel: AriChannel,
    entry: Exclude<StasisEntry, { entry: 'outbound' }>,
    at: number,
  ): readonly CallEvent[] {
    const { id: callId } = channel;
    const { dialled, ...how } = entry;
    call.incoming = true;
    call.away = call.hangUpRequested = call.inherited = false;
    // Whoever takes the call over here is told of the answer, though it may be up since long ago.
    call.toldAnswered = false;
    if (entry.entry === 'queue-left') call.upAt = channel.up ? at : undefined;
    call.leaving = undefined;
    if (dialled !== '') call.dialled = dialled;
    const from = normaliseCaller(channel.callerNumber);
    const incoming = { type: 'incoming', callId, at, from, to: call.dialled, ...how } as const;
    return [incoming, ...this.answered(callId, call, channel, at)];
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

  /** In the queue the keys are the queue's. */
  private pressed({ channel, digit, at }: Extract<AriEvent, { type: 'ChannelDtmfReceived' }>) {
    if (this.calls.get(channel.id)?.away) return [];
    return [{ type: 'key', callId: channel.id, key: digit, at } as const];
  }

  /**
   * What we placed is told of until it is destroyed, and so is a caller who was watched; another caller's events end
   * with Stasis. A caller who leaves without anybody having asked for the end was taken by the dialplan's time-out.
   */
  private left(callId: string, at: number): readonly CallEvent[] {
    const call = this.calls.get(callId);
    if (call === undefined || !(call.incoming || call.leaving !== undefined)) return [];
    call.inStasis = false;
    if (call.hungUpByUs || call.hangUpRequested) {
      return call.watched ? [] : this.over(callId, call, call.hungUpByUs ? NORMAL_CLEARING : 0, at);
    }
    const why = call.leaving ?? 'timed-out';
    call.leaving = undefined;
    call.away = true;
    return [...endUnfinished(call, at), { type: 'left', callId, why, at }];
  }

  private ended(channel: AriChannel, cause: number, at: number): readonly CallEvent[] {
    const known = this.calls.has(channel.id);
    const call = this.callFor(channel.id);
    call.reached ||= !known; // of a call never seen before, nothing can be said
    if (channel.up) call.upAt ??= at;
    return this.over(channel.id, call, toldCause(cause, call.reached), at);
  }

  private over(callId: string, call: KnownCall, cause: number, at: number): readonly CallEvent[] {
    this.forget(callId);
    const answered = call.upAt !== undefined;
    return [...endUnfinished(call, at), { type: 'ended', callId, cause, answered, at }];
  }

  private giveSign(callId: string): void {
    const call = this.calls.get(callId);
    if (call !== undefined) call.reached = true;
  }

  private hangUpRequested(callId: string): void {
    const call = this.calls.get(callId);
    if (call !== undefined) call.hangUpRequested = true;
  }

  private callFor(callId: string): KnownCall {
    const known = this.calls.get(callId);
    if (known !== undefined) return known;
    const call = newCall(callId);
    this.calls.set(callId, call);
    return call;
  }
}

const NORMAL_CLEARING = 16;
