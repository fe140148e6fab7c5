import { randomUUID } from 'node:crypto';
import {
  advanceNoticeDialogue,
  type DialogueEffect,
  type DialogueEvent,
  type DialingPolicy,
  newNoticeDialogue,
} from '@switchyard/domain';
import type { Logger } from '@switchyard/platform';
import type { Scheduler } from '../../telephony/scheduler';
import { type CallEvent, CallGone, type TelephonyNode } from '../../telephony/telephony.port';
import type { HeldCall } from '../dialing.types';
import type { StartedNotice } from '../place-calls/placements.port';
import { type CallInHand, endedCall, type EndedCall, isOwn, playbackId, stepOf } from './call-in-hand';
import type { SpokenNotice, SpokenPart } from './spoken-notice';

/** What the conductor tells; none of these may throw. */
export interface ConductorListener {
  /** The customer hears the notice from now on. */
  readonly noticeStarted: (started: StartedNotice) => void;
  readonly ended: (call: EndedCall) => void;
  /** A returned call has been told its notice, and its caller is still there (T1.8); `ended` was told before. */
  readonly goesOn: (node: TelephonyNode, held: HeldCall, human: boolean) => void;
  /** The PBX did not end a call in time, or has lost it: look it up. */
  readonly lost: (call: EndedCall) => void;
}

/** The numbers of the policy that the line needs. */
export type LineRules = Pick<DialingPolicy, 'dialogue' | 'ringSeconds'>;

/** Milliseconds beyond the ringing time after which a call that nothing is heard of is looked up. */
const UNHEARD_OF = 15_000;
/** Q.850: normal call clearing. */
const NORMAL = 16;
/** Milliseconds that a playback may take beyond its own length. */
const PLAYBACK_SLACK = 5_000;

