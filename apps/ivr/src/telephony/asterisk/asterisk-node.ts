import {
  OriginateRefused,
  type CallEvent,
  type LiveCall,
  type NodeState,
  type OriginateOrder,
  type TelephonyNode,
} from '../telephony.port';
import { checkOrder } from '../order-check';
import type { Scheduler } from '../scheduler';
import type { AriCalls } from './ari/ari-calls';
import { decodeAriEvent, type AriEvent } from './ari/ari-event';
import { AriUnanswered } from './ari/ari-http';
import type { AriLink, AriLinkListener } from './ari/ari-link';
import { CallBook } from './call-book';
import { Canary, isCanary } from './canary';
import { HealthWatch } from './health-watch';
import { LinkKeeper, type KeptLink } from './link-keeper';
import type { HealthPolicy } from './node-health';
import type { TelephonyLog } from '../telephony-log';

export type NodeCalls = Pick<AriCalls, keyof AriCalls>;

export interface AsteriskNodeParts {
  readonly name: string;
  readonly calls: NodeCalls;
  readonly openLink: (listener: AriLinkListener) => Promise<AriLink>;
  readonly scheduler: Scheduler;
  /** 0..1, for back-off and to tell this process's canaries from another's. */
  readonly random: () => number;
  readonly log: TelephonyLog;
  readonly health: HealthPolicy;
  /** Milliseconds for a pong and for a canary. */
  readonly pingTimeoutMs: number;
  readonly canaryTimeoutMs: number;
}

/** One Asterisk as a telephony node: the Stasis application of its name, over a link that is kept open. */
export class AsteriskNode implements TelephonyNode {
  readonly name: string;
  private readonly calls: NodeCalls;
  private readonly log: TelephonyLog;
  private readonly book = new CallBook();
  private readonly keeper: LinkKeeper;
  private readonly watch: HealthWatch;
  private readonly canary: Canary;
  private link: AriLink | undefined;
  /** Grows with every leave: a link that was opening meanwhile is not taken. */
  private turn = 0;
  private listener: (event: CallEvent) => void = () => undefined;
  private current: NodeState = 'down';
  private readonly waitingForUp = new Set<() => void>();
  private readonly listings = new Set<Set<string>>();
  /** Orders that the PBX may or may not have taken. */
  private readonly uncertain = new Set<string>();
  /** Events that came before the list of living calls was read. */
  private early: AriEvent[] | undefined;

  constructor(private readonly parts: AsteriskNodeParts) {
    const { name, calls, scheduler, random, log } = parts;
    this.name = name;
    this.calls = calls;
    this.log = log;
    const canaryPrefix = `${name}-${Math.floor(random() * 1e9).toString(36)}`;
    this.canary = new Canary(calls, scheduler, canaryPrefix, parts.canaryTimeoutMs, (err) =>
      log.warn('a canary call could not be hung up', { node: name, err }),
    );
    this.watch = new HealthWatch({
      scheduler,
      policy: parts.health,
      ping: () => this.link?.ping(parts.pingTimeoutMs) ?? Promise.reject(new Error('no link')),
      canary: () => this.canary.fly(),
      liveCalls: () => this.book.size,
      onUp: (reason) => this.enter('up', reason),
      onSuspect: (reason) => this.enter('suspect', reason),
      onGiveUp: (reason) => this.keeper.renew(reason),
    });
    this.keeper = new LinkKeeper({
      open: (lost) => this.open(lost),
      scheduler,
      random,
      onFailed: (err, attempt, waitMs) =>
        log.warn('the PBX could not be reached', { node: name, attempt, waitMs, err }),
      onLost: (reason) => this.leave(reason),
    });
  }

  state(): NodeState {
    return this.current;
  }

  async connect(timeoutMs: number): Promise<void> {
    this.keeper.start();
    if (this.current === 'up') return;
    await new Promise<void>((resolve, reject) => {
      const cancel = this.parts.scheduler.after(timeoutMs, () => {
        this.waitingForUp.delete(reached);
        reject(new Error(`${this.name} was not reached within ${timeoutMs} ms; still trying`));
      });
      const reached = (): void => {
        cancel();
        resolve();
      };
      this.waitingForUp.add(reached);
    });
  }

  async disconnect(): Promise<void> {
    this.keeper.stop();
    this.leave('disconnected');
  }

  async originate(order: OriginateOrder): Promise<void> {
    checkOrder(order);
    if (isCanary(order.callId)) throw new OriginateRefused('refused', `${order.callId} is a canary's id`);
    if (this.current !== 'up') {
      throw new OriginateRefused('unreachable', `${this.name} is ${this.current}, nothing was sent`);
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
      if (reason === 'unreachable' || reason === 'unknown-state') this.watch.doubt();
      if (reason === 'unknown-state') this.uncertain.add(order.callId);
      throw error;
    }
  }

