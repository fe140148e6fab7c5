import type { RequestContext } from '@switchyard/contracts';
import type { DialObstacle } from '@switchyard/domain';
import { type Clock, type Logger, Repeat } from '@switchyard/platform';
import type { CallEvent, TelephonyNode } from '../telephony/telephony.port';
import type { CallsAtWork } from './calls-at-work';
import type { Claims } from './claim-calls/claims.port';
import type { Conductor } from './conduct-call/conductor';
import type { DialDue } from './dial/dial-due.use-case';
import type { RunningBatch } from './dialing.types';
import { LEASE, type NodeKeeper } from './hold-nodes/node-keeper';
import type { NoteObstacles } from './note-obstacles/note-obstacles.use-case';
import type { DialingRules } from './policy/dialing-rules';
import type { RecoverCalls } from './recover-calls/recover-calls.use-case';
import type { Callers } from './returned-call/callers.port';
import type { TellReturnedCall } from './returned-call/tell-returned-call.use-case';
import type { SweepBatches } from './sweep-batches/sweep-batches.use-case';

/** Milliseconds between rounds. */
const EVERY = {
  renew: LEASE.renewEvery * 1000,
  dial: 200,
  batches: 1_000,
  obstacles: 1_000,
  recover: 3_000,
  compare: 15_000,
  sweep: 1_000,
  rules: 5_000,
} as const;

export interface DialerParts {
  readonly nodes: readonly TelephonyNode[];
  readonly dialOn: ReadonlyMap<TelephonyNode, DialDue>;
  readonly keeper: NodeKeeper;
  readonly claims: Claims;
  readonly conductor: Conductor;
  readonly callers: Callers;
  readonly tellReturnedCall: TellReturnedCall;
  readonly recoverCalls: RecoverCalls;
  readonly sweepBatches: SweepBatches;
  readonly noteObstacles: NoteObstacles;
  readonly rules: DialingRules;
  /** Whether what others know (payments) reaches us now (T2.9). */
  readonly truthIsCurrent: () => boolean;
  readonly atWork: CallsAtWork;
  readonly clock: Clock;
  readonly context: RequestContext;
  readonly logger: Logger;
}

/** Keeps everything going that dials: leases, claims, recovery, sweeps; and hands the nodes' events on. */
export class Dialer {
  private batches: readonly RunningBatch[] = [];
  private truthWasCurrent = true;
  private readonly withoutPolicy = new Set<string>();
  private readonly loops: {
    renew: Repeat;
    recover: Repeat;
    dialling: readonly Repeat[];
    rest: readonly Repeat[];
  };

  constructor(private readonly parts: DialerParts) {
    this.loops = {
      renew: this.repeat('renewing node leases', EVERY.renew, () => parts.keeper.renew()),
      recover: this.repeat('recovering calls', EVERY.recover, () => this.recover()),
      dialling: [
        this.repeat('reading running batches', EVERY.batches, () => this.readBatches()),
        this.repeat('dialling', EVERY.dial, () => this.dial()),
        this.repeat('noting what holds batches up', EVERY.obstacles, () => this.noteObstacles()),
      ],
      rest: [
        this.repeat('comparing calls', EVERY.compare, () => this.compare()),
        this.repeat('sweeping batches', EVERY.sweep, () => parts.sweepBatches.execute(parts.context)),
        this.repeat('reading dialing documents', EVERY.rules, () => this.refreshRules()),
      ],
    };
    for (const node of parts.nodes) node.onEvent((event) => this.handle(node, event));
  }

  start(): void {
    for (const loop of this.all()) loop.start();
  }

  /** Places no more calls, lets those in progress end until the signal, then gives callers and nodes up. */
  async stop(signal: AbortSignal): Promise<void> {
    await Promise.all(this.loops.dialling.map((loop) => loop.stop()));
    try {
      await Promise.all([this.idle(signal), this.parts.callers.stop(signal)]);
      await Promise.all(this.all().map((loop) => loop.stop()));
    } finally {
      await this.parts.keeper.release();
    }
  }

  /** Whether calls can be placed now, for readiness. @throws Error naming the nodes that are away. */
  checkNodes(): void {
    const away = this.parts.keeper.heldNodes().filter(({ node }) => node.state() !== 'up');
    if (away.length > 0)
      throw new Error(`${away.map(({ node }) => `${node.name} is ${node.state()}`).join(', ')}`);
  }

  /** Whether this process holds a node's lease. */
  holds(name: string): boolean {
    return this.parts.keeper.heldNodes().some(({ node }) => node.name === name);
  }