/** Talks to the customers of all calls in hand: events in, playbacks out; hands each call over when it is over. */
export class Conductor {
  private readonly calls = new Map<string, CallInHand>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly logger: Pick<Logger, 'warn' | 'error'>,
    private readonly tell: ConductorListener,
  ) {}

  /**
   * Follows a call from now on; must be called before it is originated, since events may come at once. A call of
   * which nothing is heard in time is given over as lost.
   */
  follow(
    node: TelephonyNode,
    held: HeldCall,
    notice: SpokenNotice,
    rules: LineRules,
    heardBeforeMs = 0,
  ): void {
    const { id } = held;
    const now = this.scheduler.now();
    this.calls.get(id)?.cancelTimer();
    this.calls.set(id, {
      node,
      held,
      notice,
      followedAt: now,
      heardBeforeMs,
      dialogue: newNoticeDialogue(rules.dialogue, held.direction === 'in'),
      lastEventAt: now,
      rang: false,
      played: [],
      playingMs: 0,
      nonce: randomUUID().slice(0, 8),
      cancelTimer: this.scheduler.after(rules.ringSeconds * 1000 + UNHEARD_OF, () => this.lose(id)),
    });
  }

  /** Forgets a call that was never dialled. */
  forget(callId: string): void {
    this.calls.get(callId)?.cancelTimer();
    this.calls.delete(callId);
  }

  /** Ids of the calls followed on a node for at least `forMs`. */
  followedOn(node: TelephonyNode, forMs = 0): readonly string[] {
    const since = this.scheduler.now() - forMs;
    return [...this.calls].flatMap(([id, call]) =>
      call.node === node && call.followedAt <= since ? [id] : [],
    );
  }

  /** Forgets every call of a node that belongs to another process now. */
  dropAll(node: TelephonyNode): void {
    for (const id of this.followedOn(node)) this.forget(id);
  }

  /** A followed call lives and is answered; its answer may have been missed. */
  noteAnswer(callId: string): void {
    const call = this.calls.get(callId);
    if (call?.dialogue.phase !== 'not-answered') return;
    this.advance(call, { type: 'answered', at: this.scheduler.now() });
  }

  follows(callId: string): boolean {
    return this.calls.has(callId);
  }

  handle(event: Exclude<CallEvent, { type: 'incoming' | 'node-state' }>): void {
    const call = this.calls.get(event.callId);
    if (!call) return;
    call.lastEventAt = event.at;
    switch (event.type) {
      case 'ringing':
        call.rang = true;
        return;
      case 'answered':
      case 'key':
        return this.advance(call, event);
      case 'playback-started':
        if (!isOwn(call, event.playbackId)) return this.silence(call, event.playbackId);
        this.noteStart(call, event.at);
        return this.playbackStarted(call, stepOf(event.playbackId), event.at);
      case 'playback-ended':
        if (!isOwn(call, event.playbackId)) return;
        return this.advance(call, { ...event, step: stepOf(event.playbackId) });
      case 'left':
      case 'recording-ended':
        return; // of callers in menus only
      case 'ended':
        this.noteUnheardAnswer(call, event);
        this.advance(call, { type: 'hang-up', at: event.at });
        return this.finish(call, event.cause);
    }
  }

  /** This call's end was not seen: what plays counts as heard up to its last event only, since nobody knows more. */
  lose(callId: string): void {
    const call = this.calls.get(callId);
    if (!call) return;
    this.advance(call, { type: 'hang-up', at: call.lastEventAt });
    this.finish(call, null);
  }

  /** A call that ended answered, though its answer never reached us: the customer was disturbed. */
  private noteUnheardAnswer(
    call: CallInHand,
    event: { readonly answered: boolean; readonly at: number },
  ): void {
    if (!event.answered || call.dialogue.phase !== 'not-answered') return;
    call.dialogue = { ...call.dialogue, answeredAt: event.at };
  }

  /** From its start on a playback's length is known: an end that does not come was missed. */
  private playbackStarted(call: CallInHand, step: number, at: number): void {
    this.advance(call, { type: 'playback-started', step, at });
    if (call.dialogue.playing && call.dialogue.step === step) {
      this.startTimer(call, step, call.playingMs + PLAYBACK_SLACK);
    }
  }

  /** What another process had begun to play on a call that was adopted; the PBX plays ours only after it. */
  private silence(call: CallInHand, playbackId: string): void {
    this.attempt(call, 'stop the playback of another process', call.node.stopPlayback(playbackId));
  }

  /** The first playback of a call is its notice. */
  private noteStart({ held, dialogue }: CallInHand, at: number): void {
    if (dialogue.step !== 1 || dialogue.answeredAt === undefined) return;
    this.tell.noticeStarted({
      id: held.id,
      answeredAt: new Date(dialogue.answeredAt),
      startedAt: new Date(at),
    });
  }

  private advance(call: CallInHand, event: DialogueEvent): void {
    const { state, effects } = advanceNoticeDialogue(call.dialogue, event);
    call.dialogue = state;
    for (const effect of effects) this.perform(call, effect);
  }

  private perform(call: CallInHand, effect: DialogueEffect): void {
    switch (effect.type) {
      case 'play':
        return this.play(call, effect);
      case 'stop-playback':
        return this.attempt(call, 'stop a playback', call.node.stopPlayback(playbackId(call, effect.step)));
      case 'start-timer':
        return this.startTimer(call, effect.step, effect.ms);
      case 'hang-up':
        return this.attempt(call, 'hang up', call.node.hangUp(call.held.id));
      case 'go-on':
        this.finish(call, NORMAL);
        return this.tell.goesOn(call.node, call.held, effect.human);
      case 'record':
        return; // the keys themselves are kept, and classified when the call is over
      case 'give-up':
        return this.finish(call, null);
    }
  }

  private startTimer(call: CallInHand, step: number, ms: number): void {
    call.cancelTimer();
    call.cancelTimer = this.scheduler.after(ms, () =>
      this.advance(call, {
        type: 'time-out',
        step,
        // Of a playback that never ends only what is known to have been heard counts.
        at: call.dialogue.playing ? call.lastEventAt : this.scheduler.now(),
      }),
    );
  }

  private play(call: CallInHand, effect: Extract<DialogueEffect, { type: 'play' }>): void {
    const parts: readonly SpokenPart[] = effect.parts.map((part) => call.notice.parts[part]);
    call.played.push(...parts);
    call.playingMs = parts.reduce((sum, part) => sum + part.durationMs, 0);
    const media = parts.flatMap((part) => part.media);
    call.node.play(call.held.id, playbackId(call, effect.step), media).catch((error: unknown) => {
      if (error instanceof CallGone) return;
      this.logger.warn('a playback could not begin', { callId: call.held.id, error });
      const at = this.scheduler.now();
      this.advance(call, { type: 'playback-ended', step: effect.step, at, completed: false });
    });
  }

  private attempt(call: CallInHand, what: string, work: Promise<void>): void {
    work.catch((error: unknown) => this.logger.warn(`could not ${what}`, { callId: call.held.id, error }));
  }

  /** Ends a call that was never placed; null when it is not followed. */
  end(callId: string): EndedCall | null {
    const call = this.calls.get(callId);
    if (!call) return null;
    this.forget(callId);
    return endedCall(call, this.scheduler.now(), 0);
  }

  /** Spacing runs by our own clock, from when we learned of the end. */
  private finish(call: CallInHand, cause: number | null): void {
    this.forget(call.held.id);
    const ended = endedCall(call, this.scheduler.now(), cause);
    if (cause === null) this.tell.lost(ended);
    else this.tell.ended(ended);
  }
}
