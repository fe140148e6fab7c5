import { type Logger, withTimeout } from '@switchyard/platform';
import { Callers, type LinesOfCallers, type ToldCaller } from '../../dialer/returned-call/callers.port';
import type { Scheduler } from '../../telephony/scheduler';
import { CallGone, type TelephonyNode } from '../../telephony/telephony.port';
import type { CallJournal } from '../inbound-calls/call-journal';
import type { InboundCalls } from '../inbound-calls/inbound-calls.port';
import type { PublishedFlows } from '../published-flows/published-flows';
import type { CallRunner } from '../run-call/call-runner';
import type { LineEvent, LiveEvent, ReturnEvent } from '../run-call/runner-parts';
import { withoutFlow } from '../run-call/without-flow';
import { BeginInTurn } from './begin-in-turn';
import { CompareCallers } from './compare-callers';
import type { ResumeCalls } from './resume-calls';
import { WelcomeCallers } from './welcome-callers';

/** Milliseconds. */
const PATIENCE = { leaving: 3_000, storing: 2_000 } as const;
const POLL = 50;
/** A caller who hears something, or is out of our hands, has been begun. */
const BEGUN: readonly LiveEvent['type'][] = ['playback-started', 'left', 'ended'];

export interface ServeCallersParts {
  readonly runner: CallRunner;
  readonly resumeCalls: ResumeCalls;
  readonly flows: PublishedFlows;
  readonly calls: InboundCalls;
  readonly journal: CallJournal;
  readonly lines: LineBook;
  readonly scheduler: Scheduler;
  readonly logger: Pick<Logger, 'info' | 'warn' | 'error'>;
}

interface Arriving {
  readonly node: TelephonyNode;
  readonly events: LiveEvent[];
}

/** Lines are counted by the dialer, which comes to be after us. */
export class LineBook implements LinesOfCallers {
  private lines: LinesOfCallers | undefined;

  use(lines: LinesOfCallers): void {
    this.lines = lines;
  }

  take(node: TelephonyNode, callId: string): void {
    this.lines?.take(node, callId);
  }

  free(callId: string): void {
    this.lines?.free(callId);
  }
}

/** Takes callers in, hands what happens on their calls to the runner, and gives them over when the process ends. */
export class ServeCallers extends Callers {
  /** Calls whose beginning is being decided, with what happened on them meanwhile. */
  private readonly arriving = new Map<string, Arriving>();
  private readonly turn: BeginInTurn;
  private readonly compare: CompareCallers;
  private readonly welcome: WelcomeCallers;
  /** The process ends: nobody begins in the menus any more. */
  private leaving = false;

  constructor(private readonly parts: ServeCallersParts) {
    super();
    const { resumeCalls, scheduler, logger } = parts;
    this.turn = new BeginInTurn(scheduler);
    this.welcome = new WelcomeCallers(parts);
    this.compare = new CompareCallers(resumeCalls, (callId) => this.arriving.has(callId), scheduler, logger);
  }

  /** Callers who are not answered yet because too many came at once. */
  get waitingToBegin(): number {
    return this.turn.waitingNow;
  }

  override useLines(lines: LinesOfCallers): void {
    this.parts.lines.use(lines);
  }

  override receive(
    node: TelephonyNode,
    event: LineEvent | ReturnEvent,
    tellNotice: (stillWanted: () => boolean) => Promise<boolean>,
  ): void {
    const { callId } = event;
    this.compare.heardOf(callId);
    if (this.arriving.has(callId)) return;
    const arriving: Arriving = { node, events: [] };
    this.arriving.set(callId, arriving);
    const isOurs = () => this.arriving.get(callId) === arriving;
    const settle = (taken: Promise<void>): void => {
      taken
        .catch(async (error: unknown) => (isOurs() ? this.refuse(node, callId, error) : undefined))
        .finally(() => (isOurs() ? this.replay(callId, arriving) : undefined));
    };
    if (event.entry === 'queue-left') return settle(this.welcome.fromTheQueue(node, event, isOurs));
    this.turn.take(callId, {
      begin: () => settle(this.begin(node, event, isOurs, tellNotice)),
      ring: () => this.ring(node, callId),
      late: () => settle(Promise.reject(new Error('more callers come than can be begun'))),
    });
  }

