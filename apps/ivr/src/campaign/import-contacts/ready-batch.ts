import { Inject, Injectable } from '@nestjs/common';
import { NoticeDataChanged } from '@switchyard/contracts';
import { CUSTOMER_KINDS, type CustomerKind, defaultDeadline } from '@switchyard/domain';
import { CLOCK, type Clock, Outbox, systemContext } from '@switchyard/platform';
import { DialingRules } from '../../dialer/policy/dialing-rules';
import { noticeDataEvents } from '../../dialer/sweep-batches/notice-data-events';
import { assertTakesContacts } from '../batch/allowed-action';
import type { Batch } from '../batch/batch';
import { Batches } from '../batch/batches.port';

/** draft → ready with the first good row: the batch counts as handed in, and its deadline is fixed (L24, L25). */
@Injectable()
export class ReadyBatch {
  constructor(
    private readonly batches: Batches,
    private readonly rules: DialingRules,
    private readonly outbox: Outbox,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** In the import's own transaction. @throws DomainError `batch.not-allowed-in-state` when it was started meanwhile */
  async execute(batchId: string): Promise<Batch> {
    const batch = await this.batches.lock(batchId);
    assertTakesContacts(batch);
    const now = this.clock.now();
    const handedInAt = batch.handedInAt ?? now;
    if (!batch.handedInAt) {
      const received = noticeDataEvents([{ ...batch, change: 'received' }], now);
      await this.outbox.appendAll(NoticeDataChanged, received, systemContext('ivr'));
    }
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
