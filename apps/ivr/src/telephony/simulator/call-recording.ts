import type { CallEvent, RecordingLimits } from '../telephony.port';
import type { CallClock } from './call-playbacks';

interface Recording {
  readonly name: string;
  readonly limits: RecordingLimits;
  readonly since: number;
  cancel: () => void;
}

/** The recording of one simulated caller, who speaks for a while and is silent then. */
export class CallRecording {
  private waiting: { readonly name: string; readonly limits: RecordingLimits } | undefined;
  private running: Recording | undefined;

  constructor(
    private readonly callId: string,
    private readonly clock: CallClock,
    /** Milliseconds that the caller speaks. */
    private readonly speaksMs: () => number,
    private readonly emit: (event: CallEvent) => void,
    private readonly keep: (name: string, seconds: number) => void,
  ) {}

  /** Begins now, or once nothing plays any more. */
  ask(name: string, limits: RecordingLimits, now: boolean): void {
    this.waiting = { name, limits };
    if (now) this.begin();
  }

  /** Nothing plays any more. */
  begin(): void {
    const waiting = this.waiting;
    this.waiting = undefined;
    if (waiting === undefined) return;
    const { maxSeconds, maxSilenceSeconds } = waiting.limits;
    const bySilence = maxSilenceSeconds > 0 ? this.speaksMs() + maxSilenceSeconds * 1_000 : Infinity;
    const cancel = this.clock.after(Math.min(maxSeconds * 1_000, bySilence), () => this.finish());
    this.running = { ...waiting, since: this.clock.now(), cancel };
  }

  press(key: string): void {
    const endKey = this.running?.limits.endKey;
    if (endKey === 'any' || endKey === key) this.finish();
  }

  /** @returns false when it is not recorded here */
  stop(name: string): boolean {
    if (this.running?.name !== name) return false;
    this.finish();
    return true;
  }

  finish(): void {
    const running = this.running;
    if (running === undefined) return;
    running.cancel();
    this.running = undefined;
    const seconds = Math.floor((this.clock.now() - running.since) / 1_000);
    this.keep(running.name, seconds);
    const { name } = running;
    this.emit({
      type: 'recording-ended',
      callId: this.callId,
      name,
      seconds,
      failed: false,
      at: this.clock.now(),
    });
  }
}