  override goOnAfterNotice(node: TelephonyNode, { callId, from, to, language, human }: ToldCaller): void {
    const route = this.parts.flows.routeOf(to);
    if (route && !this.leaving) {
      const arrival = { callId, from, to, at: this.parts.scheduler.now() };
      return this.parts.runner.beginAfterNotice(node, arrival, { ...route, language }, human);
    }
    node.enqueue(callId, withoutFlow(language)).catch((error: unknown) => this.refuse(node, callId, error));
  }

  override handle(event: LiveEvent): void {
    const { callId, type } = event;
    const arriving = this.arriving.get(callId);
    if (arriving) arriving.events.push(event);
    else this.parts.runner.handle(event);
    if (!BEGUN.includes(type)) return;
    this.compare.heardOf(callId);
    const neverBegun = this.turn.done(callId);
    if (neverBegun || type === 'ended') this.arriving.delete(callId);
  }

  override async resynchronise(node: TelephonyNode): Promise<void> {
    await this.compare.execute(node);
  }

  override async handOver(node: TelephonyNode): Promise<void> {
    const { runner, scheduler } = this.parts;
    const until = scheduler.now() + PATIENCE.leaving;
    // Those who still come meanwhile are led there too.
    for (;;) {
      const inMenus = this.inMenus().filter((call) => call.node === node);
      if (inMenus.length === 0 || scheduler.now() > until) return;
      await Promise.all(inMenus.map((call) => this.giveOver(call.callId)));
      for (const call of inMenus) runner.drop(call);
    }
  }

  override dropAll(node: TelephonyNode): void {
    this.compare.cancel();
    for (const [callId, arriving] of this.arriving) {
      if (arriving.node !== node) continue;
      this.arriving.delete(callId);
      this.turn.done(callId);
    }
    for (const call of this.parts.runner.all) if (call.node === node) this.parts.runner.drop(call);
    this.parts.journal.dropAll(node.name);
  }

  override async stop(signal: AbortSignal): Promise<void> {
    const { runner, journal } = this.parts;
    await this.until(() => this.inMenus().length === 0, signal);
    this.leaving = true;
    await Promise.all(this.inMenus().map((call) => this.giveOver(call.callId)));
    await this.until(() => this.inMenus().length === 0, AbortSignal.timeout(PATIENCE.leaving));
    this.compare.cancel();
    await journal.close(PATIENCE.storing);
    for (const call of runner.all) runner.drop(call);
  }

  private async begin(
    node: TelephonyNode,
    event: LineEvent,
    isOurs: () => boolean,
    tellNotice: (stillWanted: () => boolean) => Promise<boolean>,
  ): Promise<void> {
    const told = await this.welcome.fromTheLine(node, event, isOurs, (wanted) =>
      tellNotice(() => wanted() && isOurs()),
    );
    if (told) this.turn.done(event.callId);
  }

  private ring(node: TelephonyNode, callId: string): void {
    node.ring(callId).catch((error: unknown) => {
      if (!(error instanceof CallGone))
        this.parts.logger.warn('a caller hears no ringing', { callId, err: error });
    });
  }

  private async refuse(node: TelephonyNode, callId: string, error: unknown): Promise<void> {
    this.parts.logger.error('a caller could not be served', { callId, err: error });
    try {
      await node.enqueue(callId, withoutFlow('zh-CN'));
    } catch (enqueueing) {
      // Perhaps it is in the queue all the same, where a hang-up would reach it; if not, the PBX queues it in time.
      this.parts.logger.error('a caller is left to the pbx', { callId, err: enqueueing });
    }
  }

  private replay(callId: string, { events }: Arriving): void {
    this.arriving.delete(callId);
    for (const event of events) this.parts.runner.handle(event);
  }

  private inMenus() {
    return this.parts.runner.all.filter(({ inHand }) => inHand);
  }

  private async giveOver(callId: string): Promise<void> {
    const { runner, logger } = this.parts;
    const call = runner.all.find((each) => each.callId === callId);
    try {
      if (call) await withTimeout(runner.leadToQueue(call), PATIENCE.leaving, 'queueing a caller');
    } catch (error) {
      // The PBX queues the caller by itself when nobody keeps the call alive.
      logger.warn('a caller could not be given over', { callId, err: error });
    }
  }

  private until(done: () => boolean, signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const finish = () => {
        clearInterval(timer);
        resolve();
      };
      const timer = setInterval(() => {
        if (done()) finish();
      }, POLL);
      if (done() || signal.aborted) finish();
      else signal.addEventListener('abort', finish, { once: true });
    });
  }
}
