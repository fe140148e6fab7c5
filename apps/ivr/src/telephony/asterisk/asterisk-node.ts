import {
  OriginateRefused,
  type CallEvent,
  type EnqueueOrder,
  type LiveCall,
  type NodeState,
  type OriginateOrder,
  type RecordingLimits,
  type TelephonyNode,
} from '../telephony.port';
import { checkOrder } from '../order-check';
import type { TelephonyLog } from '../telephony-log';
import type { AriCalls } from './ari/ari-calls';
import { CallBook } from './call-book';
import { CallerOrders, type NodeCallers } from './caller-orders';
import { isCanary } from './canary';
import { LiveListing } from './live-listing';
import { NodeConnection, type CallAriEvent, type NodeConnectionParts } from './node-connection';

export type NodeCalls = Pick<AriCalls, keyof AriCalls>;

export type AsteriskNodeParts = Omit<NodeConnectionParts, 'canaryCalls'> & {
  readonly calls: NodeCalls;
  readonly callers: NodeCallers;
  /** For orders that wait until what plays is over; `callers` unless given. */
  readonly renewals?: Pick<NodeCallers, 'setVariables'>;
};

/** One Asterisk as a telephony node: the Stasis application of its name, over a link that is kept open. */
export class AsteriskNode implements TelephonyNode {
  readonly name: string;
  private readonly calls: NodeCalls;
  private readonly log: TelephonyLog;
  private readonly book = new CallBook();
  private readonly connection: NodeConnection;
  private readonly callerOrders: CallerOrders;
  private listener: (event: CallEvent) => void = () => undefined;
  private readonly listing = new LiveListing(this.book);

  constructor(private readonly parts: AsteriskNodeParts) {
    const { name, calls, log } = parts;
    this.name = name;
    this.calls = calls;
    this.log = log;
    this.connection = new NodeConnection(
      { ...parts, canaryCalls: calls },
      {
        catchUp: () => this.catchUp(),
        onEvent: (event) => this.handle(event),
        onState: (state, reason) =>
          this.tell({ type: 'node-state', state, reason, at: this.parts.scheduler.now() }),
        liveCalls: () => this.book.size,
      },
    );
    this.callerOrders = new CallerOrders(
      calls,
      parts.callers,
      this.book,
      (request) => this.connection.ask(request),
      (err) => log.warn('a recording could not be stopped', { node: name, err }),
      parts.renewals,
    );
  }

  state(): NodeState {
    return this.connection.state;
  }

  async connect(timeoutMs: number): Promise<void> {
    await this.connection.connect(timeoutMs);
  }

  async disconnect(): Promise<void> {
    this.connection.disconnect('disconnected');
  }

  async originate(order: OriginateOrder): Promise<void> {
    checkOrder(order);
    if (isCanary(order.callId)) throw new OriginateRefused('refused', `${order.callId} is a canary's id`);
    if (this.state() !== 'up') {
      throw new OriginateRefused('unreachable', `${this.name} is ${this.state()}, nothing was sent`);
    }
    if (this.book.knows(order.callId)) {
      throw new OriginateRefused('already-live', `call ${order.callId} lives already`);
    }
    this.book.expect(order.callId, order.extension);
    try {
      await this.calls.originate(order);
    } catch (error) {
      const reason = error instanceof OriginateRefused ? error.reason : 'unknown-state';
      if (reason === 'refused' || reason === 'unreachable') this.book.forget(order.callId);
      if (reason === 'unreachable' || reason === 'unknown-state') this.connection.doubt();
      if (reason === 'unknown-state') this.listing.doubt(order.callId);
      throw error;
    }
  }

  async play(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    const playbacks = this.book.find(callId)?.playbacks;
    playbacks?.asked(playbackId);
    try {
      await this.connection.ask(() => this.calls.play(callId, playbackId, media));
    } catch (error) {
      playbacks?.refused(playbackId);
      throw error;
    }
  }

  async stopPlayback(playbackId: string): Promise<void> {
    const ariId = this.book.playbackStopped(playbackId);
    await this.connection.ask(() => this.calls.stopPlayback(ariId));
  }

