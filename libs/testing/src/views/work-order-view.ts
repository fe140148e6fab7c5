import type { WorkOrderView } from '@switchyard/contracts';

/** A work order that was just taken in, as ticket shows it. */
export function workOrderView(changed: Partial<WorkOrderView> = {}): WorkOrderView {
  const openedAt = changed.openedAt ?? '2026-03-02T01:30:01.000Z';
  const openedBy = changed.openedBy ?? 'system:ivr';
  return {
    number: 'W20260302-000117',
    queryCode: '40718236',
    kind: 'complaint',
    kindVersion: 1,
    status: 'open',
    stage: 'received',
    owner: 'centre',
    responsible: openedBy,
    incomplete: false,
    cycle: 1,
    paused: false,
    urged: 0,
    seq: 1,
    text: '…',
    reference: 'r',
    openedAt,
    openedBy,
    updatedAt: openedAt,
    ...changed,
  };
}
