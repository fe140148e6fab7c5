import type { MetricsRegistry } from '@switchyard/platform';
import type { EndReason } from './inbound-calls/inbound-call';

const LATENCY_BUCKETS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5];

export interface CallsNow {
  readonly inMenus: number;
  readonly elsewhere: number;
  readonly waitingToBegin: number;
}

/** Figures for operators. */
export class CallFlowMetrics {
  private readonly ends;
  private readonly lookUps;
  private readonly latency;

  constructor(metrics: MetricsRegistry, callsNow: () => CallsNow) {
    this.ends = metrics.counter({
      name: 'switchyard_inbound_calls_total',
      help: "Callers' calls that ended, by how",
      labelNames: ['end'],
    });
    this.lookUps = metrics.counter({
      name: 'switchyard_flow_look_ups_total',
      help: 'Questions that call flows asked of other services, by what and whether an answer came in time',
      labelNames: ['what', 'result'],
    });
    this.latency = metrics.histogram({
      name: 'switchyard_flow_step_seconds',
      help: "Seconds from a caller's key (or the answer) until the prompt that it calls for began to play",
      buckets: LATENCY_BUCKETS,
    });
    metrics.gauge({
      name: 'switchyard_callers_in_menus',
      help: 'Callers that this process leads through menus now',
      collect() {
        this.set(callsNow().inMenus);
      },
    });
    metrics.gauge({
      name: 'switchyard_callers_elsewhere',
      help: 'Callers of this process that wait in a queue, talk to an agent or were transferred',
      collect() {
        this.set(callsNow().elsewhere);
      },
    });
    metrics.gauge({
      name: 'switchyard_callers_waiting_to_begin',
      help: 'Callers who are not answered yet because more came than this process can begin at once',
      collect() {
        this.set(callsNow().waitingToBegin);
      },
    });
  }

  ended(end: EndReason): void {
    this.ends.inc({ end });
  }

  lookUp(what: string, result: 'ok' | 'unavailable'): void {
    this.lookUps.inc({ what, result });
  }

  heardAfter(milliseconds: number): void {
    this.latency.observe(milliseconds / 1_000);
  }
}
