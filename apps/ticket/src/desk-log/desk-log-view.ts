import type { HarassmentView, SystemFaultView } from '@switchyard/contracts';
import type { HarassmentEntry } from './harassment.port';
import type { SystemFault } from './system-faults.port';

export function toHarassmentView({
  at,
  recordedAt,
  reference: _,
  ...entry
}: HarassmentEntry): HarassmentView {
  return { ...entry, at: at.toISOString(), recordedAt: recordedAt.toISOString() };
}

export function toSystemFaultView(fault: SystemFault): SystemFaultView {
  const { since, solvedAt, recordedAt, reference: _, ...rest } = fault;
  return {
    ...rest,
    since: since.toISOString(),
    solvedAt: solvedAt?.toISOString(),
    recordedAt: recordedAt.toISOString(),
  };
}
