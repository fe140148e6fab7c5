import { Inject, Injectable } from '@nestjs/common';
import { CUSTOMER_KINDS, type CustomerKind, defaultDeadline } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { DialingRules } from '../../dialer/policy/dialing-rules';
import { assertTakesContacts } from '../batch/allowed-action';
import type { Batch } from '../batch/batch';
import { Batches } from '../batch/batches.port';

/** draft → ready with the first good row: the batch counts as handed in, and its deadline is fixed (L24, L25). */
@Injectable()
export class ReadyBatch {
  constructor(
    private readonly batches: Batches,
    private readonly rules: DialingRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the import's own transaction. @throws DomainError `batch.not-allowed-in-state` when it was started meanwhile */
  async execute(batchId: string): Promise<Batch> {
    const batch = await this.batches.lock(batchId);
    assertTakesContacts(batch);
    const now = this.clock.now();
    const handedInAt = batch.handedInAt ?? now;
    return this.batches.change(
      batchId,
      {
        state: 'ready',
        handedInAt,
        dataAsOf: batch.dataAsOf ?? handedInAt,
        deadlineAt: batch.deadlineAt ?? this.deadlineOf(batch, handedInAt),
      },
      now,
    );
  }

  deadlineOf(batch: Batch, handedInAt: Date): Date {
    const policy = this.rules.policy(batch.policyName, handedInAt);
    const hours = (kind: CustomerKind) => this.rules.hours(policy, kind);
    const [first, ...rest] = CUSTOMER_KINDS;
    return defaultDeadline(handedInAt, [hours(first), ...rest.map(hours)]).at;
  }
}
