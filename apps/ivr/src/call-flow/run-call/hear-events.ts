import type { CallFlowMetrics } from '../call-flow-metrics';
import { type CallInFlow, stepOf } from './call-in-flow';
import type { LiveEvent, RunnerParts } from './runner-parts';
import type { CallWalker } from './walk-calls';

/** What happened on the line, as events of the call's flow. */
export class HearEvents {
  constructor(
    private readonly walker: CallWalker,
    private readonly metrics: Pick<CallFlowMetrics, 'heardAfter'>,
    private readonly logger: Pick<RunnerParts['logger'], 'warn'>,
  ) {}

  hear(call: CallInFlow, event: LiveEvent): void {
    switch (event.type) {
      case 'ringing':
        return;
      case 'answered':
        call.askedAt = performance.now();
        return this.answered(call);
      case 'key':
        call.askedAt = performance.now();
        return this.walker.advance(call, { type: 'key', key: event.key });
      case 'playback-started':
        return this.playbackStarted(call, event.playbackId);
      case 'playback-ended':
        return this.playbackEnded(call, event.playbackId, event.completed);
      case 'recording-ended':
        return this.walker.recordingEnded(call, event);
      case 'left':
        return this.left(call, event.why);
      case 'ended':
        return this.walker.channelEnded(call, new Date(event.at));
    }
  }

  /** The PBX has the call: in the queue, with an agent, or transferred. */
  left(call: CallInFlow, why: Extract<LiveEvent, { type: 'left' }>['why']): void {
    this.walker.moved(call, false);
    call.cancelKeepAlive();
    const { step } = call.state;
    if (why === 'transferred') return this.walker.advance(call, { type: 'transferred', step });
    if (why === 'timed-out') {
      this.logger.warn('a caller was queued by the pbx', { callId: call.callId });
      call.record = { ...call.record, queue: 'general', phase: 'queue' };
    }
    this.walker.advance(call, { type: 'queue-entered' });
  }

  private answered(call: CallInFlow): void {
    const reason = call.returnedFor;
    call.returnedFor = undefined;
    this.walker.advance(call, reason === undefined ? { type: 'answered' } : { type: 'queue-left', reason });
  }

  private playbackStarted(call: CallInFlow, playbackId: string): void {
    if (call.askedAt === undefined || stepOf(call.callId, playbackId) !== call.playing) return;
    this.metrics.heardAfter(performance.now() - call.askedAt);
    call.askedAt = undefined;
  }

  private playbackEnded(call: CallInFlow, playbackId: string, completed: boolean): void {
    const step = stepOf(call.callId, playbackId);
    if (step !== undefined) this.walker.advance(call, { type: 'playback-ended', step, completed });
  }
}
