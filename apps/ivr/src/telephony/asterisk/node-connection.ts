import type { NodeState } from '../telephony.port';
import type { TelephonyLog } from '../telephony-log';
import type { Scheduler } from '../scheduler';
import { decodeAriEvent, type AriEvent } from './ari/ari-event';
import { AriUnanswered } from './ari/ari-http';
import type { AriLink, AriLinkListener } from './ari/ari-link';
import { Canary, isCanary, type CanaryCalls } from './canary';
import { HealthWatch } from './health-watch';
import { LinkKeeper, type KeptLink } from './link-keeper';
import type { HealthPolicy } from './node-health';

export interface NodeConnectionParts {
  readonly name: string;
  readonly canaryCalls: CanaryCalls;
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

/** What a connection serves. */
export interface NodeConnectionOwner {
  /** A link is open and its events are kept back: catch up with what lives on the node. */
  readonly catchUp: () => Promise<void>;
  readonly onEvent: (event: CallAriEvent) => void;
  readonly onState: (state: NodeState, reason: string) => void;
  readonly liveCalls: () => number;
}

export type CallAriEvent = Exclude<AriEvent, { type: 'ApplicationReplaced' }>;

/** The link to one node's Stasis application: kept open, its health watched, its events in the right order. */
export class NodeConnection {
  private readonly keeper: LinkKeeper;
  private readonly watch: HealthWatch;
  private readonly canary: Canary;
  private link: AriLink | undefined;
  /** Grows with every leave: a link that was opening meanwhile is not taken. */
  private turn = 0;
  private current: NodeState = 'down';
  private readonly waitingForUp = new Set<() => void>();
  /** Events that came before the list of living calls was read. */
  private early: AriEvent[] | undefined;

  constructor(
    private readonly parts: NodeConnectionParts,
    private readonly owner: NodeConnectionOwner,
  ) {
    const { name, canaryCalls, scheduler, random, log } = parts;
    const canaryPrefix = `${name}-${Math.floor(random() * 1e9).toString(36)}`;
    this.canary = new Canary(canaryCalls, scheduler, canaryPrefix, parts.canaryTimeoutMs, (err) =>
      log.warn('a canary call could not be hung up', { node: name, err }),
    );
    this.watch = new HealthWatch({
      scheduler,
      policy: parts.health,
      ping: () => this.link?.ping(parts.pingTimeoutMs) ?? Promise.reject(new Error('no link')),
      canary: () => this.canary.fly(),
      liveCalls: () => owner.liveCalls(),
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

  get state(): NodeState {
    return this.current;
  }

  /** Resolves when calls move; goes on trying when it rejects after `timeoutMs`. */
  async connect(timeoutMs: number): Promise<void> {
    this.keeper.start();
    if (this.current === 'up') return;
    await new Promise<void>((resolve, reject) => {
      const cancel = this.parts.scheduler.after(timeoutMs, () => {
        this.waitingForUp.delete(reached);
        reject(new Error(`${this.parts.name} was not reached within ${timeoutMs} ms; still trying`));
      });
      const reached = (): void => {
        cancel();
        resolve();
      };
      this.waitingForUp.add(reached);
    });
  }

  disconnect(reason: string): void {
    this.keeper.stop();
    this.leave(reason);
  }

  /** Gives the link up and opens the next one. */
  renew(reason: string): void {
    this.keeper.renew(reason);
  }

  /** Something did not happen in time; a canary decides. */
  doubt(): void {
    this.watch.doubt();
  }

  /** A request that is not answered makes the node doubtful. */
  async ask<T>(request: () => Promise<T>): Promise<T> {
    try {
      return await request();
    } catch (error) {
      if (error instanceof AriUnanswered) this.watch.doubt();
      throw error;
    }
  }

  /** A link, then what lives, then only the events that came meanwhile: in this order nothing is missed. */
  private async open(lost: (reason: string) => void): Promise<KeptLink> {
    this.early = [];
    const { turn } = this;
    let closed = false;
    const link = await this.parts.openLink({
      onEvent: (raw) => {
        if (!closed) this.receive(raw);
      },
      onBadEvent: (err) =>
        this.parts.log.error('an ARI event could not be used', { node: this.parts.name, err }),
      onLost: lost,
    });
    const close = (): void => {
      closed = true;
      link.close();
    };
    try {
      await this.owner.catchUp();
      if (turn !== this.turn) throw new Error(`${this.parts.name} was left while it connected`);
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
      // Another process has connected to our application: it holds the node's lease now, and is not fought.
      this.disconnect('replaced by another process; standing by until connected again');
      return;
    }
    if ('channel' in event && isCanary(event.channel.id)) this.canary.take(event);
    else this.owner.onEvent(event);
  }

  private enter(state: NodeState, reason: string): void {
    if (state === this.current) return;
    this.current = state;
    this.parts.log.info('telephony node state', { node: this.parts.name, state, reason });
    this.owner.onState(state, reason);
    if (state !== 'up') return;
    for (const reached of this.waitingForUp) reached();
    this.waitingForUp.clear();
  }
}
