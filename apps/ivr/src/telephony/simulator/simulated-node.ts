import {
  CallGone,
  OriginateRefused,
  type CallEvent,
  type EnqueueOrder,
  type LiveCall,
  type NodeState,
  type OriginateOrder,
  type QueueLeftReason,
  type RecordingLimits,
  type TelephonyNode,
} from '../telephony.port';
import { checkEnqueue, checkKeepAlive, checkRecording, checkTransfer } from '../caller-order-check';
import { checkOrder } from '../order-check';
import type { Scheduler } from '../scheduler';
import { nobodyServes, type QueueFateOf } from './queue-fate';
import { laySilentRecording } from './silent-recording';
import { SimulatedCall } from './simulated-call';
import { SimulatedCaller } from './simulated-caller';
import { SimulatedCalls } from './simulated-calls';
import { SimulatedLink } from './simulated-link';
import { scriptOfNumber, type SubscriberScript } from './subscriber-script';

export interface SimulatedNodeOptions {
  readonly name: string;
  /** Calls that may live at once, both directions. */
  readonly lines: number;
  readonly scheduler: Scheduler;
  /** Milliseconds that one media entry plays. */
  readonly playbackMs: (media: string) => number;
  /** Defaults to the lab's number table. */
  readonly scriptOf?: (number: string) => SubscriberScript;
  /** What becomes of callers in the queue. Default: nobody serves them. */
  readonly queueFate?: QueueFateOf;
  /** Where recordings are laid, silent ones. Default: nowhere. */
  readonly recordingsFolder?: string;
  /** Told when `onEvent`'s listener throws. */
  readonly onListenerError?: (error: unknown) => void;
}

/** A PBX of scripted subscribers under the port's rules, on the scheduler's time. */
export class SimulatedNode implements TelephonyNode {
  private readonly calls = new SimulatedCalls();
  private readonly link: SimulatedLink;
  private incomingCount = 0;

  constructor(private readonly options: SimulatedNodeOptions) {
    this.link = new SimulatedLink(options);
  }

  get name(): string {
    return this.options.name;
  }

  state(): NodeState {
    return this.link.state;
  }

  async connect(_timeoutMs: number): Promise<void> {
    this.link.connect();
  }

  async disconnect(): Promise<void> {
    this.link.disconnect();
  }

  async originate(order: OriginateOrder): Promise<void> {
    if (this.state() !== 'up') throw new OriginateRefused('unreachable', `${this.name} is ${this.state()}`);
    checkOrder(order);
    if (this.calls.call(order.callId) !== undefined) {
      throw new OriginateRefused('already-live', `call ${order.callId} lives already`);
    }
    if (this.calls.size >= this.options.lines) {
      throw new OriginateRefused('refused', `all ${this.options.lines} lines are taken`);
    }
    const script = this.scriptOf(order.number);
    const call = this.newCall(order.callId);
    this.link.move(() => call.dial(script, order.ringSeconds));
  }

  async play(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    const call = this.inHand(callId);
    if (!call.answered) throw new Error(`call ${callId} is not answered yet`);
    this.link.move(() => call.playbacks.play(playbackId, this.lengthOf(media)));
  }

  async stopPlayback(playbackId: string): Promise<void> {
    this.link.move(() => this.calls.all.some((call) => call.playbacks.stop(playbackId)));
  }

  async replacePlayback(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    const call = this.inHand(callId);
    this.link.move(() => {
      call.playbacks.silence();
      if (media.length > 0) call.playbacks.play(playbackId, this.lengthOf(media));
    });
  }

  async record(callId: string, name: string, limits: RecordingLimits): Promise<void> {
    checkRecording(name, limits);
    const call = this.inHand(callId);
    this.link.move(() => call.record(name, limits));
  }

  async stopRecording(name: string): Promise<void> {
    this.link.move(() => this.calls.all.some((call) => call.recording.stop(name)));
  }

  async enqueue(callId: string, order: EnqueueOrder): Promise<void> {
    checkEnqueue(order);
    const caller = this.callerInHand(callId);
    this.link.move(() => caller.enqueue(order));
  }

  async transfer(callId: string, number: string, trunk: string): Promise<void> {
    checkTransfer(number, trunk);
    const caller = this.callerInHand(callId);
    this.link.move(() => caller.transfer(this.scriptOf(number)));
  }

