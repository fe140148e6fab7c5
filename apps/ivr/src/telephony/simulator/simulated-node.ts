import {
  CallGone,
  OriginateRefused,
  type CallEvent,
  type LiveCall,
  type NodeState,
  type OriginateOrder,
  type TelephonyNode,
} from '../telephony.port';
import { checkOrder } from '../order-check';
import type { Scheduler } from '../scheduler';
import { SimulatedCall } from './simulated-call';
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
  /** Told when `onEvent`'s listener throws. */
  readonly onListenerError?: (error: unknown) => void;
}

type Fault = 'none' | 'link-lost' | 'wedged' | 'losing-events';

/** Milliseconds after which a wedged PBX is noticed, as in the Asterisk adapter. */
const NOTICE_WEDGE_MS = 5_000;

/** A PBX of scripted subscribers under the port's rules, on the scheduler's time. */
export class SimulatedNode implements TelephonyNode {
  private readonly calls = new Map<string, SimulatedCall>();
  private readonly incoming = new Map<string, SubscriberScript>();
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
    const script = (this.options.scriptOf ?? scriptOfNumber)(order.number);
    const call = this.newCall(order.callId);
    this.move(() => call.dial(script, order.ringSeconds));
  }

  async play(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    const call = this.reach(callId);
    if (!call.answered) throw new Error(`call ${callId} is not answered yet`);
    const lengthMs = media.reduce((sum, entry) => sum + this.options.playbackMs(entry), 0);
    this.move(() => call.play(playbackId, lengthMs));
  }

  async stopPlayback(playbackId: string): Promise<void> {
    this.move(() => [...this.calls.values()].some((call) => call.stopPlayback(playbackId)));
  }

  async answer(callId: string): Promise<void> {
    const call = this.reach(callId);
    const script = this.incoming.get(callId);
    if (script !== undefined) this.move(() => call.answer(script));
  }

  async hangUp(callId: string): Promise<void> {
    const call = this.calls.get(callId);
    if (call !== undefined) this.move(() => call.end());
  }

  async liveCalls(): Promise<readonly LiveCall[]> {
    if (this.current === 'down') throw new Error(`${this.name} is down`);
    return [...this.calls.values()].map(({ id, answered, startedAt }) => ({
      callId: id,
      answered,
      startedAt,
    }));
  }

  onEvent(listener: (event: CallEvent) => void): void {
    this.listener = listener;
  }

  /** A subscriber calls us. @returns the call's id. */
  receiveCall(from: string, to: string, script: SubscriberScript = scriptOfNumber(from)): string {
    const callId = `${this.name}-in-${(this.incomingCount += 1)}`;
    this.incoming.set(callId, script);
    this.newCall(callId);
    this.emit({ type: 'incoming', callId, from, to, at: this.options.scheduler.now() });
    return callId;
  }

  /** The link breaks. Calls go on unheard, or with `callsEnd` die with their PBX; their events are lost. */
  loseLink({ callsEnd }: { readonly callsEnd: boolean }): void {
    this.fault = 'link-lost';
    this.enter('down', 'connection lost');
    if (callsEnd) [...this.calls.values()].forEach((call) => call.end(0));
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
    const call = new SimulatedCall(
      callId,
      this.options.scheduler,
      (event) => this.move(() => this.emit(event)),
      () => {
        this.calls.delete(callId);
        this.incoming.delete(callId);
      },
    );
    this.calls.set(callId, call);
    return call;
  }

  private reach(callId: string): SimulatedCall {
    const call = this.calls.get(callId);
    if (this.current === 'down') throw new Error(`${this.name} is down`);
    if (call === undefined) throw new CallGone(callId);
    return call;
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
