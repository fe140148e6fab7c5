import type { CallEvent } from '../telephony.port';
import { PlaybackBook } from './playback-book';
import { RecordingBook } from './recording-book';

/** What is known of one call beyond what an ARI event says of it. */
export interface KnownCall {
  /** When the channel came up, milliseconds since the epoch. */
  upAt?: number;
  /** Media can be played from here on. */
  inStasis: boolean;
  toldAnswered: boolean;
  /** The far side gave a sign: it rang, played something, or refused. */
  reached: boolean;
  /** A caller's, not placed by us. */
  incoming: boolean;
  /** The number that a caller called. */
  dialled: string;
  hungUpByUs: boolean;
  /** Somebody asked for its end since it came in: it leaves to end, not to go on in the dialplan. */
  hangUpRequested: boolean;
  /** It goes on in the dialplan as we ordered. */
  leaving: Extract<CallEvent, { type: 'left' }>['why'] | undefined;
  /** In the dialplan's hands. */
  away: boolean;
  /** ARI tells of it until the channel is destroyed. */
  watched: boolean;
  /** Another process may have left something playing. */
  inherited: boolean;
  /** Digits still to be sent after the answer. */
  extension: string | undefined;
  readonly playbacks: PlaybackBook;
  readonly recordings: RecordingBook;
}

export function newCall(callId: string): KnownCall {
  return {
    inStasis: false,
    toldAnswered: false,
    reached: false,
    incoming: false,
    dialled: '',
    hungUpByUs: false,
    hangUpRequested: false,
    leaving: undefined,
    away: false,
    watched: false,
    inherited: false,
    extension: undefined,
    playbacks: new PlaybackBook(callId),
    recordings: new RecordingBook(callId),
  };
}

/** What was under way on a call that is leaving or over ends with it, incomplete. */
export function endUnfinished(call: KnownCall, at: number): readonly CallEvent[] {
  return [...call.playbacks.endAll(at), ...call.recordings.endAll(at)];
}
