import { randomUUID } from 'node:crypto';
import { type FlowEffect, type FlowEvent, queuePriority } from '@switchyard/domain';
import { type Clock, type Logger, withTimeout } from '@switchyard/platform';
import type { PromptLibrary } from '../../prompts';
import type { Scheduler } from '../../telephony/scheduler';
import { CallGone } from '../../telephony/telephony.port';
import type { CallJournal } from '../inbound-calls/call-journal';
import { matterOf } from '../inbound-calls/inbound-call';
import type { InboundCalls } from '../inbound-calls/inbound-calls.port';
import type { FlowLookUps } from '../look-up/flow-look-ups';
import type { OpenWorkOrders } from '../open-work-orders/open-work-orders';
import type { Messages } from '../record-messages/messages';
import { type CallInFlow, playbackIdOf } from './call-in-flow';

type Effect<Type extends FlowEffect['type']> = Extract<FlowEffect, { type: Type }>;

/** Milliseconds. */
const PATIENCE = { order: 5_000, storing: 1_000, forgetting: 4_000 } as const;

/** Seconds that a caller may stay after the longest recording. */
const BEYOND_RECORDING = 60;

export interface EffectSurroundings {
  readonly prompts: Pick<PromptLibrary, 'render'>;
  readonly lookUps: FlowLookUps;
  readonly workOrders: OpenWorkOrders;
  readonly messages: Messages;
  readonly journal: CallJournal;
  readonly calls: Pick<InboundCalls, 'forgetNumber' | 'rate'>;
  readonly trunk: string;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
}

/** Does what a flow wants done, and tells the flow what came of it. Nothing here waits for ever, and nothing throws. */
export class EffectPerformer {
  private silences = 0;

  constructor(
    private readonly around: EffectSurroundings,
    private readonly tell: (call: CallInFlow, event: FlowEvent) => void,
  ) {}

  perform(call: CallInFlow, effects: readonly FlowEffect[]): void {
    // What is played next replaces what plays: one order for both (T1.1, key-ahead).
    const plays = effects.some(({ type }) => type === 'play');
    for (const effect of effects) {
      if (effect.type === 'stop-playback' && plays) continue;
      this.performOne(call, effect);
    }
  }

  private performOne(call: CallInFlow, effect: FlowEffect): void {
    const { lookUps } = this.around;
    switch (effect.type) {
      case 'find-caller':
        return this.answer(call, lookUps.findCaller(call.callId, effect.phone));
      case 'play':
        return this.inBackground(call, 'play', this.play(call, effect));
      case 'stop-playback':
        return this.silence(call);
      case 'start-timer':
        return this.startTimer(call, effect);
      case 'cancel-timer':
        return call.cancelTimer();
      case 'look-up':
        return this.answer(call, lookUps.lookUp(call.callId, effect));
      case 'verify-password':
        return this.answer(call, lookUps.verifyPassword(call.callId, effect));
      case 'open-work-order':
        return this.answer(call, this.openWorkOrder(call, effect));
      case 'record':
        return this.inBackground(call, 'record', this.record(call, effect));
      case 'stop-recording':
        return this.inBackground(call, 'stop a recording', this.stopRecording(call, effect));
      case 'enqueue':
        return this.inBackground(call, 'enqueue', this.enqueue(call, effect));
      case 'transfer':
        return this.inBackground(call, 'transfer', this.transfer(call, effect));
      case 'forget-caller':
        return this.answer(call, this.forgetCaller(call, effect));
      case 'store-rating':
        return this.inBackground(call, 'store a rating', this.rate(call, effect));
      case 'hang-up':
        return this.inBackground(call, 'hang up', this.inTime(call.node.hangUp(call.callId), 'hanging up'));
      case 'identified':
      case 'set-language':
      case 'note':
        return; // kept with the call's record
    }
  }

  private async play(call: CallInFlow, { step, segments, language }: Effect<'play'>): Promise<void> {
    call.playing = step;
    try {
      const { media } = await this.around.prompts.render(segments, language);
      // Something newer is to be heard by now.
      if (call.playing !== step) return;
      await call.node.replacePlayback(call.callId, playbackIdOf(call.callId, step), media);
    } catch (error) {
      if (error instanceof CallGone) return;
      this.around.logger.warn('a prompt could not be played', { callId: call.callId, err: error });
      this.tell(call, { type: 'playback-ended', step, completed: false });
    }
  }

  private silence(call: CallInFlow): void {
    call.playing = undefined;
    this.silences += 1;
    const playbackId = `${call.callId}:silence:${this.silences}`;
    this.inBackground(call, 'silence', call.node.replacePlayback(call.callId, playbackId, []));
  }