  async forgetCaller(callId: string): Promise<void> {
    this.callerInHand(callId).from = '';
  }

  async keepAlive(callId: string, seconds: number): Promise<void> {
    checkKeepAlive(seconds);
    const caller = this.callerInHand(callId);
    this.link.move(() => caller.keepAlive(seconds));
  }

  async ring(callId: string): Promise<void> {
    this.inHand(callId);
  }

  async answer(callId: string): Promise<void> {
    const call = this.inHand(callId);
    const caller = this.calls.caller(callId);
    if (caller !== undefined) this.link.move(() => call.answer(caller.script));
  }

  async hangUp(callId: string): Promise<void> {
    const call = this.calls.call(callId);
    if (call !== undefined) this.link.move(() => call.end());
  }

  async liveCalls(): Promise<readonly LiveCall[]> {
    if (this.state() === 'down') throw new Error(`${this.name} is down`);
    return this.calls.list();
  }

  onEvent(listener: (event: CallEvent) => void): void {
    this.link.listener = listener;
  }

  /** A subscriber calls us, an empty number withheld. @returns the call's id. */
  receiveCall(from: string, to: string, script: SubscriberScript = this.scriptOf(from)): string {
    const callId = `${this.name}-in-${(this.incomingCount += 1)}`;
    const caller = new SimulatedCaller(this.newCall(callId), from, to, script, {
      emit: (event) => this.link.emit(event),
      queueFate: this.options.queueFate ?? nobodyServes,
      isServed: () => this.state() !== 'down',
    });
    this.calls.addCaller(caller);
    this.link.move(() => caller.comeIn());
    return callId;
  }

  /** The caller presses a key now. @throws CallGone */
  press(callId: string, key: string): void {
    this.lookUp(callId).press(key);
  }

  /** The caller hangs up now, wherever the call is. */
  callerHangsUp(callId: string): void {
    this.calls.call(callId)?.hangUp();
  }

  /** A queue whose fate was `open` is done with the caller; one who is not in a queue stays where it is. */
  leaveQueue(callId: string, reason: QueueLeftReason, agent?: string): void {
    this.calls.caller(callId)?.leaveQueue(reason, agent);
  }

  /** The link breaks. Calls go on unheard, or with `callsEnd` die with their PBX; their events are lost. */
  loseLink({ callsEnd }: { readonly callsEnd: boolean }): void {
    this.link.lose();
    if (callsEnd) this.calls.all.forEach((call) => call.hangUp());
  }

  /** Orders are taken and nothing moves; noticed after a while, as with a real PBX (T3.3). */
  wedge(): void {
    this.link.wedge();
  }

  /** Calls go on, but what happens to them is not told. */
  loseEvents(): void {
    this.link.loseEvents();
  }

  /** Ends any of the faults above; a wedged PBX does now what it was asked meanwhile. */
  recover(): void {
    this.link.recover();
  }

  private newCall(callId: string): SimulatedCall {
    const { scheduler, recordingsFolder } = this.options;
    const call = new SimulatedCall(callId, {
      scheduler,
      emit: (event) => this.link.emit(event),
      onEnded: () => this.calls.remove(callId),
      keepRecording: (name, seconds) => {
        if (recordingsFolder !== undefined) laySilentRecording(recordingsFolder, name, seconds);
      },
    });
    this.calls.add(call);
    return call;
  }

  private scriptOf(number: string): SubscriberScript {
    return (this.options.scriptOf ?? scriptOfNumber)(number);
  }

  private lengthOf(media: readonly string[]): number {
    return media.reduce((sum, entry) => sum + this.options.playbackMs(entry), 0);
  }

  private lookUp(callId: string): SimulatedCall {
    const call = this.calls.call(callId);
    if (this.state() === 'down') throw new Error(`${this.name} is down`);
    if (call === undefined) throw new CallGone(callId);
    return call;
  }

  private inHand(callId: string): SimulatedCall {
    this.lookUp(callId);
    return this.calls.inHand(callId);
  }

  private callerInHand(callId: string): SimulatedCaller {
    this.lookUp(callId);
    return this.calls.callerInHand(callId);
  }
}
