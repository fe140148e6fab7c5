import type { Scheduler } from '../../telephony/scheduler';
import { CallGone } from '../../telephony/telephony.port';
import type { CallInFlow } from './call-in-flow';

/** Milliseconds. */
const EVERY = 15_000;
/** Seconds. A call that nobody keeps alive is queued by the PBX, so that nobody hears silence for ever. */
const GRANTED = 45;

/**
 * Keeps calls alive, and asks for more time before a prompt that is longer than what is granted: a PBX that plays takes
 * no other order for the call, and would queue the caller in the middle of it.
 */
export class CallTime {
  constructor(
    private readonly scheduler: Scheduler,
    private readonly onFailed: (call: CallInFlow, error: unknown) => void,
  ) {}

  /** From now on, until it is cancelled. */
  keep(call: CallInFlow): void {
    call.cancelKeepAlive();
    call.cancelKeepAlive = this.scheduler.after(EVERY, () => {
      this.keep(call);
      this.grant(call);
    });
  }

  /** What the process before us had granted may be almost over. */
  keepAtOnce(call: CallInFlow): void {
    this.keep(call);
    this.grant(call);
  }

  grant(call: CallInFlow): void {
    // While it records the PBX takes no orders; time for that was granted before.
    if (call.recording || call.granting) return;
    call.granting = true;
    call.node
      .keepAlive(call.callId, GRANTED)
      .catch((error: unknown) => {
        // Its end is told by an event of its own.
        if (!(error instanceof CallGone)) this.onFailed(call, error);
      })
      .finally(() => {
        call.granting = false;
      });
  }

  /** Whether a prompt of so many milliseconds may be played on what the last renewal left. */
  static covers(promptMs: number): boolean {
    return promptMs <= GRANTED * 1_000 - 2 * EVERY;
  }

  /** Seconds to ask for before a prompt of so many milliseconds. */
  static secondsFor(promptMs: number): number {
    return Math.ceil(promptMs / 1_000) + GRANTED;
  }
}
