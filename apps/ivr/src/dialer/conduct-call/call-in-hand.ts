import { hash } from 'node:crypto';
import { dialogueFacts, type NoticeDialogue } from '@switchyard/domain';
import type { TelephonyNode } from '../../telephony/telephony.port';
import type { HeldCall } from '../dialing.types';
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

/** A call that is followed, and its dialogue. */
export interface CallInHand {
  readonly node: TelephonyNode;
  readonly held: HeldCall;
  readonly notice: SpokenNotice;
  readonly followedAt: number;
  /** Milliseconds of the notice that were heard before this process followed the call. */
  readonly heardBeforeMs: number;
  dialogue: NoticeDialogue;
  /** The PBX's time of the last event; what was heard after it nobody knows. */
  lastEventAt: number;
  rang: boolean;
  readonly played: SpokenPart[];
  /** Length of what plays now. */
  playingMs: number;
  /** Tells this process's playbacks from those that another process ordered for the same call. */
  readonly nonce: string;
  cancelTimer: () => void;
}

/** What is known of a call at `at`, milliseconds since the epoch. */
export function endedCall(call: CallInHand, at: number, cause: number | null): EndedCall {
  return {
    held: call.held,
    notice: call.notice,
    facts: withHeardBefore(dialogueFacts(call.dialogue), call.heardBeforeMs),
    answeredAt: call.dialogue.answeredAt === undefined ? null : new Date(call.dialogue.answeredAt),
    endedAt: new Date(at),
    cause,
    rang: call.rang,
    spokenText: call.played.length > 0 ? call.played.map((part) => part.text).join('\n') : null,
    audioHash: call.played.length > 0 ? hashOf(call.played) : null,
  };
}

function withHeardBefore(facts: EndedCall['facts'], heardBeforeMs: number): EndedCall['facts'] {
  return { ...facts, heardMs: Math.max(facts.heardMs, heardBeforeMs) };
}

function hashOf(played: readonly { readonly hash: string }[]): string {
  return hash('sha256', played.map((part) => part.hash).join(''), 'hex');
}

export function playbackId(call: CallInHand, step: number): string {
  return `${call.held.id}:${call.nonce}:${step}`;
}

/** Whether a playback was ordered by this process. */
export function isOwn({ held, nonce }: CallInHand, playbackId: string): boolean {
  return playbackId.startsWith(`${held.id}:${nonce}:`);
}

export function stepOf(playbackId: string): number {
  return Number(playbackId.slice(playbackId.lastIndexOf(':') + 1));
}
