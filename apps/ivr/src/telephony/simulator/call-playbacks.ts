import type { CallEvent } from '../telephony.port';

/** What one simulated call does with its time; a timer that is cancelled, or whose call has ended, does not run. */
export interface CallClock {
  now(): number;
  after(delayMs: number, run: () => void): () => void;
}

interface QueuedPlayback {
  readonly id: string;
  readonly lengthMs: number;
}

/** The playbacks of one call: one at a time, the others wait. */
export class CallPlaybacks {
  private readonly queue: QueuedPlayback[] = [];
  private playing: { readonly id: string; cancel: () => void } | undefined;
  private ended = false;

  constructor(
    private readonly callId: string,
    private readonly clock: CallClock,
    private readonly emit: (event: CallEvent) => void,
    /** Nothing plays and nothing waits any more. */
    private readonly onIdle: () => void,
  ) {}

  get isIdle(): boolean {
    return this.playing === undefined && this.queue.length === 0;
  }

  /** Queued behind what plays already, as on a real channel. */
  play(id: string, lengthMs: number): void {
    this.queue.push({ id, lengthMs });
    if (this.playing === undefined) this.clock.after(0, () => this.playNext());
  }

  /** @returns false when no such playback is queued or playing here */
  stop(id: string): boolean {
    if (this.playing?.id === id) {
      this.finish(false);
      return true;
    }
    const queued = this.queue.findIndex((playback) => playback.id === id);
    if (queued < 0) return false;
    this.queue.splice(queued, 1);
    this.tellEnd(id, false);
    return true;
  }

  /** What plays ends; what waits is forgotten untold. */
  silence(): void {
    this.queue.length = 0;
    this.finish(false);
  }

  /** For good. */
  end(): void {
    this.ended = true;
    this.silence();
  }

  private playNext(): void {
    if (this.playing !== undefined) return;
    const next = this.queue.shift();
    if (next === undefined) return;
    this.playing = { id: next.id, cancel: this.clock.after(next.lengthMs, () => this.finish(true)) };
    this.emit({ type: 'playback-started', callId: this.callId, playbackId: next.id, at: this.clock.now() });
  }

  private finish(completed: boolean): void {
    const playing = this.playing;
    if (playing === undefined) return;
    playing.cancel();
    this.playing = undefined;
    this.tellEnd(playing.id, completed);
    if (this.ended) return;
    this.playNext();
    if (this.isIdle) this.onIdle();
  }

  private tellEnd(playbackId: string, completed: boolean): void {
    this.emit({ type: 'playback-ended', callId: this.callId, playbackId, completed, at: this.clock.now() });
  }
}
