import {
  CallElsewhere,
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

type Fault = 'none' | 'link-lost' | 'wedged' | 'losing-events';

/** Milliseconds after which a wedged PBX is noticed, as in the Asterisk adapter. */
const NOTICE_WEDGE_MS = 5_000;

/** A PBX of scripted subscribers under the port's rules, on the scheduler's time. */
export class SimulatedNode implements TelephonyNode {
  private readonly calls = new Map<string, SimulatedCall>();
  private readonly callers = new Map<string, SimulatedCaller>();
  private listener: (event: CallEvent) => void = () => undefined;
  private current: NodeState = 'down';
  private fault: Fault = 'none';
  private wanted = false;
  /** What the wedged PBX holds back until it moves again. */
  private heldBack: (() => void)[] = [];
  private incomingCount = 0;

  constructor(private readonly options: SimulatedNodeOptions) {}

  get name(): string {
    return this.options.name;
  }

  state(): NodeState {
    return this.current;
  }

  async connect(_timeoutMs: number): Promise<void> {
    this.wanted = true;
    if (this.fault === 'link-lost') throw new Error(`${this.name} could not be reached`);
    this.enter('up', 'connected');
  }

  async disconnect(): Promise<void> {
    this.wanted = false;
    this.enter('down', 'disconnected');
  }

  async originate(order: OriginateOrder): Promise<void> {
    if (this.current !== 'up') throw new OriginateRefused('unreachable', `${this.name} is ${this.current}`);
    checkOrder(order);
    if (this.calls.has(order.callId)) {
      throw new OriginateRefused('already-live', `call ${order.callId} lives already`);
    }
    if (this.calls.size >= this.options.lines) {
      throw new OriginateRefused('refused', `all ${this.options.lines} lines are taken`);
    }
    const script = this.scriptOf(order.number);
    const call = this.newCall(order.callId);
    this.move(() => call.dial(script, order.ringSeconds));
  }

  async play(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    const call = this.inHand(callId);
    if (!call.answered) throw new Error(`call ${callId} is not answered yet`);
    this.move(() => call.playbacks.play(playbackId, this.lengthOf(media)));
  }

  async stopPlayback(playbackId: string): Promise<void> {
    this.move(() => [...this.calls.values()].some((call) => call.playbacks.stop(playbackId)));
  }

  async replacePlayback(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    const call = this.inHand(callId);
    this.move(() => {
      call.playbacks.silence();
      if (media.length > 0) call.playbacks.play(playbackId, this.lengthOf(media));
    });
  }

  async record(callId: string, name: string, limits: RecordingLimits): Promise<void> {
    checkRecording(name, limits);
    const call = this.inHand(callId);
    this.move(() => call.record(name, limits));
  }

  async stopRecording(name: string): Promise<void> {
    this.move(() => [...this.calls.values()].some((call) => call.recording.stop(name)));
  }

  async enqueue(callId: string, order: EnqueueOrder): Promise<void> {
    checkEnqueue(order);
    const caller = this.callerInHand(callId);
    this.move(() => caller.enqueue(order));
  }

  async transfer(callId: string, number: string, trunk: string): Promise<void> {
    checkTransfer(number, trunk);
    const caller = this.callerInHand(callId);
    this.move(() => caller.transfer(this.scriptOf(number)));
  }

  async forgetCaller(callId: string): Promise<void> {
    this.callerInHand(callId).from = '';
  }

  async keepAlive(callId: string, seconds: number): Promise<void> {
    checkKeepAlive(seconds);
    const caller = this.callerInHand(callId);
    this.move(() => caller.keepAlive(seconds));
  }

  async answer(callId: string): Promise<void> {
    const call = this.inHand(callId);
    const caller = this.callers.get(callId);
    if (caller !== undefined) this.move(() => call.answer(caller.script));
  }

  async hangUp(callId: string): Promise<void> {
    const call = this.calls.get(callId);
    if (call !== undefined) this.move(() => call.end());
  }

  async liveCalls(): Promise<readonly LiveCall[]> {
    if (this.current === 'down') throw new Error(`${this.name} is down`);
    return [...this.calls.values()].map(({ id, answered, startedAt, away }) => {
      const caller = this.callers.get(id);
      return {
        callId: id,
        answered,
        startedAt,
        direction: caller === undefined ? 'outbound' : 'inbound',
        from: caller?.from ?? '',
        to: caller?.to ?? '',
        inHand: !away,
      };
    });
  }

  onEvent(listener: (event: CallEvent) => void): void {
    this.listener = listener;
  }

  /** A subscriber calls us, an empty number withheld. @returns the call's id. */
  receiveCall(from: string, to: string, script: SubscriberScript = this.scriptOf(from)): string {
    const callId = `${this.name}-in-${(this.incomingCount += 1)}`;
    const caller = new SimulatedCaller(this.newCall(callId), from, to, script, {
      emit: (event) => this.move(() => this.emit(event)),
      queueFate: this.options.queueFate ?? nobodyServes,
      isServed: () => this.current !== 'down',
    });
    this.callers.set(callId, caller);
    this.move(() => caller.comeIn());
    return callId;
  }

  /** The caller presses a key now. @throws CallGone */
  press(callId: string, key: string): void {
    this.lookUp(callId).press(key);
  }

  /** The caller hangs up now, wherever the call is. */
  callerHangsUp(callId: string): void {
    this.calls.get(callId)?.hangUp();
  }

  /** A queue whose fate was `open` is done with the caller; one who is not in a queue stays where it is. */
  leaveQueue(callId: string, reason: QueueLeftReason, agent?: string): void {
    this.callers.get(callId)?.leaveQueue(reason, agent);
  }

  /** The link breaks. Calls go on unheard, or with `callsEnd` die with their PBX; their events are lost. */
  loseLink({ callsEnd }: { readonly callsEnd: boolean }): void {
    this.fault = 'link-lost';
    this.enter('down', 'connection lost');
    if (callsEnd) [...this.calls.values()].forEach((call) => call.hangUp());
  }

  /** Orders are taken and nothing moves; noticed after a while, as with a real PBX (T3.3). */
  wedge(): void {
    this.fault = 'wedged';
    this.options.scheduler.after(NOTICE_WEDGE_MS, () => {
      if (this.fault === 'wedged' && this.current === 'up') this.enter('suspect', 'calls do not move');
    });
  }

  /** Calls go on, but what happens to them is not told. */
  loseEvents(): void {
    this.fault = 'losing-events';
  }

  /** Ends any of the faults above; a wedged PBX does now what it was asked meanwhile. */
  recover(): void {
    this.fault = 'none';
    const heldBack = this.heldBack;
    this.heldBack = [];
    heldBack.forEach((step) => step());
    if (this.wanted) this.enter('up', 'recovered');
  }

  private newCall(callId: string): SimulatedCall {
    const { scheduler, recordingsFolder } = this.options;
    const call = new SimulatedCall(callId, {
      scheduler,
      emit: (event) => this.move(() => this.emit(event)),
      onEnded: () => {
        this.calls.delete(callId);
        this.callers.delete(callId);
      },
      keepRecording: (name, seconds) => {
        if (recordingsFolder !== undefined) laySilentRecording(recordingsFolder, name, seconds);
      },
    });
    this.calls.set(callId, call);
    return call;
  }

  private scriptOf(number: string): SubscriberScript {
    return (this.options.scriptOf ?? scriptOfNumber)(number);
  }

  private lengthOf(media: readonly string[]): number {
    return media.reduce((sum, entry) => sum + this.options.playbackMs(entry), 0);
  }

  private lookUp(callId: string): SimulatedCall {
    const call = this.calls.get(callId);
    if (this.current === 'down') throw new Error(`${this.name} is down`);
    if (call === undefined) throw new CallGone(callId);
    return call;
  }

  private inHand(callId: string): SimulatedCall {
    const call = this.lookUp(callId);
    if (call.away) throw new CallElsewhere(callId);
    return call;
  }

  private callerInHand(callId: string): SimulatedCaller {
    this.inHand(callId);
    const caller = this.callers.get(callId);
    if (caller === undefined) throw new Error(`${callId} is no incoming call`);
    return caller;
  }

  private move(step: () => void): void {
    if (this.fault === 'wedged') this.heldBack.push(step);
    else step();
  }

  private enter(state: NodeState, reason: string): void {
    if (this.current === state) return;
    this.current = state;
    this.tell({ type: 'node-state', state, reason, at: this.options.scheduler.now() });
  }

  private emit(event: CallEvent): void {
    if (this.current === 'down' || this.fault === 'losing-events') return;
    this.tell(event);
  }

  private tell(event: CallEvent): void {
    try {
      this.listener(event);
    } catch (error) {
      this.options.onListenerError?.(error);
    }
  }
}
