import { FIELD_WORK_ERRORS, type RequestContext } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { assertWithinScope } from '../work-order/access';
import { workOrderNotFound } from '../work-order/work-order-errors';
import type { WorkOrder } from '../work-order/work-orders.port';

/** @throws DomainError `work-order.not-found`, `access.forbidden`, `field-work.not-a-fault` */
export function assertFault(
  number: string,
  workOrder: WorkOrder | undefined,
  context: RequestContext,
): WorkOrder {
  if (!workOrder) throw workOrderNotFound(number);
  assertWithinScope(workOrder, context);
  if (workOrder.kind === 'fault') return workOrder;
  throw new DomainError(
    FIELD_WORK_ERRORS.notAFault,
    `${number} is a ${workOrder.kind}; crews go to faults only.`,
    {
      number,
      kind: workOrder.kind,
    },
  );
}

/** @throws DomainError `field-work.time-impossible` for a time in the future, or before the earliest that can be */
export function assertPast(field: string, at: Date, earliest: Date, now: Date): void {
  if (at <= now && at >= earliest) return;
  throw timeImpossible(field, `${field} must lie from ${earliest.toISOString()} to ${now.toISOString()}.`);
}

/** @throws DomainError `field-work.time-impossible` for an estimate that has passed */
export function assertFuture(field: string, at: Date | undefined, now: Date): void {
  if (!at || at > now) return;
  throw timeImpossible(field, `${field} must be later than now, ${now.toISOString()}.`);
}

const timeImpossible = (field: string, message: string): DomainError =>
  new DomainError(FIELD_WORK_ERRORS.timeImpossible, message, { field });
