import {
  advanceCall,
  type FlowEffect,
  type FlowEvent,
  type FlowFacts,
  type FlowState,
  type FlowStep,
  isOver,
  startCall,
} from '@switchyard/domain';
import type { Logger } from '@switchyard/platform';
import type { Scheduler } from '../../telephony/scheduler';
import { type CallEvent, CallGone, type TelephonyNode } from '../../telephony/telephony.port';
import type { CallFlowMetrics } from '../call-flow-metrics';
import type { CallJournal } from '../inbound-calls/call-journal';
import type { EndReason, InboundCall } from '../inbound-calls/inbound-call';
import { type CallRoute, deskOf, type WalkableFlow } from '../published-flows/flow-in-force';
import { type CallInFlow, stepOf } from './call-in-flow';
import { type EffectSurroundings, EffectPerformer } from './perform-effects';
import { mustSurvive, recordAfter } from './record-after';
import { withoutFlow } from './without-flow';

/** Milliseconds. A call that nobody keeps alive is queued by the PBX, so that nobody hears silence for ever. */
const KEEP_ALIVE = { every: 15_000, for: 45 } as const;
/** Milliseconds that a flow may still take after its caller has hung up. */
const AFTERWARDS = 30_000;

/** Entry of a flow for callers who were told a notice; where a flow has none its first is taken. */
const AFTER_NOTICE = 'after-notice';

export type LiveEvent = Exclude<CallEvent, { type: 'incoming' | 'node-state' }>;
export type LineEvent = Extract<CallEvent, { type: 'incoming'; entry: 'line' }>;
export type ReturnEvent = Extract<CallEvent, { type: 'incoming'; entry: 'queue-left' }>;

/** What is known of a caller who begins. */
export interface Arrival {
  readonly callId: string;
  /** Empty when withheld. */
  readonly from: string;
  readonly to: string;
  readonly at: number;
}

export interface RunnerParts extends EffectSurroundings {
  readonly journal: CallJournal;
  readonly metrics: CallFlowMetrics;
  readonly factsAt: (at: number) => Omit<FlowFacts, 'entry' | 'language' | 'from'>;
  readonly scheduler: Scheduler;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
  /** A call begins or ends to use a line. */
  readonly lines: { take(node: TelephonyNode, callId: string): void; free(callId: string): void };
}

/** Leads callers through their flows: the PBX's events in, the flow's effects out. */
export class CallRunner {
  private readonly calls = new Map<string, CallInFlow>();
  private readonly performer: EffectPerformer;

  constructor(private readonly parts: RunnerParts) {
    this.performer = new EffectPerformer(parts, (call, event) => this.advance(call, event));
  }

  has(callId: string): boolean {
    return this.calls.has(callId);
  }

  get all(): readonly CallInFlow[] {
    return [...this.calls.values()];
  }

  /** A caller is there: the flow begins, and the line is answered. */
  begin(node: TelephonyNode, arrival: Arrival, route: CallRoute): void {
    const call = this.open(node, arrival, route);
    this.inBackground(call, node.answer(call.callId));
  }

  /** A caller who was there before we were, answered and without a stored state: the flow begins anew. */
  beginAnew(node: TelephonyNode, arrival: Arrival, route: CallRoute): void {
    const call = this.open(node, arrival, route);
    this.grantTime(call);
    this.advance(call, { type: 'answered' });
  }

  /** A caller who has heard the notice of a missed call (T1.8): no greeting, and at once a human where that was the wish. */
  beginAfterNotice(node: TelephonyNode, arrival: Arrival, route: CallRoute, human: boolean): void {
    const call = this.open(node, arrival, { ...route, entry: AFTER_NOTICE });
    this.grantTime(call);
    if (human) this.advance(call, { type: 'key', key: '0' });
    this.advance(call, { type: 'answered' });
  }

  /** Back from the queue without a stored state: the flow goes on from there as it is. */
  beginAfterQueue(node: TelephonyNode, event: ReturnEvent, route: CallRoute): void {
    const call = this.open(node, event, route);
    this.comeBack(call, event);
  }