  private startTimer(call: CallInFlow, { step, ms }: Effect<'start-timer'>): void {
    call.cancelTimer();
    call.cancelTimer = this.around.scheduler.after(ms, () => this.tell(call, { type: 'timer', step }));
  }

  private openWorkOrder(call: CallInFlow, effect: Effect<'open-work-order'>): Promise<FlowEvent> {
    const { messages, workOrders } = this.around;
    const names = effect.recordings.map((ordinal) => messages.nameOf(call.callId, ordinal));
    return workOrders.open(call.callId, effect, names);
  }

  private async record(call: CallInFlow, effect: Effect<'record'>): Promise<void> {
    const { step, ordinal, maxSeconds, maxSilenceSeconds } = effect;
    const name = this.around.messages.nameOf(call.callId, ordinal);
    call.recording = { step, name, keep: true };
    try {
      const limits = { maxSeconds, maxSilenceSeconds, beep: true };
      // A PBX that records takes no other order for the call.
      await this.inTime(call.node.keepAlive(call.callId, maxSeconds + BEYOND_RECORDING), 'keeping a call');
      await this.inTime(call.node.record(call.callId, name, limits), 'recording');
    } catch (error) {
      this.around.logger.warn('a message could not be recorded', { callId: call.callId, err: error });
      call.recording = undefined;
      this.tell(call, { type: 'recording-ended', step, seconds: 0, failed: true });
    }
  }

  private async stopRecording(call: CallInFlow, { keep }: Effect<'stop-recording'>): Promise<void> {
    const { recording } = call;
    if (!recording) return;
    recording.keep = keep;
    try {
      await this.inTime(call.node.stopRecording(recording.name), 'stopping a recording');
    } catch (error) {
      // Nobody will tell its end: the caller shall not wait for it.
      this.around.logger.warn('a recording could not be stopped', { callId: call.callId, err: error });
      if (call.recording === recording) call.recording = undefined;
      if (!keep) return;
      this.tell(call, { type: 'recording-ended', step: recording.step, seconds: 0, failed: true });
    }
  }

  /** What the queue wants to know of the caller is stored before the caller joins it. */
  private async enqueue(call: CallInFlow, effect: Effect<'enqueue'>): Promise<void> {
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
      await this.inTime(call.node.enqueue(call.callId, order), 'enqueueing');
    } catch (error) {
      if (error instanceof CallGone) return;
      logger.warn('a caller could not be queued', { callId: call.callId, queue, err: error });
      call.record = { ...call.record, phase: 'menu' };
      this.tell(call, { type: 'queue-left', reason: 'unavailable' });
    }
  }

  private async transfer(call: CallInFlow, { step, to }: Effect<'transfer'>): Promise<void> {
    try {
      await this.inTime(call.node.transfer(call.callId, to, this.around.trunk), 'transferring');
    } catch (error) {
      if (error instanceof CallGone) return;
      this.around.logger.warn('a caller could not be transferred', { callId: call.callId, err: error });
      this.tell(call, { type: 'transfer-failed', step });
    }
  }

  /** Forgotten is: by the PBX for whatever it writes from now on, and in what we have stored (§5). */
  private async forgetCaller(call: CallInFlow, { step }: Effect<'forget-caller'>): Promise<FlowEvent> {
    const { journal, calls, logger } = this.around;
    try {
      const forgetting = Promise.all([
        call.node.forgetCaller(call.callId),
        calls.forgetNumber(call.callId),
        journal.stored(call.callId, PATIENCE.forgetting),
      ]);
      const [, , stored] = await withTimeout(forgetting, PATIENCE.forgetting, 'forgetting a caller');
      return { type: 'caller-forgotten', step, done: stored };
    } catch (error) {
      logger.error('a caller could not be forgotten', { callId: call.callId, err: error });
      return { type: 'caller-forgotten', step, done: false };
    }
  }

  private async rate(call: CallInFlow, { rating }: Effect<'store-rating'>): Promise<void> {
    const { agent, queue, asked } = call.record;
    await this.around.calls.rate({
      callId: call.callId,
      agent,
      queue,
      rating,
      matter: matterOf(asked),
      ratedAt: this.around.clock.now(),
    });
  }

  private answer(call: CallInFlow, work: Promise<FlowEvent>): void {
    work.then(
      (event) => this.tell(call, event),
      (error: unknown) =>
        this.around.logger.error('a step of a call failed', { callId: call.callId, err: error }),
    );
  }

  private inBackground(call: CallInFlow, what: string, work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (error instanceof CallGone) return;
      this.around.logger.warn(`could not ${what}`, { callId: call.callId, err: error });
    });
  }

  private inTime<T>(work: Promise<T>, what: string): Promise<T> {
    return withTimeout(work, PATIENCE.order, what);
  }
}
