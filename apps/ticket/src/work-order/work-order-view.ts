import type { WorkOrderView } from '@switchyard/contracts';
import type { WorkOrder } from './work-orders.port';

export function toWorkOrderView(workOrder: WorkOrder): WorkOrderView {
  const {
    openedAt,
    updatedAt,
    dueAt,
    promisedAt,
    toldAt,
    closedAt,
    nextDueAt,
    headHash: _,
    ...rest
  } = workOrder;
  return {
    ...rest,
    fields: { ...rest.fields },
    attachments: rest.attachments.map((attachment) => ({ ...attachment })),
    openedAt: openedAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
    dueAt: dueAt?.toISOString(),
    promisedAt: promisedAt?.toISOString(),
    toldAt: toldAt?.toISOString(),
    closedAt: closedAt?.toISOString(),
    nextDueAt: nextDueAt?.toISOString(),
  };
}