  /** Goes on with a call that another process had, from what that had stored. */
  resume(node: TelephonyNode, record: InboundCall, state: FlowState, version: WalkableFlow): CallInFlow {
    const call = this.follow(node, record, state, version);
    if (state.waits === 'queue') return call;
    this.keepAliveAtOnce(call);
    this.advance(call, { type: 'resume' });
    return call;
  }

  /** A caller who hung up while nobody of us looked, over a message or a work order: that is brought to its end. */
  finishGone(
    node: TelephonyNode,
    record: InboundCall,
    state: FlowState,
    version: WalkableFlow,
    at: Date,
  ): void {
    const call = this.follow(node, record, state, version);
    if (state.waits === 'work-order') this.advance(call, { type: 'resume' });
    if (state.waits !== 'recording') return this.channelEnded(call, at, 'unseen');
    const { messages } = this.parts;
    const name = messages.nameOf(call.callId, state.recordings);
    call.recording = { step: state.step, name, keep: true };
    this.channelEnded(call, at, 'unseen');
    const tell = (seconds: number) => this.recordingEnded(call, { name, seconds, failed: seconds === 0 });
    messages.lengthOf(name).then(tell, () => tell(0));
  }

  /** A caller whom the queue let go, with the state that was stored or is in memory. */
  comeBack(call: CallInFlow, event: ReturnEvent): void {
    this.moved(call, true);
    call.returnedFor = event.reason;
    const { agent = null, reason } = event;
    call.record = {
      ...call.record,
      agent: agent ?? call.record.agent,
      phase: reason === 'served' ? 'after-agent' : 'menu',
    };
    this.keepAlive(call);
  }

  /** Takes a call whose state waits in the queue into memory again. */
  recall(node: TelephonyNode, record: InboundCall, state: FlowState, version: WalkableFlow): CallInFlow {
    return this.follow(node, record, state, version);
  }

  /** True when the event was one of our calls'. */
  handle(event: LiveEvent): boolean {
    const call = this.calls.get(event.callId);
    if (!call) return false;
    switch (event.type) {
      case 'ringing':
        return true;
      case 'answered':
        call.askedAt = performance.now();
        this.answered(call);
        return true;
      case 'key':
        call.askedAt = performance.now();
        this.advance(call, { type: 'key', key: event.key });
        return true;
      case 'playback-started':
        this.playbackStarted(call, event.playbackId);
        return true;
      case 'playback-ended': {
        const step = stepOf(call.callId, event.playbackId);
        if (step !== undefined)
          this.advance(call, { type: 'playback-ended', step, completed: event.completed });
        return true;
      }
      case 'recording-ended':
        this.recordingEnded(call, event);
        return true;
      case 'left':
        this.left(call, event.why);
        return true;
      case 'ended':
        this.channelEnded(call, new Date(event.at));
        return true;
    }
  }

  /** Its channel is gone, and nobody told us. */
  endedUnseen(call: CallInFlow, at: Date): void {
    this.channelEnded(call, at, 'unseen');
  }

  /** The PBX has the call in the queue, or gave it back, and nobody told us. */
  noteWhereabouts(call: CallInFlow, inHand: boolean): void {
    if (call.inHand === inHand || call.ended) return;
    if (!inHand) return this.left(call, 'timed-out');
    this.moved(call, true);
    call.record = { ...call.record, phase: 'menu' };
    this.keepAliveAtOnce(call);
    this.advance(call, { type: 'queue-left', reason: 'timeout' });
  }

  /** The process ends: the caller is led to the queue, and comes back to whoever has the node then. */
  async leadToQueue(call: CallInFlow): Promise<void> {
    const order = withoutFlow(call.record.language);
    call.record = { ...call.record, queue: order.queue, recording: null, phase: 'queue' };
    this.parts.journal.note(call.record);
    await call.node.enqueue(call.callId, order);
  }

  /** Forgets a call that belongs to another process now; the PBX and the database have it. */
  drop(call: CallInFlow): void {
    call.cancelTimer();
    call.cancelKeepAlive();
    this.calls.delete(call.callId);
    this.parts.lines.free(call.callId);
  }

