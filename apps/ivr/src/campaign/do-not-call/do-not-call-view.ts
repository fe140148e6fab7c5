import type { DoNotCallView } from '@switchyard/contracts';
import type { DoNotCall } from './do-not-calls.port';

export function toDoNotCallView(entry: DoNotCall): DoNotCallView {
  return {
    id: entry.id,
    number: entry.number,
    kind: entry.kind ?? undefined,
    reason: entry.reason,
    source: entry.source,
    createdBy: entry.createdBy,
    createdAt: entry.createdAt.toISOString(),
    removedBy: entry.removedBy ?? undefined,
    removedAt: entry.removedAt?.toISOString(),
  };
}
