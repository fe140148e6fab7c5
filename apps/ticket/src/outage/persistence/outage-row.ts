import { type Nullable, withoutNulls } from '@switchyard/platform';
import type { Outage } from '../outages.port';

export const OUTAGE_COLUMNS = `id, reference, kind, area_code as "areaCode", starts_at as "startsAt",
  expected_restoration_at as "expectedRestorationAt", cause, cause_en as "causeEn", announced_text as "announcedText",
  announced_text_en as "announcedTextEn", restored_at as "restoredAt", cancelled_at as "cancelledAt",
  registered_at as "registeredAt", updated_at as "updatedAt", area_codes as "areaCodes", range, announced_at as "announcedAt",
  short_notice_reason as "shortNoticeReason", maintenance_id as "maintenanceId", announcement,
  cancel_reason as "cancelReason"`;

export type OutageRow = Nullable<Outage>;

export const toOutage = (row: OutageRow): Outage => withoutNulls(row);