  async play(callId: string, playbackId: string, media: readonly string[]): Promise<void> {
    this.book.playbackAsked(callId, playbackId);
    await this.ask(() => this.calls.play(callId, playbackId, media));
  }

  async stopPlayback(playbackId: string): Promise<void> {
    this.book.playbackStopped(playbackId);
    await this.ask(() => this.calls.stopPlayback(playbackId));
  }

  async answer(callId: string): Promise<void> {
    await this.ask(() => this.calls.answer(callId));
  }

  async hangUp(callId: string): Promise<void> {
    this.book.hangUpAsked(callId);
    await this.ask(() => this.calls.hangUp(callId));
  }

  async liveCalls(): Promise<readonly LiveCall[]> {
    const endedMeanwhile = new Set<string>();
    this.listings.add(endedMeanwhile);
    const uncertain = [...this.uncertain];
    try {
      const live = await this.ask(() => this.calls.liveCalls());
      this.resolve(uncertain, live);
      return live.filter(({ callId }) => !isCanary(callId) && !endedMeanwhile.has(callId));
    } finally {
      this.listings.delete(endedMeanwhile);
    }
  }

  onEvent(listener: (event: CallEvent) => void): void {
    this.listener = listener;
  }

  /** The PBX said itself that it is going down; its calls go with it. */
  shuttingDown(reason: string): void {
    this.keeper.renew(reason);
  }

  /** A link, then only the events that we use, then what lives: in this order nothing is missed. */
  private async open(lost: (reason: string) => void): Promise<KeptLink> {
    this.early = [];
    const { turn } = this;
    let closed = false;
    const link = await this.parts.openLink({
      onEvent: (raw) => {
        if (!closed) this.receive(raw);
      },
      onBadEvent: (err) => this.log.error('an ARI event could not be used', { node: this.name, err }),
      onLost: lost,
    });
    const close = (): void => {
      closed = true;
      link.close();
    };
    try {
      await this.calls.filterEvents();
      const live = await this.calls.liveCalls();
      this.book.resynchronise(
        live.filter(({ callId }) => !isCanary(callId)),
        this.parts.scheduler.now(),
      );
      if (turn !== this.turn) throw new Error(`${this.name} was left while it connected`);
    } catch (error) {
      close();
      throw error;
    }
    const early = this.early ?? [];
    this.early = undefined;
    this.link = link;
    early.forEach((event) => this.handle(event));
    this.watch.begin();
    return { close };
  }

  private leave(reason: string): void {
    this.turn += 1;
    this.watch.end();
    this.link = undefined;
    this.enter('down', reason);
  }

  private receive(raw: unknown): void {
    const event = decodeAriEvent(raw, this.parts.scheduler.now());
    if (event === undefined) return;
    if (this.early !== undefined && event.type !== 'ApplicationReplaced') this.early.push(event);
    else this.handle(event);
  }

  private handle(event: AriEvent): void {
    this.watch.heard();
    if (event.type === 'ApplicationReplaced') {
      this.standBy();
      return;
    }
    if ('channel' in event && isCanary(event.channel.id)) {
      this.canary.take(event);
      return;
    }
    for (const told of this.book.translate(event)) this.pass(told);
  }

  /** Another process has connected to our application: it holds the node's lease now, and is not fought. */
  private standBy(): void {
    this.keeper.stop();
    this.leave('replaced by another process; standing by until connected again');
  }

  private pass(event: CallEvent): void {
    if (event.type === 'answered') {
      const extension = this.book.takeExtension(event.callId);
      if (extension !== undefined) {
        this.answerBehindExtension(event, extension);
        return;
      }
    }
    if (event.type === 'ended') for (const ended of this.listings) ended.add(event.callId);
    this.tell(event);
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

  /** What was not taken by now is forgotten; should it come late after all, its events tell of it. */
  private resolve(uncertain: readonly string[], live: readonly LiveCall[]): void {
    const ids = new Set(live.map(({ callId }) => callId));
    for (const callId of uncertain) {
      this.uncertain.delete(callId);
      if (!ids.has(callId)) this.book.forget(callId);
    }
  }

  private tell(event: CallEvent): void {
    try {
      this.listener(event);
    } catch (error) {
      this.log.error('a telephony listener failed', { node: this.name, event: event.type, err: error });
    }
  }

  private enter(state: NodeState, reason: string): void {
    if (state === this.current) return;
    this.current = state;
    this.log.info('telephony node state', { node: this.name, state, reason });
    this.tell({ type: 'node-state', state, reason, at: this.parts.scheduler.now() });
    if (state !== 'up') return;
    for (const reached of this.waitingForUp) reached();
    this.waitingForUp.clear();
  }

  private async ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      if (error instanceof AriUnanswered) this.watch.doubt();
      throw error;
    }
  }
}
