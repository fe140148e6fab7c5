import type { PerformanceItemView } from '@switchyard/contracts';
import type { PerformanceItem } from './performance-items.port';

export function toItemView({
  id,
  recordedAt,
  cancelledAt,
  evidence,
  ...item
}: PerformanceItem): PerformanceItemView {
  return {
    ...item,
    itemId: id,
    evidence: [...evidence],
    recordedAt: recordedAt.toISOString(),
    ...(cancelledAt && { cancelledAt: cancelledAt.toISOString() }),
  };
}
