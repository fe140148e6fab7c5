import type { WorkOrderView } from '@switchyard/contracts';
import type { WorkOrder } from './work-orders.port';

export function toWorkOrderView({ openedAt, dueAt, attachments, ...workOrder }: WorkOrder): WorkOrderView {
  return {
    ...workOrder,
    attachments: attachments.map((attachment) => ({ ...attachment })),
    openedAt: openedAt.toISOString(),
    dueAt: dueAt?.toISOString(),
  };
}
