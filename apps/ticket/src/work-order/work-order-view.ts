import type { WorkOrderView } from '@switchyard/contracts';
import type { WorkOrder } from './work-orders.port';

export function toWorkOrderView({ openedAt, ...workOrder }: WorkOrder): WorkOrderView {
  return { ...workOrder, openedAt: openedAt.toISOString() };
}
