import type { ListWorkOrdersRequest } from '@switchyard/contracts';
import type { WorkOrderFilter } from '../work-orders.port';

/** The conditions of a request, without how it is paged. */
export function filterOf(
  { limit: _limit, cursor: _cursor, sort: _sort, ...asked }: ListWorkOrdersRequest,
  now: Date,
): WorkOrderFilter {
  const { overdue, openedFrom, openedBefore, ...equal } = asked;
  return {
    ...equal,
    ...(overdue === true && { overdueAt: now }),
    ...(openedFrom !== undefined && { openedFrom: new Date(openedFrom) }),
    ...(openedBefore !== undefined && { openedBefore: new Date(openedBefore) }),
  };
}
