import type { FlowEffect, FlowEvent } from '@switchyard/domain';
import { type Logger, withTimeout } from '@switchyard/platform';
import type { Messages } from '../record-messages/messages';
import type { CallInFlow } from './call-in-flow';

type Effect<Type extends FlowEffect['type']> = Extract<FlowEffect, { type: Type }>;

/** Milliseconds that an order to the PBX may take. */
const ORDER_PATIENCE = 5_000;
/** Seconds that a caller may stay after the longest recording. */
const BEYOND_RECORDING = 60;

export interface RecordingSurroundings {
  readonly messages: Messages;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
}

/** Records callers' messages; what cannot be recorded is told to the flow as a recording that failed. */
export class RecordMessage {
  constructor(
    private readonly around: RecordingSurroundings,
    private readonly tell: (call: CallInFlow, event: FlowEvent) => void,
  ) {}

  async begin(call: CallInFlow, effect: Effect<'record'>): Promise<void> {
    const { step, ordinal, maxSeconds, maxSilenceSeconds } = effect;
    const name = this.around.messages.nameOf(call.callId, ordinal);
    call.recording = { step, name, keep: true };
    try {
      const limits = { maxSeconds, maxSilenceSeconds, beep: true };
      // A PBX that records takes no other order for the call.
      await inTime(call.node.keepAlive(call.callId, maxSeconds + BEYOND_RECORDING), 'keeping a call');
      await inTime(call.node.record(call.callId, name, limits), 'recording');
    } catch (error) {
      this.around.logger.warn('a message could not be recorded', { callId: call.callId, err: error });
      call.recording = undefined;
      this.tell(call, { type: 'recording-ended', step, seconds: 0, failed: true });
    }
  }

  async stop(call: CallInFlow, { keep }: Effect<'stop-recording'>): Promise<void> {
    const { recording } = call;
    if (!recording) return;
    recording.keep = keep;
    try {
      await inTime(call.node.stopRecording(recording.name), 'stopping a recording');
    } catch (error) {
      // Nobody will tell its end: the caller shall not wait for it.
      this.around.logger.warn('a recording could not be stopped', { callId: call.callId, err: error });
      if (call.recording === recording) call.recording = undefined;
      if (!keep) return;
      this.tell(call, { type: 'recording-ended', step: recording.step, seconds: 0, failed: true });
    }
  }

  /** The PBX has ended one; what is not wanted is thrown away. */
  ended(
    call: CallInFlow,
    { name, seconds, failed }: { readonly name: string; readonly seconds: number; readonly failed: boolean },
  ): void {
    const { messages, logger } = this.around;
    const recording = call.recording?.name === name ? call.recording : undefined;
    if (recording) call.recording = undefined;
    const wanted = recording?.keep === true && !failed;
    const kept = wanted ? messages.keep(name) : messages.discard(name).then(() => false);
    kept.then(
      (done) => {
        if (recording?.keep !== true) return;
        this.tell(call, { type: 'recording-ended', step: recording.step, seconds, failed: !done });
      },
      (error: unknown) => logger.error('a recording was not taken over', { callId: call.callId, err: error }),
    );
  }
}

function inTime<T>(work: Promise<T>, what: string): Promise<T> {
  return withTimeout(work, ORDER_PATIENCE, what);
}