  private handle(node: TelephonyNode, event: CallEvent): void {
    switch (event.type) {
      case 'incoming':
        return this.parts.callers.receive(node, event, (stillWanted) =>
          this.tellReturnedCall(node, event, stillWanted),
        );
      case 'node-state':
        this.parts.logger.info('pbx node changed', {
          node: node.name,
          state: event.state,
          reason: event.reason,
        });
        if (event.state !== 'up') return;
        return this.inBackground('resynchronising', this.resynchronise(node));
      default:
        if (this.parts.conductor.follows(event.callId)) this.parts.conductor.handle(event);
        else this.parts.callers.handle(event);
    }
  }

  /** False: somebody else takes care of this caller. */
  private async tellReturnedCall(
    node: TelephonyNode,
    { callId, from, to, at }: Extract<CallEvent, { type: 'incoming' }>,
    stillWanted: () => boolean,
  ): Promise<boolean> {
    const lease = this.parts.keeper.usableLease(node);
    if (!lease) return false;
    const call = { callId, from, to, at: new Date(at) };
    return this.parts.tellReturnedCall.execute(node, lease, call, stillWanted);
  }

  private async resynchronise(node: TelephonyNode): Promise<void> {
    this.inBackground('taking callers over', this.parts.callers.resynchronise(node));
    await this.parts.recoverCalls.resynchronise(node);
    this.loops.recover.kick();
  }

  /** Changes take effect at once on what is not yet dialled (T2.7). */
  private async refreshRules(): Promise<void> {
    const changed = await this.parts.rules.refresh();
    if (changed.length > 0) await this.parts.claims.reconsiderHours(changed);
  }

  private async readBatches(): Promise<void> {
    const now = this.parts.clock.now();
    const running = await this.parts.claims.runningBatches(now);
    this.batches = running.filter((batch) => this.hasPolicy(batch, now));
  }

  /** A batch whose policy is not in force waits for it; the others go on (T3.4). */
  private hasPolicy({ id, policyName }: RunningBatch, now: Date): boolean {
    if (this.parts.rules.isInForce(policyName, now)) {
      this.withoutPolicy.delete(id);
      return true;
    }
    if (!this.withoutPolicy.has(id)) {
      this.parts.logger.error('a batch waits for its dialing policy', { batchId: id, policy: policyName });
    }
    this.withoutPolicy.add(id);
    return false;
  }

  private async dial(): Promise<void> {
    if (this.batches.length === 0 || !this.mayAskTheTruth()) return;
    await Promise.all(
      [...this.parts.dialOn.values()].map((dialDue) => dialDue.execute(this.batches, this.parts.context)),
    );
  }

  private async noteObstacles(): Promise<void> {
    for (const { node } of this.parts.keeper.heldNodes()) {
      const found = this.parts.dialOn.get(node)?.obstacles;
      const entries = this.batches.flatMap(({ id }): [string, DialObstacle | null][] => {
        if (!this.truthWasCurrent) return [[id, 'truth-unknown']];
        const obstacle = found?.get(id);
        return obstacle === undefined ? [] : [[id, obstacle]];
      });
      await this.parts.noteObstacles.execute(node.name, new Map(entries));
    }
  }

  /** While the truth cannot be asked every contact waits, and no attempt is spent. */
  private mayAskTheTruth(): boolean {
    const current = this.parts.truthIsCurrent();
    if (current !== this.truthWasCurrent) {
      this.parts.logger.warn(current ? 'dialling goes on' : 'dialling waits: payments do not come in');
    }
    this.truthWasCurrent = current;
    return current;
  }

  private async recover(): Promise<void> {
    for (const { node, lease } of this.parts.keeper.heldNodes()) {
      if (node.state() !== 'up') continue;
      try {
        await this.parts.recoverCalls.execute(node, lease);
      } catch (error) {
        this.parts.logger.error('a recovery round failed', { node: node.name, err: error });
      }
    }
  }

  private async compare(): Promise<void> {
    for (const { node } of this.parts.keeper.heldNodes()) {
      if (node.state() !== 'up') continue;
      this.inBackground('comparing callers', this.parts.callers.resynchronise(node));
      await this.parts.recoverCalls.resynchronise(node);
    }
  }

  private idle(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearInterval(timer);
        resolve();
      };
      const timer = setInterval(() => {
        if (this.parts.atWork.size === 0) done();
      }, 50);
      signal.addEventListener('abort', done, { once: true });
    });
  }

  private all(): readonly Repeat[] {
    return [this.loops.renew, this.loops.recover, ...this.loops.dialling, ...this.loops.rest];
  }

  private repeat(name: string, everyMs: number, work: () => Promise<void>): Repeat {
    return new Repeat(name, everyMs, work, this.parts.logger);
  }

  private inBackground(what: string, work: Promise<void>): void {
    work.catch((error: unknown) => this.parts.logger.error(`${what} failed`, { err: error }));
  }
}
