import type { WorkOrder } from '../work-orders.port';

/** What is told at opening; what is absent of the second part is not anonymous, came by the system, and has nothing attached. */
export type OpenWorkOrderCommand = Pick<WorkOrder, 'kind' | 'accountNo' | 'phone' | 'text' | 'reference'> &
  Partial<
    Pick<
      WorkOrder,
      | 'anonymous'
      | 'areaCode'
      | 'applicationKind'
      | 'channel'
      | 'attachments'
      | 'dueAt'
      | 'contentCategory'
      | 'fields'
      | 'parent'
      | 'outageId'
    >
  > & {
    /** Set apart before (C5). */
    readonly queryCode?: string;
  };
