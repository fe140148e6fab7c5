import type { AuditedSubject } from '@switchyard/domain';

const ORDERS = `select number as work, area_code as "areaCode", opened_by as "doneBy" from work_order
  where opened_at >= $1 and opened_at < $2`;

/**
 * What was done from $1 until before $2. What a machine opened without a person is nobody's mistake, and is left out. An outage is as
 * many notices as it has areas.
 */
export const WORK_OF: Readonly<Record<AuditedSubject, string>> = {
  'work-orders': `${ORDERS} and kind not in ('query', 'consultation') and opened_by not like 'system:%'`,
  enquiries: `${ORDERS} and kind in ('query', 'consultation') and opened_by not like 'system:%'`,
  'outage-notices': `select o.id::text as work, o.area_code as "areaCode", h.actor as "doneBy"
    from outage o join outage_history h on h.outage_id = o.id and h.change = 'registered'
   where o.registered_at >= $1 and o.registered_at < $2`,
};
