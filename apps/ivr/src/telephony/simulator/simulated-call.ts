import type { CallEvent, RecordingLimits } from '../telephony.port';
import type { Scheduler } from '../scheduler';
import { CallPlaybacks, type CallClock } from './call-playbacks';
import { CallRecording } from './call-recording';
import type { SubscriberScript } from './subscriber-script';

/** Q.850 16: normal call clearing. */
const NORMAL_CLEARING = 16;
/** A subscriber who hangs up gives no cause. */
const NONE_TOLD = 0;
/** Q.850 19: the subscriber was alerted and did not answer in time. */
const NO_ANSWER = 19;
/** Milliseconds that a caller speaks when recorded. */
const SPEAKS_MS = 3_000;

export interface CallSurroundings {
  readonly scheduler: Scheduler;
  readonly emit: (event: CallEvent) => void;
  readonly onEnded: (callId: string) => void;
  readonly keepRecording: (name: string, seconds: number) => void;
}

/** One call's life on the scheduler's time; reports through `emit` and ends exactly once. */
export class SimulatedCall implements CallClock {
  readonly startedAt: Date;
  readonly playbacks: CallPlaybacks;
  readonly recording: CallRecording;
  answered = false;
  ended = false;
  /** In the queue or transferred: keys are not ours to hear. */
  away = false;
  private speaksMs = SPEAKS_MS;
  private readonly timers = new Set<() => void>();

  constructor(
    readonly id: string,
    private readonly surroundings: CallSurroundings,
  ) {
    const { scheduler, emit, keepRecording } = surroundings;
    this.startedAt = new Date(scheduler.now());
    this.playbacks = new CallPlaybacks(id, this, emit, () => this.recording.begin());
    this.recording = new CallRecording(id, this, () => this.speaksMs, emit, keepRecording);
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

  record(name: string, limits: RecordingLimits): void {
    this.recording.ask(name, limits, this.playbacks.isIdle);
  }

  /** The subscriber presses a key. */
  press(key: string): void {
    if (this.ended || this.away) return;
    this.surroundings.emit({ type: 'key', callId: this.id, key, at: this.now() });
    this.recording.press(key);
  }

  /** Out of our hands from here on, or ours again. */
  go(away: boolean): void {
    this.away = away;
    if (!away) return;
    this.playbacks.silence();
    this.recording.finish();
  }

  /** The subscriber hangs up. */
  hangUp(): void {
    this.end(NONE_TOLD);
  }

  /** Ends the call with a Q.850 cause; what was playing ends first. */
  end(cause: number = NORMAL_CLEARING): void {
    if (this.ended) return;
    this.ended = true;
    this.timers.forEach((cancel) => cancel());
    this.timers.clear();
    this.playbacks.end();
    this.recording.finish();
    this.surroundings.onEnded(this.id);
    const { id: callId, answered } = this;
    this.surroundings.emit({ type: 'ended', callId, cause, answered, at: this.now() });
  }

  now(): number {
    return this.surroundings.scheduler.now();
  }

  after(delayMs: number, run: () => void): () => void {
    const cancelTimer = this.surroundings.scheduler.after(delayMs, () => {
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

  private ring(): void {
    this.surroundings.emit({ type: 'ringing', callId: this.id, at: this.now() });
  }

  private beAnswered(script: Extract<SubscriberScript, { fate: 'answers' }>): void {
    this.answered = true;
    this.speaksMs = script.speaksMs ?? SPEAKS_MS;
    this.surroundings.emit({ type: 'answered', callId: this.id, at: this.now() });
    for (const { atMs, key } of script.keys) this.after(atMs, () => this.press(key));
    if (script.hangUpMs !== undefined) this.after(script.hangUpMs, () => this.hangUp());
  }
}
