import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { BATCH_ERRORS, type CreateBatchRequest } from '@switchyard/contracts';
import type { BatchKind } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError } from '@switchyard/platform';
import { DialerConfig } from '../../dialer/dialer.config';
import { DialingRules } from '../../dialer/policy/dialing-rules';
import type { Batch } from '../batch/batch';
import { Batches } from '../batch/batches.port';

/** Where contacts go that no call could reach (T2.11). */
const HAND_OFF_TARGETS: Readonly<Record<BatchKind, string>> = {
  'bill-notice': 'paper-notice',
  'arrears-reminder': 'paper-or-department',
  'outage-notice': 'shift-leader',
};

/** A new, empty draft (T2.1). */
@Injectable()
export class CreateBatch {
  constructor(
    private readonly batches: Batches,
    private readonly rules: DialingRules,
    private readonly config: DialerConfig,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `batch.deadline-passed`, `dialing.policy-unknown`, `dialing.policy-lab-only` */
  async execute(command: CreateBatchRequest, createdBy: string): Promise<Batch> {
    const now = this.clock.now();
    const deadlineAt = command.deadlineAt === undefined ? null : new Date(command.deadlineAt);
    if (deadlineAt && deadlineAt <= now) throw deadlinePassed(deadlineAt);
    const policyName = command.policyName ?? 'standard';
    this.assertUsable(policyName, now);
    return this.batches.add({
      id: randomUUID(),
      kind: command.kind,
      name: command.name.trim(),
      language: command.language ?? 'zh-CN',
      policyName,
      successRule: command.successRule ?? 'key-or-essential-part',
      callerId: command.callerId ?? null,
      trunk: command.trunk ?? null,
      lineSharePercent: command.lineSharePercent ?? 100,
      handOffTarget: HAND_OFF_TARGETS[command.kind],
      dataAsOf: command.dataAsOf === undefined ? null : new Date(command.dataAsOf),
      deadlineAt,
      createdBy,
      createdAt: now,
    });
  }

  private assertUsable(policyName: string, now: Date): void {
    const policy = this.rules.policy(policyName, now);
    if (!policy.labOnly || this.config.trunkIsLab) return;
    throw new DomainError(
      'dialing.policy-lab-only',
      `The policy "${policyName}" calls day and night and is taken on the lab's trunk only: use "standard".`,
      { policyName },
    );
  }
}

export function deadlinePassed(deadlineAt: Date): DomainError {
  return new DomainError(
    BATCH_ERRORS.deadlinePassed,
    `The deadline ${deadlineAt.toISOString()} has passed: give a later deadlineAt.`,
    { deadlineAt: deadlineAt.toISOString() },
  );
}
