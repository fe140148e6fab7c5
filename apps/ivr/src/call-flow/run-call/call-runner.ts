import type { FlowState } from '@switchyard/domain';
import type { TelephonyNode } from '../../telephony/telephony.port';
import type { InboundCall } from '../inbound-calls/inbound-call';
import type { CallRoute, WalkableFlow } from '../published-flows/flow-in-force';
import type { CallInFlow } from './call-in-flow';
import { HearEvents } from './hear-events';
import type { Arrival, LiveEvent, ReturnEvent, RunnerParts } from './runner-parts';
import { CallWalker } from './walk-calls';

/** Entry of a flow for callers who were told a notice; where a flow has none its first is taken. */
const AFTER_NOTICE = 'after-notice';

/** Leads callers through their flows: how each call gets into our hands, and what happens on it from then on. */
export class CallRunner {
  private readonly walker: CallWalker;
  private readonly ears: HearEvents;

  constructor(private readonly parts: RunnerParts) {
    this.walker = new CallWalker(parts);
    this.ears = new HearEvents(this.walker, parts.metrics, parts.logger);
  }

  has(callId: string): boolean {
    return this.walker.find(callId) !== undefined;
  }

  get all(): readonly CallInFlow[] {
    return this.walker.all;
  }

  /** A caller is there: the flow begins, and the line is answered. */
  begin(node: TelephonyNode, arrival: Arrival, route: CallRoute): void {
    this.walker.answer(this.walker.open(node, arrival, route));
  }

  /** A caller who was there before we were, answered and without a stored state: the flow begins anew. */
  beginAnew(node: TelephonyNode, arrival: Arrival, route: CallRoute): void {
    const call = this.walker.open(node, arrival, route);
    this.walker.time.grant(call);
    this.walker.advance(call, { type: 'answered' });
  }

  /** A caller who has heard the notice of a missed call (T1.8): no greeting, and at once a human where that was the wish. */
  beginAfterNotice(node: TelephonyNode, arrival: Arrival, route: CallRoute, human: boolean): void {
    const call = this.walker.open(node, arrival, { ...route, entry: AFTER_NOTICE });
    this.walker.time.grant(call);
    if (human) this.walker.advance(call, { type: 'key', key: '0' });
    this.walker.advance(call, { type: 'answered' });
  }

  /** Back from the queue without a stored state: the flow goes on from there as it is. */
  beginAfterQueue(node: TelephonyNode, event: ReturnEvent, route: CallRoute): void {
    this.comeBack(this.walker.open(node, event, route), event);
  }

  /** Goes on with a call that another process had, from what that had stored; `answered`: whether its line is up now. */
  resume(
    node: TelephonyNode,
    record: InboundCall,
    state: FlowState,
    version: WalkableFlow,
    answered: boolean,
  ): CallInFlow {
    const call = this.walker.follow(node, record, state, version);
    if (state.waits === 'queue') return call;
    this.walker.time.keepAtOnce(call);
    this.walker.advance(call, { type: 'resume' });
    // So is stored who hears the first words; an answer that came before us nobody tells.
    if (state.waits !== 'answer') return call;
    if (answered) this.walker.advance(call, { type: 'answered' });
    else this.walker.answer(call);
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
    const call = this.walker.follow(node, record, state, version);
    if (state.waits === 'work-order') this.walker.advance(call, { type: 'resume' });
    if (state.waits !== 'recording') return this.walker.channelEnded(call, at, 'unseen');
    const { messages } = this.parts;
    const name = messages.nameOf(call.callId, state.recordings);
    call.recording = { step: state.step, name, keep: true };
    this.walker.channelEnded(call, at, 'unseen');
    const tell = (seconds: number) =>
      this.walker.recordingEnded(call, { name, seconds, failed: seconds === 0 });
    messages.lengthOf(name).then(tell, () => tell(0));
  }

  /** A caller whom the queue let go, with the state that was stored or is in memory. */
  comeBack(call: CallInFlow, event: ReturnEvent): void {
    this.walker.moved(call, true);
    call.returnedFor = event.reason;
    const { agent = null, reason } = event;
    call.record = {
      ...call.record,
      agent: agent ?? call.record.agent,
      phase: reason === 'served' ? 'after-agent' : 'menu',
    };
    this.walker.time.keep(call);
  }

  /** Takes a call whose state waits in the queue into memory again. */
  recall(node: TelephonyNode, record: InboundCall, state: FlowState, version: WalkableFlow): CallInFlow {
    return this.walker.follow(node, record, state, version);
  }

  /** True when the event was one of our calls'. */
  handle(event: LiveEvent): boolean {
    const call = this.walker.find(event.callId);
    if (!call) return false;
    this.ears.hear(call, event);
    return true;
  }

  /** Its channel is gone, and nobody told us. */
  endedUnseen(call: CallInFlow, at: Date): void {
    this.walker.channelEnded(call, at, 'unseen');
  }

  /** The PBX has the call in the queue, or gave it back, and nobody told us. */
  noteWhereabouts(call: CallInFlow, inHand: boolean): void {
    if (call.inHand === inHand || call.ended) return;
    if (!inHand) return this.ears.left(call, 'timed-out');
    this.walker.moved(call, true);
    call.record = { ...call.record, phase: 'menu' };
    this.walker.time.keepAtOnce(call);
    this.walker.advance(call, { type: 'queue-left', reason: 'timeout' });
  }

  /** The process ends: the caller is led to the queue, and comes back to whoever has the node then. */
  async leadToQueue(call: CallInFlow): Promise<void> {
    await this.walker.leadToQueue(call);
  }

  /** Forgets a call that belongs to another process now; the PBX and the database have it. */
  drop(call: CallInFlow): void {
    this.walker.drop(call);
  }
}