  async ring(callId: string): Promise<void> {
    await this.connection.ask(() => this.calls.ring(callId));
  }

  async answer(callId: string): Promise<void> {
    await this.connection.ask(() => this.calls.answer(callId));
  }

  async hangUp(callId: string): Promise<void> {
    this.book.hangUpAsked(callId);
    await this.connection.ask(() => this.calls.hangUp(callId));
  }

  async replacePlayback(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    await this.callerOrders.replacePlayback(callId, playbackId, media);
  }

  async record(callId: string, name: string, limits: RecordingLimits): Promise<void> {
    await this.callerOrders.record(callId, name, limits);
  }

  async stopRecording(name: string): Promise<void> {
    await this.callerOrders.stopRecording(name);
  }

  async enqueue(callId: string, order: EnqueueOrder): Promise<void> {
    await this.callerOrders.enqueue(callId, order);
  }

  async transfer(callId: string, number: string, trunk: string): Promise<void> {
    await this.callerOrders.transfer(callId, number, trunk);
  }

  async forgetCaller(callId: string): Promise<void> {
    await this.callerOrders.forgetCaller(callId);
  }

  async keepAlive(callId: string, seconds: number): Promise<void> {
    await this.callerOrders.keepAlive(callId, seconds);
  }

  async liveCalls(): Promise<readonly LiveCall[]> {
    return this.listing.read(() => this.connection.ask(() => this.calls.liveCalls()));
  }

  onEvent(listener: (event: CallEvent) => void): void {
    this.listener = listener;
  }

  /** The PBX said itself that it is going down; its calls go with it. */
  shuttingDown(reason: string): void {
    this.connection.renew(reason);
  }

  private async catchUp(): Promise<void> {
    await this.calls.filterEvents();
    const live = (await this.calls.liveCalls()).filter(({ callId }) => !isCanary(callId));
    const callers = live.filter(({ direction }) => direction === 'inbound').map(({ callId }) => callId);
    const gone = new Set(await this.parts.callers.watch(callers));
    this.book.resynchronise(
      live.filter(({ callId }) => !gone.has(callId)),
      this.parts.scheduler.now(),
    );
  }

  private handle(event: CallAriEvent): void {
    for (const told of this.book.translate(event)) this.pass(told);
    if (event.type === 'RecordingStarted') this.callerOrders.recordingStarted(event.callId, event.name);
  }

  private pass(event: CallEvent): void {
    if (event.type === 'answered') {
      const extension = this.book.takeExtension(event.callId);
      if (extension !== undefined) {
        this.answerBehindExtension(event, extension);
        return;
      }
    }
    if (event.type === 'ended') this.listing.ended(event.callId);
    this.tell(event);
    if (event.type === 'left') this.follow(event.callId);
  }

  /** A caller whom the dialplan took from us is not watched yet; its end is ours to tell all the same. */
  private follow(callId: string): void {
    if (this.book.find(callId)?.watched) return;
    this.connection
      .ask(() => this.parts.callers.watch([callId]))
      .then(
        (gone) => {
          if (gone.length === 0) this.book.watched([callId]);
          else for (const told of this.book.goneUnseen(callId, this.parts.scheduler.now())) this.pass(told);
        },
        (err: unknown) =>
          this.log.warn('a queued caller could not be followed', { node: this.name, callId, err }),
      );
  }

  /** What is played afterwards waits in the channel behind the digits. */
  private answerBehindExtension(event: Extract<CallEvent, { type: 'answered' }>, digits: string): void {
    this.calls.sendDigits(event.callId, digits).then(
      () => {
        if (this.book.knows(event.callId)) this.tell(event);
      },
      (error: unknown) => {
        this.log.warn('the extension could not be dialled', {
          node: this.name,
          callId: event.callId,
          err: error,
        });
        if (this.book.knows(event.callId)) this.tell(event);
      },
    );
  }

  private tell(event: CallEvent): void {
    try {
      this.listener(event);
    } catch (error) {
      this.log.error('a telephony listener failed', { node: this.name, event: event.type, err: error });
    }
  }
}
