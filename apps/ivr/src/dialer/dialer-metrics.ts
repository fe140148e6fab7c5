import type { MetricsRegistry } from '@switchyard/platform';
import type { CallsAtWork } from './calls-at-work';
import type { EndedCall } from './conduct-call/call-in-hand';
import type { NodeKeeper } from './hold-nodes/node-keeper';

/** Figures for operators; seconds, and counts by Q.850 cause. */
export class DialerMetrics {
  private readonly calls;
  private readonly heard;

  constructor(metrics: MetricsRegistry, atWork: CallsAtWork, keeper: Pick<NodeKeeper, 'heldNodes'>) {
    this.calls = metrics.counter({
      name: 'switchyard_calls_total',
      help: 'Calls that ended, by direction, Q.850 cause and whether they were answered',
      labelNames: ['direction', 'cause', 'answered'],
    });
    this.heard = metrics.histogram({
      name: 'switchyard_notice_heard_seconds',
      help: 'Seconds of the notice that answered calls heard',
      buckets: [1, 2, 5, 10, 15, 20, 30, 45, 60, 90, 120],
    });
    metrics.gauge({
      name: 'switchyard_calls_at_work',
      help: 'Calls that this process has in hand',
      collect() {
        this.set(atWork.size);
      },
    });
    metrics.gauge({
      name: 'switchyard_nodes_held',
      help: 'PBX nodes whose lease this process holds; others stand by',
      collect() {
        this.set(keeper.heldNodes().length);
      },
    });
    metrics.gauge({
      name: 'switchyard_node_up',
      help: 'Whether calls move on a PBX node that this process holds: 1, or 0 when it is away or wedged',
      labelNames: ['node'],
      collect() {
        this.reset();
        for (const { node } of keeper.heldNodes())
          this.set({ node: node.name }, node.state() === 'up' ? 1 : 0);
      },
    });
  }

  ended({ held, cause, facts }: EndedCall): void {
    this.calls.inc({ direction: held.direction, cause: String(cause), answered: String(facts.answered) });
    if (facts.answered) this.heard.observe(facts.heardMs / 1000);
  }
}