  private open(node: TelephonyNode, { callId, from, to, at }: Arrival, route: CallRoute): CallInFlow {
    const facts: FlowFacts = {
      ...this.parts.factsAt(at),
      ...(route.entry === undefined ? {} : { entry: route.entry }),
      ...(route.language === undefined ? {} : { language: route.language }),
      ...(from === '' ? {} : { from }),
    };
    const step = startCall(route.version.flow, facts);
    const call = this.follow(
      node,
      newRecord({ node, callId, from, to, at, route, step }),
      step.state,
      route.version,
    );
    this.parts.journal.note(call.record);
    this.keepAlive(call);
    this.perform(call, step.effects);
    return call;
  }

  private follow(
    node: TelephonyNode,
    record: InboundCall,
    state: FlowState,
    version: WalkableFlow,
  ): CallInFlow {
    const { callId } = record;
    const call: CallInFlow = {
      callId,
      node,
      version,
      state,
      record,
      inHand: state.waits !== 'queue',
      movedAt: this.parts.scheduler.now(),
      cancelTimer: () => undefined,
      cancelKeepAlive: () => undefined,
    };
    this.calls.set(callId, call);
    this.parts.lines.take(node, callId);
    return call;
  }

  private answered(call: CallInFlow): void {
    const reason = call.returnedFor;
    call.returnedFor = undefined;
    this.advance(call, reason === undefined ? { type: 'answered' } : { type: 'queue-left', reason });
  }

  private left(call: CallInFlow, why: Extract<CallEvent, { type: 'left' }>['why']): void {
    this.moved(call, false);
    call.cancelKeepAlive();
    const { step } = call.state;
    if (why === 'transferred') return this.advance(call, { type: 'transferred', step });
    if (why === 'timed-out') {
      this.parts.logger.warn('a caller was queued by the pbx', { callId: call.callId });
      call.record = { ...call.record, queue: 'general', phase: 'queue' };
    }
    this.advance(call, { type: 'queue-entered' });
  }

  private moved(call: CallInFlow, inHand: boolean): void {
    call.inHand = inHand;
    call.movedAt = this.parts.scheduler.now();
  }

  private playbackStarted(call: CallInFlow, playbackId: string): void {
    if (call.askedAt === undefined || stepOf(call.callId, playbackId) !== call.playing) return;
    this.parts.metrics.heardAfter(performance.now() - call.askedAt);
    call.askedAt = undefined;
  }

  private recordingEnded(
    call: CallInFlow,
    event: Pick<Extract<CallEvent, { type: 'recording-ended' }>, 'name' | 'seconds' | 'failed'>,
  ): void {
    const { recording } = call;
    const { messages, logger } = this.parts;
    if (recording?.name !== event.name) return void messages.discard(event.name);
    call.recording = undefined;
    const { step, name, keep } = recording;
    const { seconds } = event;
    const kept = keep && !event.failed ? messages.keep(name) : messages.discard(name).then(() => false);
    kept.then(
      (done) => keep && this.advance(call, { type: 'recording-ended', step, seconds, failed: !done }),
      (error: unknown) => logger.error('a recording was not taken over', { callId: call.callId, err: error }),
    );
  }

  /** One call's trouble must not stop the others (T3.4): it is led to a human. */
  private advance(call: CallInFlow, event: FlowEvent): void {
    if (this.calls.get(call.callId) !== call) return;
    try {
      const { state, effects } = advanceCall(call.version.flow, call.state, event);
      call.state = state;
      this.note(call, effects);
      this.perform(call, effects);
      if (isOver(state)) this.over(call);
    } catch (error) {
      const { node, waits } = call.state;
      this.parts.logger.error('a call flow failed', {
        callId: call.callId,
        at: node,
        waits,
        on: event.type,
        err: error,
      });
      this.rescue(call);
    }
  }

  private note(call: CallInFlow, effects: readonly FlowEffect[]): void {
    const before = call.record;
    call.record = recordAfter(before, call.state, effects, this.parts.scheduler.now());
    if (mustSurvive(before, call.record)) this.parts.journal.note(call.record);
  }

