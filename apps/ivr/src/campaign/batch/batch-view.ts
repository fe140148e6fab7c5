import type { BatchView } from '@switchyard/contracts';
import type { Batch } from './batch';

/** A stored batch as the contract tells it. */
export function toBatchView(batch: Batch): BatchView {
  return {
    id: batch.id,
    kind: batch.kind,
    name: batch.name,
    language: batch.language,
    state: batch.state,
    policyName: batch.policyName,
    successRule: batch.successRule,
    callerId: batch.callerId ?? undefined,
    trunk: batch.trunk ?? undefined,
    lineSharePercent: batch.lineSharePercent,
    handOffTarget: batch.handOffTarget,
    dataAsOf: batch.dataAsOf?.toISOString(),
    handedInAt: batch.handedInAt?.toISOString(),
    deadlineAt: batch.deadlineAt?.toISOString(),
    startedAt: batch.startedAt?.toISOString(),
    endedAt: batch.endedAt?.toISOString(),
    contacts: batch.contacts,
    createdBy: batch.createdBy,
    createdAt: batch.createdAt.toISOString(),
    updatedAt: batch.updatedAt.toISOString(),
    version: batch.version,
  };
}
