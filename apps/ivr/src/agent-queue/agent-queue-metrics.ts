import { Injectable } from '@nestjs/common';
import { AGENT_STATES, type AgentStateName } from '@switchyard/domain';
import { MetricsRegistry } from '@switchyard/platform';
import type { QueueEvent } from '../telephony/queue-node.port';
import type { Agent } from './agents/agent';

/** Figures for operators; what managers want to know is reckoned from the rows. */
@Injectable()
export class AgentQueueMetrics {
  private readonly events;
  private readonly agents;
  private readonly missed;
  private readonly recordings;
  private readonly removals;

  constructor(metrics: MetricsRegistry) {
    this.events = metrics.counter({
      name: 'switchyard_queue_events_total',
      help: 'Events of the PBX’s queues by type and whether they were taken',
      labelNames: ['type', 'result'],
    });
    this.agents = metrics.gauge({
      name: 'switchyard_agents',
      help: 'Agents by state, as the database has them',
      labelNames: ['state'],
    });
    this.missed = metrics.counter({
      name: 'switchyard_missed_calls_total',
      help: 'Callers who gave up and are to be called back',
    });
    this.recordings = metrics.counter({
      name: 'switchyard_recordings_total',
      help: 'Recordings taken over from the PBX, and deleted when their time was over',
      labelNames: ['result'],
    });
    this.removals = metrics.counter({
      name: 'switchyard_retention_removals_total',
      help: 'Messages of callers whose time was over, and files of no call, that were deleted',
      labelNames: ['what'],
    });
  }

  event(type: QueueEvent['type'], result: 'taken' | 'failed'): void {
    this.events.inc({ type, result });
  }

  everyAgent(agents: readonly Agent[]): void {
    const counts = new Map<AgentStateName, number>(AGENT_STATES.map((state) => [state, 0]));
    for (const { presence } of agents)
      counts.set(presence.state.name, (counts.get(presence.state.name) ?? 0) + 1);
    for (const [state, count] of counts) this.agents.set({ state }, count);
  }

  missedCalls(count: number): void {
    this.missed.inc(count);
  }

  retentionDone(what: 'messages' | 'stray-files', count: number): void {
    this.removals.inc({ what }, count);
  }

  recordingsDone(result: 'stored' | 'deleted', count: number): void {
    this.recordings.inc({ result }, count);
  }
}
