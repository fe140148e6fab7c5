import type { FlowEffect, FlowEvent } from '@switchyard/domain';
import { type Clock, type Logger, withTimeout } from '@switchyard/platform';
import type { Scheduler } from '../../telephony/scheduler';
import { CallGone } from '../../telephony/telephony.port';
import { matterOf } from '../inbound-calls/inbound-call';
import type { InboundCalls } from '../inbound-calls/inbound-calls.port';
import type { AnswersAhead } from '../look-up/answers-ahead';
import type { FlowLookUps } from '../look-up/flow-look-ups';
import type { OpenWorkOrders } from '../open-work-orders/open-work-orders';
import type { CallInFlow } from './call-in-flow';
import { HandOnCaller, type HandOnSurroundings } from './hand-on-caller';
import { PlayPrompts, type PromptSurroundings } from './play-prompts';
import { RecordMessage, type RecordingSurroundings } from './record-message';

type Effect<Type extends FlowEffect['type']> = Extract<FlowEffect, { type: Type }>;

/** Milliseconds. */
const PATIENCE = { order: 5_000, forgetting: 4_000 } as const;

export interface EffectSurroundings extends PromptSurroundings, RecordingSurroundings, HandOnSurroundings {
  readonly lookUps: FlowLookUps;
  readonly answersAhead: AnswersAhead;
  readonly workOrders: OpenWorkOrders;
  readonly calls: Pick<InboundCalls, 'forgetNumber' | 'rate'>;
  readonly scheduler: Scheduler;
  readonly clock: Clock;
  readonly logger: Pick<Logger, 'warn' | 'error'>;
}

/** Does what a flow wants done, and tells the flow what came of it. Nothing here waits for ever, and nothing throws. */
export class EffectPerformer {
  private readonly prompts: PlayPrompts;
  private readonly messages: RecordMessage;
  private readonly handOn: HandOnCaller;

  constructor(
    private readonly around: EffectSurroundings,
    private readonly tell: (call: CallInFlow, event: FlowEvent) => void,
  ) {
    this.prompts = new PlayPrompts(around, tell);
    this.messages = new RecordMessage(around, tell);
    this.handOn = new HandOnCaller(around, tell);
  }

  /** The PBX has ended a recording. */
  recordingEnded(...ended: Parameters<RecordMessage['ended']>): void {
    this.messages.ended(...ended);
  }

  perform(call: CallInFlow, effects: readonly FlowEffect[]): void {
    // What is played next replaces what plays: one order for both (T1.1, key-ahead).
    const plays = effects.some(({ type }) => type === 'play');
    for (const effect of effects) {
      if (effect.type === 'stop-playback' && plays) continue;
      this.performOne(call, effect);
    }
  }

  private performOne(call: CallInFlow, effect: FlowEffect): void {
    const { lookUps, answersAhead } = this.around;
    switch (effect.type) {
      case 'find-caller':
        return this.answer(call, lookUps.findCaller(call.callId, effect.phone));
      case 'play':
        return this.inBackground(call, 'play', this.prompts.play(call, effect));
      case 'stop-playback':
        return this.inBackground(call, 'silence', this.prompts.silence(call));
      case 'start-timer':
        return this.startTimer(call, effect);
      case 'cancel-timer':
        return call.cancelTimer();
      case 'look-up':
        return this.answer(call, answersAhead.lookUp(call.callId, effect));
      case 'verify-password':
        return this.answer(call, lookUps.verifyPassword(call.callId, effect));
      case 'open-work-order':
        return this.answer(call, this.openWorkOrder(call, effect));
      case 'record':
        return this.inBackground(call, 'record', this.messages.begin(call, effect));
      case 'stop-recording':
        return this.inBackground(call, 'stop a recording', this.messages.stop(call, effect));
      case 'enqueue':
        return this.inBackground(call, 'enqueue', this.handOn.enqueue(call, effect));
      case 'transfer':
        return this.inBackground(call, 'transfer', this.handOn.transfer(call, effect));
      case 'forget-caller':
        return this.answer(call, this.forgetCaller(call, effect));
      case 'store-rating':
        return this.inBackground(call, 'store a rating', this.rate(call, effect));
      case 'hang-up':
        return this.inBackground(
          call,
          'hang up',
          withTimeout(call.node.hangUp(call.callId), PATIENCE.order, 'hanging up'),
        );
      case 'identified':
      case 'set-language':
      case 'note':
        return; // kept with the call's record
    }
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

  /** Forgotten is: by the PBX for whatever it writes from now on, and in what we have stored (§5). */
  private async forgetCaller(call: CallInFlow, { step }: Effect<'forget-caller'>): Promise<FlowEvent> {
    const { journal, calls, logger, answersAhead } = this.around;
    answersAhead.forget(call.callId);
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
}
