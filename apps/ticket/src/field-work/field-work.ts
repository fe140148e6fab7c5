import type { FieldWorkView } from '@switchyard/contracts';
import { fieldWorkOf } from '@switchyard/domain';
import type { WorkOrderEvent } from '../work-order/work-order-journal';
import type { WorkOrder } from '../work-order/work-orders.port';

export function toFieldWorkView(fault: WorkOrder, history: readonly WorkOrderEvent[]): FieldWorkView {
  const { crews, reports, estimates, ...rest } = fieldWorkOf(history);
  return {
    number: fault.number,
    stage: fault.stage,
    outageId: fault.outageId,
    parent: fault.parent,
    crews: [...crews],
    reports: [...reports],
    estimates: [...estimates],
    ...rest,
  };
}
