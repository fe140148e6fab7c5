import { afterCallWorkEnds } from '@switchyard/domain';
import { type Clock, type Logger, Repeat } from '@switchyard/platform';
import type { HeldNodes } from '../dialer/hold-nodes/held-nodes.port';
import type { QueueEvent, QueueNode } from '../telephony/queue-node.port';
import type { AgentQueueMetrics } from './agent-queue-metrics';
import type { Agent } from './agents/agent';
import type { Agents } from './agents/agents.port';
import { AgentMirror } from './mirror-agents/agent-mirror';
import type { DeskChanges } from './presence/desk-changes';
import type { Desks } from './presence/desks';
import type { TakeOverRecordings } from './recordings/take-over-recordings.use-case';
import type { KeepRetention } from './retention/keep-retention.use-case';
import { EventLine } from './take-queue-events/event-line';
import { TalkBook } from './take-queue-events/talk-book';
import type { TakeQueueEvent } from './take-queue-events/take-queue-event.use-case';
import type { TellMissedCalls } from './tell-missed-calls/tell-missed-calls.use-case';

/** Milliseconds between rounds; changes in this process begin a round at once. */
const EVERY = { agents: 500, missed: 5_000, recordings: 5_000, retention: 600_000 } as const;

/** Milliseconds after which a node's queues are compared again, should one of its events have been lost. */
const COMPARE_EVERY = 10_000;

const NEVER = Number.NEGATIVE_INFINITY;

export interface AgentQueueParts {
  readonly nodes: readonly QueueNode[];
  readonly held: HeldNodes;
  readonly agents: Agents;
  readonly desks: Desks;
  readonly changes: DeskChanges;
  readonly takeEvent: TakeQueueEvent;
  readonly tellMissed: TellMissedCalls;
  readonly takeOver: TakeOverRecordings;
  readonly retention: KeepRetention;
  readonly metrics: AgentQueueMetrics;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface KeptNode {
  readonly node: QueueNode;
  readonly mirror: AgentMirror;
  readonly line: EventLine;
  /** The talks of agents with callers, by agent, as the PBX told them to whoever listened. */
  readonly talks: TalkBook;
  /** Whether this process held the node in the last round. */
  held: boolean;
  /** Monotonic milliseconds at which the node's queues were last compared with what is written here. */
  comparedAt: number;
}

/**
 * Keeps PBX queues and agents in step: takes the queues' events, tells the PBX what agents do, ends after-call work,
 * tells of missed calls, takes recordings over. Of several processes only the holder of a node acts there.
 */
export class AgentQueueRunner {
  private readonly kept: readonly KeptNode[];
  private readonly loops: { agents: Repeat; missed: Repeat; rest: readonly Repeat[] };

  constructor(private readonly parts: AgentQueueParts) {
    this.kept = parts.nodes.map((node) => this.keep(node));
    this.loops = {
      agents: this.repeat('keeping agents and queues in step', EVERY.agents, () => this.keepInStep()),
      missed: this.repeat('telling missed calls', EVERY.missed, () => this.tellMissed()),
      rest: [
        this.repeat('taking recordings over', EVERY.recordings, () => this.takeOver()),
        this.repeat('deleting what is over', EVERY.retention, () => parts.retention.execute()),
      ],
    };
    parts.changes.onChange(() => this.loops.agents.kick());
    for (const kept of this.kept) kept.node.onQueueEvent((event) => this.receive(kept, event));
  }

  start(): void {
    for (const loop of this.all()) loop.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.all().map((loop) => loop.stop()));
    await Promise.all(this.kept.map(({ line }) => line.stop()));
  }

  /** Resolves when every event that has come was taken. */
  async idle(): Promise<void> {
    await Promise.all(this.kept.map(({ line }) => line.idle()));
  }

