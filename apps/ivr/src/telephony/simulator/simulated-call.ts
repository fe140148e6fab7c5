import type { CallEvent } from '../telephony.port';
import type { Scheduler } from '../scheduler';
import type { SubscriberScript } from './subscriber-script';

/** Q.850 16: normal call clearing. */
const NORMAL_CLEARING = 16;
/** A subscriber who hangs up gives no cause. */
const NONE_TOLD = 0;
/** Q.850 19: the subscriber was alerted and did not answer in time. */
const NO_ANSWER = 19;

interface QueuedPlayback {
  readonly id: string;
  readonly lengthMs: number;
}

/** One call's life on the scheduler's time; reports through `emit` and ends exactly once. */
export class SimulatedCall {
  readonly startedAt: Date;
  answered = false;
  ended = false;
  private readonly queue: QueuedPlayback[] = [];
  private playing: { readonly id: string; cancel: () => void } | undefined;
  private readonly timers = new Set<() => void>();

  constructor(
    readonly id: string,
    private readonly scheduler: Scheduler,
    private readonly emit: (event: CallEvent) => void,
    private readonly onEnded: (call: SimulatedCall) => void,
  ) {
    this.startedAt = new Date(scheduler.now());
  }

  /** Dials the subscriber of `script`; gives up after `ringSeconds`. */
  dial(script: SubscriberScript, ringSeconds: number): void {
    const giveUp = this.after(ringSeconds * 1_000, () => this.end(NO_ANSWER));
    switch (script.fate) {
      case 'rings-for-ever':
        this.after(0, () => this.ring());
        return;
      case 'fails':
        if (script.rings) this.after(0, () => this.ring());
        this.after(script.afterMs, () => this.end(script.cause));
        return;
      case 'answers':
        if (script.ringMs > 0) this.after(0, () => this.ring());
        this.after(script.ringMs, () => {
          giveUp();
          this.beAnswered(script);
        });
    }
  }

  /** The caller of an incoming call hears us from here on. */
  answer(script: SubscriberScript): void {
    if (!this.answered && script.fate === 'answers') this.beAnswered(script);
  }

  /** Queued behind what plays already, as on a real channel. */
  play(id: string, lengthMs: number): void {
    this.queue.push({ id, lengthMs });
    if (this.playing === undefined) this.after(0, () => this.playNext());
  }

  /** @returns false when no such playback is queued or playing here. */
  stopPlayback(id: string): boolean {
    if (this.playing?.id === id) {
      this.finishPlayback(false);
      return true;
    }
    const queued = this.queue.findIndex((playback) => playback.id === id);
    if (queued < 0) return false;
    this.queue.splice(queued, 1);
    this.emit({ type: 'playback-ended', callId: this.id, playbackId: id, completed: false, at: this.now() });
    return true;
  }

  /** Ends the call with a Q.850 cause; what was playing ends first. */
  end(cause: number = NORMAL_CLEARING): void {
    if (this.ended) return;
    this.ended = true;
    this.timers.forEach((cancel) => cancel());
    this.timers.clear();
    this.queue.length = 0;
    if (this.playing !== undefined) this.finishPlayback(false);
    this.onEnded(this);
    this.emit({ type: 'ended', callId: this.id, cause, answered: this.answered, at: this.now() });
  }

  private ring(): void {
    this.emit({ type: 'ringing', callId: this.id, at: this.now() });
  }

  private beAnswered(script: Extract<SubscriberScript, { fate: 'answers' }>): void {
    this.answered = true;
    this.emit({ type: 'answered', callId: this.id, at: this.now() });
    for (const { atMs, key } of script.keys) {
      this.after(atMs, () => this.emit({ type: 'key', callId: this.id, key, at: this.now() }));
    }
    if (script.hangUpMs !== undefined) this.after(script.hangUpMs, () => this.end(NONE_TOLD));
  }

  private playNext(): void {
    if (this.playing !== undefined) return;
    const next = this.queue.shift();
    if (next === undefined) return;
    this.playing = { id: next.id, cancel: this.after(next.lengthMs, () => this.finishPlayback(true)) };
    this.emit({ type: 'playback-started', callId: this.id, playbackId: next.id, at: this.now() });
  }

  private finishPlayback(completed: boolean): void {
    const playing = this.playing;
    if (playing === undefined) return;
    playing.cancel();
    this.playing = undefined;
    this.emit({
      type: 'playback-ended',
      callId: this.id,
      playbackId: playing.id,
      completed,
      at: this.now(),
    });
    if (!this.ended) this.playNext();
  }

  private now(): number {
    return this.scheduler.now();
  }

  private after(delayMs: number, run: () => void): () => void {
    const cancelTimer = this.scheduler.after(delayMs, () => {
      this.timers.delete(cancel);
      if (!this.ended) run();
    });
    const cancel = (): void => {
      this.timers.delete(cancel);
      cancelTimer();
    };
    this.timers.add(cancel);
    return cancel;
  }
}
