import { createHash, randomUUID } from 'node:crypto';
import {
  advanceNoticeDialogue,
  type DialogueEffect,
  type DialogueEvent,
  type DialogueRules,
  dialogueFacts,
  newNoticeDialogue,
  type NoticeDialogue,
} from '@switchyard/domain';
import type { Logger } from '@switchyard/platform';
import type { Scheduler } from '../../telephony/scheduler';
import { type CallEvent, CallGone, type TelephonyNode } from '../../telephony/telephony.port';
import type { HeldCall } from '../dialing.types';
import type { StartedNotice } from '../place-calls/placements.port';
import type { SpokenNotice, SpokenPart } from './spoken-notice';

/** What is known of a call when it is over, or when it was lost from sight. */
export interface EndedCall {
  readonly held: HeldCall;
  readonly notice: SpokenNotice;
  readonly facts: ReturnType<typeof dialogueFacts>;
  readonly answeredAt: Date | null;
  readonly endedAt: Date;
  /** Null when the end itself was not seen. */
  readonly cause: number | null;
  /** Whether it rang at the other end; undefined where nobody was listening. */
  readonly rang?: boolean;
  /** The words and the hash of the audio of all that was played; null when nothing was. */
  readonly spokenText: string | null;
  readonly audioHash: string | null;
}

/** What the conductor tells; none of these may throw. */
export interface ConductorListener {
  /** The customer hears the notice from now on. */
  readonly noticeStarted: (started: StartedNotice) => void;
  readonly ended: (call: EndedCall) => void;
  /** The PBX did not end a call in time, or has lost it: look it up. */
  readonly lost: (call: EndedCall) => void;
}

interface CallInHand {
  readonly node: TelephonyNode;
  readonly held: HeldCall;
  readonly notice: SpokenNotice;
  dialogue: NoticeDialogue;
  rang: boolean;
  readonly played: SpokenPart[];
  /** Tells this process's playbacks from those that another process ordered for the same call. */
  readonly nonce: string;
  cancelTimer: () => void;
}

/** Talks to the customers of all calls in hand: events in, playbacks out; hands each call over when it is over. */
export class Conductor {
  private readonly calls = new Map<string, CallInHand>();

  constructor(
    private readonly scheduler: Scheduler,
    private readonly logger: Pick<Logger, 'warn' | 'error'>,
    private readonly tell: ConductorListener,
  ) {}

  /** Follows a call from now on; must be called before it is originated, since events may come at once. */
  follow(node: TelephonyNode, held: HeldCall, notice: SpokenNotice, rules: DialogueRules): void {
    this.calls.set(held.id, {
      node,
      held,
      notice,
      dialogue: newNoticeDialogue(rules),
      rang: false,
      played: [],
      nonce: randomUUID().slice(0, 8),
      cancelTimer: () => undefined,
    });
  }

  /** Forgets a call that was never dialled. */
  forget(callId: string): void {
    this.calls.get(callId)?.cancelTimer();
    this.calls.delete(callId);
  }

  /** Ids of the calls followed on a node. */
  followedOn(node: TelephonyNode): readonly string[] {
    return [...this.calls].flatMap(([id, call]) => (call.node === node ? [id] : []));
  }

  follows(callId: string): boolean {
    return this.calls.has(callId);
  }

  handle(event: Exclude<CallEvent, { type: 'incoming' | 'node-state' }>): void {
    const call = this.calls.get(event.callId);
    if (!call) return;
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
        return this.advance(call, { ...event, step: stepOf(event.playbackId) });
      case 'playback-ended':
        if (!isOwn(call, event.playbackId)) return;
        return this.advance(call, { ...event, step: stepOf(event.playbackId) });
      case 'ended':
        this.advance(call, { type: 'hang-up', at: event.at });
        return this.finish(call, event.at, event.cause);
    }
  }

  /** The node says that these calls do not live any more, and their end was not seen. */
  lose(callId: string): void {
    const call = this.calls.get(callId);
    if (!call) return;
    this.advance(call, { type: 'hang-up', at: this.scheduler.now() });
    this.finish(call, this.scheduler.now(), null);
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
        call.cancelTimer();
        call.cancelTimer = this.scheduler.after(effect.ms, () =>
          this.advance(call, { type: 'time-out', step: effect.step, at: this.scheduler.now() }),
        );
        return;
      case 'hang-up':
        return this.attempt(call, 'hang up', call.node.hangUp(call.held.id));
      case 'record':
        return; // the keys themselves are kept, and classified when the call is over
      case 'give-up':
        return this.finish(call, this.scheduler.now(), null);
    }
  }

  private play(call: CallInHand, effect: Extract<DialogueEffect, { type: 'play' }>): void {
    const parts: readonly SpokenPart[] = effect.parts.map((part) => call.notice.parts[part]);
    call.played.push(...parts);
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

  private finish(call: CallInHand, at: number, cause: number | null): void {
    this.forget(call.held.id);
    const ended = endedCall(call, at, cause);
    if (cause === null) this.tell.lost(ended);
    else this.tell.ended(ended);
  }
}

function endedCall(call: CallInHand, at: number, cause: number | null): EndedCall {
  return {
    held: call.held,
    notice: call.notice,
    facts: dialogueFacts(call.dialogue),
    answeredAt: call.dialogue.answeredAt === undefined ? null : new Date(call.dialogue.answeredAt),
    endedAt: new Date(at),
    cause,
    rang: call.rang,
    spokenText: call.played.length > 0 ? call.played.map((part) => part.text).join('\n') : null,
    audioHash: call.played.length > 0 ? hashOf(call.played) : null,
  };
}

function hashOf(played: readonly { readonly hash: string }[]): string {
  const hash = createHash('sha256');
  for (const part of played) hash.update(part.hash);
  return hash.digest('hex');
}

function playbackId(call: CallInHand, step: number): string {
  return `${call.held.id}:${call.nonce}:${step}`;
}

function isOwn({ held, nonce }: CallInHand, playbackId: string): boolean {
  return playbackId.startsWith(`${held.id}:${nonce}:`);
}

function stepOf(playbackId: string): number {
  return Number(playbackId.slice(playbackId.lastIndexOf(':') + 1));
}
