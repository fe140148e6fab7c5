import { Inject, Injectable } from '@nestjs/common';
import type { BatchDetail, NamedCount } from '@switchyard/contracts';
import { leastObstacle } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { DialingRules } from '../../dialer/policy/dialing-rules';
import type { Batch } from '../batch/batch';
import { toBatchView } from '../batch/batch-view';
import { Batches } from '../batch/batches.port';
import { Figures } from './figures.port';
import { waitReasonOf } from './wait-reason';

/** Figures of a large batch take a while to count: they are kept this many times as long as that took. */
const KEPT_FACTOR = 5;
const KEPT_AT_LEAST_MS = 500;

/** A batch with its live figures (T2.12). Many may watch: they share one count. */
@Injectable()
export class GetBatch {
  private readonly counts = new Map<
    string,
    { version: number; detail: Promise<BatchDetail>; until: number }
  >();

  constructor(
    private readonly batches: Batches,
    private readonly figures: Figures,
    private readonly rules: DialingRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `batch.not-found` */
  async execute(batchId: string): Promise<BatchDetail> {
    const batch = await this.batches.get(batchId);
    const now = performance.now();
    const kept = this.counts.get(batchId);
    if (kept && kept.version === batch.version && kept.until > now) return kept.detail;
    const entry = { version: batch.version, detail: this.count(batch), until: Infinity };
    this.counts.set(batchId, entry);
    try {
      return await entry.detail;
    } finally {
      const took = performance.now() - now;
      entry.until = performance.now() + Math.max(KEPT_AT_LEAST_MS, took * KEPT_FACTOR);
      this.forget();
    }
  }

  private async count(batch: Batch): Promise<BatchDetail> {
    const figures = await this.figures.of(batch.id);
    const { dispositions } = figures;
    const sum = (name: string) =>
      dispositions.filter((row) => row.disposition === name).reduce((all, row) => all + row.count, 0);
    return {
      batch: toBatchView(batch),
      states: { ...figures.states },
      dispositions: {
        delivered: sum('delivered'),
        handedOff: sum('handed-off'),
        cancelled: sum('cancelled'),
      },
      dispositionReasons: dispositions
        .filter((row) => row.disposition !== 'delivered')
        .map((row) => ({ name: `${row.disposition}:${row.reason ?? ''}`, count: row.count })),
      outcomes: figures.outcomes.map((row) => ({ ...row })),
      waitReasons: figures.states.waiting > 0 ? await this.waitReasons(batch) : [],
      attempts: figures.attempts,
      countedAttempts: figures.countedAttempts,
      final: batch.endedAt !== null,
      handOffReceipts: figures.receipts,
    };
  }

  private async waitReasons(batch: Batch): Promise<NamedCount[]> {
    const now = this.clock.now();
    const policy = this.rules.policy(batch.policyName, now);
    const groups = await this.figures.waiting(batch.id, batch.kind, policy.frequencyCaps, now);
    const surroundings = {
      pbxAvailable: await this.figures.pbxAvailable(),
      obstacle: leastObstacle(await this.figures.obstacles(batch.id)),
    };
    const counts = new Map<string, number>();
    for (const group of groups) {
      const hours = this.rules.hours(policy, group.customerKind);
      const reason = waitReasonOf(group, batch.state, hours, surroundings, now);
      counts.set(reason, (counts.get(reason) ?? 0) + group.count);
    }
    return [...counts].map(([name, count]) => ({ name, count })).sort((a, b) => b.count - a.count);
  }

  private forget(): void {
    const now = performance.now();
    for (const [batchId, { until }] of this.counts) if (until <= now) this.counts.delete(batchId);
  }
}