  private keep(node: QueueNode): KeptNode {
    const { logger, takeEvent, metrics } = this.parts;
    const kept: KeptNode = {
      node,
      mirror: new AgentMirror(node, logger),
      talks: new TalkBook(),
      held: false,
      comparedAt: NEVER,
      line: new EventLine(
        async (event) => {
          await takeEvent.execute(node.name, event);
          metrics.event(event.type, 'taken');
          if (event.type === 'caller-abandoned') this.loops.missed.kick();
        },
        logger,
        (event) => {
          metrics.event(event.type, 'failed');
          kept.comparedAt = NEVER;
        },
      ),
    };
    return kept;
  }

  private receive(kept: KeptNode, event: QueueEvent): void {
    this.noteMembers(kept, event);
    kept.talks.note(event);
    if (this.parts.held.holds(kept.node.name)) kept.line.push(event);
  }

  private noteMembers({ node, mirror }: KeptNode, event: QueueEvent): void {
    switch (event.type) {
      case 'snapshot':
        return mirror.know(event.queues);
      case 'member-state':
        return mirror.noteMember(event);
      case 'member-removed':
        return mirror.noteRemoved(event.queue, event.sipUser);
      case 'queue-node-state':
        this.parts.logger.info('queues of a pbx node', {
          node: node.name,
          state: event.state,
          reason: event.reason,
        });
        mirror.forget();
        return this.loops.agents.kick();
      default:
        return;
    }
  }

  private async keepInStep(): Promise<void> {
    const before = await this.parts.agents.everyActive();
    const agents = (await this.endAfterCallWork(before)) ? await this.parts.agents.everyActive() : before;
    this.parts.metrics.everyAgent(agents);
    await Promise.all(this.kept.map((kept) => this.keepNode(kept, agents)));
  }

  /** One node's trouble does not touch the others. */
  private async keepNode(kept: KeptNode, agents: readonly Agent[]): Promise<void> {
    const { node, mirror } = kept;
    const holds = this.parts.held.holds(node.name);
    if (holds && !kept.held) kept.comparedAt = NEVER;
    if (!holds && kept.held) {
      kept.line.clear();
      mirror.forget();
    }
    kept.held = holds;
    if (!holds || node.state() !== 'up') return;
    try {
      if (performance.now() - kept.comparedAt > COMPARE_EVERY) await this.compare(kept);
      await mirror.mirror(agents, await this.parts.agents.sipSecrets());
    } catch (error) {
      this.parts.logger.warn('a pbx node could not be told of its agents', { node: node.name, err: error });
    }
  }

  /** As after a reconnection: what the PBX knows now stands in line behind the events that came before. */
  private async compare(kept: KeptNode): Promise<void> {
    const queues = await kept.node.queues();
    kept.comparedAt = performance.now();
    kept.mirror.know(queues);
    kept.line.push({
      type: 'snapshot',
      queues,
      talks: kept.talks.all(),
      at: this.parts.clock.now().getTime(),
    });
  }

  /** Whether anybody's was over. */
  private async endAfterCallWork(agents: readonly Agent[]): Promise<boolean> {
    const policy = await this.parts.desks.policy();
    const now = this.parts.clock.now().getTime();
    let anybody = false;
    for (const { sipUser, presence } of agents) {
      const ends = afterCallWorkEnds(presence.state, policy);
      if (ends === undefined || ends > now) continue;
      const event = { kind: 'after-call-work-over' as const, callId: presence.state.callId };
      await this.parts.desks.handle({
        sipUser,
        event,
        at: ends,
        cause: event.kind,
        node: presence.node,
      });
      anybody = true;
    }
    return anybody;
  }

  private async tellMissed(): Promise<void> {
    this.parts.metrics.missedCalls(await this.parts.tellMissed.execute());
  }

  private async takeOver(): Promise<void> {
    this.parts.metrics.recordingsDone('stored', await this.parts.takeOver.execute());
  }

  private all(): readonly Repeat[] {
    return [this.loops.agents, this.loops.missed, ...this.loops.rest];
  }

  private repeat(name: string, everyMs: number, work: () => Promise<void>): Repeat {
    return new Repeat(name, everyMs, work, this.parts.logger);
  }
}
