import {
  advanceCall,
  type FlowEffect,
  type FlowEvent,
  type FlowFacts,
  type FlowState,
  isOver,
  startCall,
} from '@switchyard/domain';
import { CallGone, type TelephonyNode } from '../../telephony/telephony.port';
import type { EndReason, InboundCall } from '../inbound-calls/inbound-call';
import type { CallRoute, WalkableFlow } from '../published-flows/flow-in-force';
import type { CallInFlow } from './call-in-flow';
import { newRecord, reasonOf } from './call-record';
import { CallTime } from './call-time';
import { EffectPerformer } from './perform-effects';
import { mustSurvive, recordAfter } from './record-after';
import type { Arrival, RunnerParts } from './runner-parts';
import { withoutFlow } from './without-flow';

/** Milliseconds that a flow may still take after its caller has hung up. */
const AFTERWARDS = 30_000;

/** The calls that this process leads through flows: each event one step, its effects performed, what came of it noted. */
export class CallWalker {
  readonly time: CallTime;
  private readonly calls = new Map<string, CallInFlow>();
  private readonly performer: EffectPerformer;

  constructor(private readonly parts: RunnerParts) {
    this.performer = new EffectPerformer(parts, (call, event) => this.advance(call, event));
    this.time = new CallTime(parts.scheduler, (call, error) => this.orderFailed(call, error));
  }

  find(callId: string): CallInFlow | undefined {
    return this.calls.get(callId);
  }

  get all(): readonly CallInFlow[] {
    return [...this.calls.values()];
  }

  /** A call whose flow begins. */
  open(node: TelephonyNode, { callId, from, to, at }: Arrival, route: CallRoute): CallInFlow {
    const facts: FlowFacts = {
      ...this.parts.factsAt(at),
      ...(route.entry === undefined ? {} : { entry: route.entry }),
      ...(route.language === undefined ? {} : { language: route.language }),
      ...(from === '' ? {} : { from }),
    };
    const step = startCall(route.version.flow, facts);
    const record = newRecord({ node, callId, from, to, at, route, step });
    const call = this.follow(node, record, step.state, route.version);
    this.parts.journal.note(call.record);
    this.time.keep(call);
    this.performer.perform(call, step.effects);
    return call;
  }

  /** A call whose flow has begun before, in this process or another. */
  follow(node: TelephonyNode, record: InboundCall, state: FlowState, version: WalkableFlow): CallInFlow {
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

  /** One call's trouble must not stop the others (T3.4): it is led to a human. */
  advance(call: CallInFlow, event: FlowEvent): void {
    if (this.calls.get(call.callId) !== call) return;
    try {
      const { state, effects } = advanceCall(call.version.flow, call.state, event);
      call.state = state;
      this.note(call, effects);
      this.performer.perform(call, effects);
      if (isOver(state)) this.over(call);
      else if (call.inHand) this.parts.answersAhead.prepare(call.callId, call.version.flow, state);
    } catch (error) {
      const { node, waits } = call.state;
      const { callId } = call;
      this.parts.logger.error('a call flow failed', { callId, at: node, waits, on: event.type, err: error });
      this.rescue(call);
    }
  }

  recordingEnded(...ended: Parameters<EffectPerformer['recordingEnded']>): void {
    this.performer.recordingEnded(...ended);
  }

  /** The PBX takes our orders for the call from now on, or does not. */
  moved(call: CallInFlow, inHand: boolean): void {
    call.inHand = inHand;
    call.movedAt = this.parts.scheduler.now();
  }

  /** The flow may want to finish something: a message that is being recorded becomes a work order. */
  channelEnded(call: CallInFlow, at: Date, reason?: EndReason): void {
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

  async leadToQueue(call: CallInFlow): Promise<void> {
    const order = withoutFlow(call.record.language);
    call.record = { ...call.record, queue: order.queue, recording: null, phase: 'queue' };
    this.parts.journal.note(call.record);
    await call.node.enqueue(call.callId, order);
  }

  /** Forgets a call that belongs to another process now, or is over. */
  drop(call: CallInFlow): void {
    call.cancelTimer();
    call.cancelKeepAlive();
    this.calls.delete(call.callId);
    this.parts.answersAhead.forget(call.callId);
    this.parts.lines.free(call.callId);
  }

  /** The flow goes on when the line is told to be up; where it cannot be answered the queue answers it. */
  answer(call: CallInFlow): void {
    call.node.answer(call.callId).catch((error: unknown) => {
      if (error instanceof CallGone) return;
      this.orderFailed(call, error);
      if (this.calls.get(call.callId) === call && call.state.waits === 'answer') this.rescue(call);
    });
  }

  /** An order that nobody waits for; the end of a call is told by an event of its own. */
  private inBackground(call: CallInFlow, work: Promise<void>): void {
    work.catch((error: unknown) => {
      if (!(error instanceof CallGone)) this.orderFailed(call, error);
    });
  }

  private orderFailed({ callId }: CallInFlow, error: unknown): void {
    this.parts.logger.warn('an order to the pbx failed', { callId, err: error });
  }

  private note(call: CallInFlow, effects: readonly FlowEffect[]): void {
    const before = call.record;
    call.record = recordAfter(before, call.state, effects, this.parts.scheduler.now());
    if (mustSurvive(before, call.record)) this.parts.journal.note(call.record);
  }

  /** The queue has the caller from now on; what comes back from there begins anew. */
  private rescue(call: CallInFlow): void {
    const { callId, ended } = call;
    if (ended) return this.finish(call, ended.reason);
    this.drop(call);
    call.record = { ...call.record, flowState: null };
    // It may have been carried out all the same; if not, the PBX queues whom nobody keeps alive. No hang-up: it would
    // reach a caller who waits in the queue by now.
    this.leadToQueue(call).catch((error: unknown) =>
      this.parts.logger.error('a caller is left to the pbx', { callId, err: error }),
    );
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
}
