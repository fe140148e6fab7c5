import { randomUUID } from 'node:crypto';
import { type FlowEffect, type FlowEvent, queuePriority } from '@switchyard/domain';
import { type Logger, withTimeout } from '@switchyard/platform';
import { CallGone } from '../../telephony/telephony.port';
import type { CallJournal } from '../inbound-calls/call-journal';
import type { CallInFlow } from './call-in-flow';

type Effect<Type extends FlowEffect['type']> = Extract<FlowEffect, { type: Type }>;

/** Milliseconds. */
const PATIENCE = { order: 5_000, storing: 1_000 } as const;

export interface HandOnSurroundings {
  readonly journal: CallJournal;
  readonly trunk: string;
  readonly logger: Pick<Logger, 'warn'>;
}

/** Gives callers to the queue or to another number; who cannot be given on is told to the flow. */
export class HandOnCaller {
  constructor(
    private readonly around: HandOnSurroundings,
    private readonly tell: (call: CallInFlow, event: FlowEvent) => void,
  ) {}

  /** What the queue wants to know of the caller is stored before the caller joins it. */
  async enqueue(call: CallInFlow, effect: Effect<'enqueue'>): Promise<void> {
    const { journal, logger } = this.around;
    const { queue, language, maxWaitSeconds, valueTier, listFlag, anonymous } = effect;
    const recording = anonymous ? null : randomUUID();
    call.record = { ...call.record, queue, recording, phase: 'queue' };
    journal.note(call.record);
    if (!(await journal.stored(call.callId, PATIENCE.storing))) {
      logger.warn('a caller joins the queue before being stored', { callId: call.callId });
    }
    try {
      const order = {
        queue,
        language,
        maxWaitSeconds,
        priority: queuePriority({ valueTier, listFlag }),
        announceRecording: recording !== null,
        ...(recording === null ? {} : { recordingName: recording }),
      };
      await withTimeout(call.node.enqueue(call.callId, order), PATIENCE.order, 'enqueueing');
    } catch (error) {
      if (error instanceof CallGone) return;
      logger.warn('a caller could not be queued', { callId: call.callId, queue, err: error });
      call.record = { ...call.record, phase: 'menu' };
      this.tell(call, { type: 'queue-left', reason: 'unavailable' });
    }
  }

  async transfer(call: CallInFlow, { step, to }: Effect<'transfer'>): Promise<void> {
    const { trunk, logger } = this.around;
    try {
      await withTimeout(call.node.transfer(call.callId, to, trunk), PATIENCE.order, 'transferring');
    } catch (error) {
      if (error instanceof CallGone) return;
      logger.warn('a caller could not be transferred', { callId: call.callId, err: error });
      this.tell(call, { type: 'transfer-failed', step });
    }
  }
}