  private perform(call: CallInFlow, effects: readonly FlowEffect[]): void {
    this.performer.perform(call, effects);
  }

  /** The queue has the caller from now on; what comes back from there begins anew. */
  private rescue(call: CallInFlow): void {
    const { node, callId, ended } = call;
    if (ended) return this.finish(call, ended.reason);
    this.drop(call);
    call.record = { ...call.record, flowState: null };
    this.leadToQueue(call)
      .catch(() => node.hangUp(callId))
      .catch((error: unknown) => this.parts.logger.error('a call is left to itself', { callId, err: error }));
  }

  /** The flow may want to finish something: a message that is being recorded becomes a work order. */
  private channelEnded(call: CallInFlow, at: Date, reason?: EndReason): void {
    if (call.ended) return;
    call.ended = { at, reason: reason ?? reasonOf(call) };
    call.inHand = false;
    call.cancelKeepAlive();
    this.advance(call, { type: 'hang-up' });
    if (this.calls.get(call.callId) === call) {
      const finish = () => this.finish(call, call.ended?.reason ?? 'unseen');
      call.cancelKeepAlive = this.parts.scheduler.after(AFTERWARDS, finish);
    }
  }

  private over(call: CallInFlow): void {
    if (!call.ended) this.inBackground(call, call.node.hangUp(call.callId));
    this.finish(call, call.ended?.reason ?? 'completed');
  }

  private finish(call: CallInFlow, endReason: EndReason): void {
    if (this.calls.get(call.callId) !== call) return;
    this.drop(call);
    const endedAt = call.ended?.at ?? new Date(this.parts.scheduler.now());
    call.record = { ...call.record, phase: 'ended', endedAt, endReason, flowState: null };
    this.parts.journal.note(call.record);
    this.parts.metrics.ended(endReason);
  }

  private keepAlive(call: CallInFlow): void {
    call.cancelKeepAlive();
    call.cancelKeepAlive = this.parts.scheduler.after(KEEP_ALIVE.every, () => {
      this.keepAlive(call);
      this.grantTime(call);
    });
  }

  /** What the process before us had granted may be almost over. */
  private keepAliveAtOnce(call: CallInFlow): void {
    this.keepAlive(call);
    this.grantTime(call);
  }

  private grantTime(call: CallInFlow): void {
    // While it records the PBX takes no orders; time for that was granted before.
    if (call.recording || call.granting) return;
    call.granting = true;
    const granted = call.node.keepAlive(call.callId, KEEP_ALIVE.for).finally(() => {
      call.granting = false;
    });
    this.inBackground(call, granted);
  }

  private inBackground(call: CallInFlow, work: Promise<void>): void {
    work.catch((error: unknown) => {
      // Its end is told by an event of its own.
      if (error instanceof CallGone) return;
      this.parts.logger.warn('an order to the pbx failed', { callId: call.callId, err: error });
    });
  }
}

interface Beginning extends Arrival {
  readonly node: TelephonyNode;
  readonly route: CallRoute;
  readonly step: FlowStep;
}

function newRecord({ node, callId, from, to, at, route, step }: Beginning): InboundCall {
  const blank: InboundCall = {
    callId,
    node: node.name,
    fromNumber: from === '' ? null : from,
    dialled: to,
    desk: deskOf(route),
    language: step.state.language,
    startedAt: new Date(at),
    endedAt: null,
    accountNo: null,
    identifiedBy: null,
    valueTier: null,
    listFlag: null,
    important: null,
    queue: null,
    recording: null,
    agent: null,
    asked: [],
    flowVersionId: route.version.versionId,
    flowState: null,
    phase: 'menu',
    selfServiceCompleted: false,
    orders: 0,
    anonymous: false,
    endReason: null,
  };
  return recordAfter(blank, step.state, step.effects, at);
}

function reasonOf({ state }: CallInFlow): EndReason {
  if (state.waits === 'hang-up') return 'completed';
  return state.waits === 'transfer' ? 'transferred' : 'caller-hung-up';
}
