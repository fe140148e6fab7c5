import { type Nullable, withoutNulls } from '@switchyard/platform';
import type { StaffEvent, StaffRecord } from '../staff-register.port';

/** Columns of a member of staff `s` with the post `p` and the group `g`. */
export const STAFF_COLUMNS = `s.staff_number as "staffNumber", s.name, s.phone, s.department_code as "departmentCode",
  s.post_code as "postCode", p.role_kind as "roleKind", s.tier, s.group_code as "groupCode",
  nullif(g.leader_number, s.staff_number) as "leaderNumber", s.status, s.hired_on::text as "hiredOn",
  s.left_on::text as "leftOn", s.leaving_kind as "leavingKind", s.leaving_reason as "leavingReason",
  s.account_id as "accountId", s.version, s.updated_at as "updatedAt",
  (select coalesce(json_agg(json_build_object('code', k.skill_code, 'level', k.level) order by k.skill_code), '[]')
     from staff_skill k where k.staff_number = s.staff_number) as skills`;

export const STAFF_TABLES = `staff s join post p on p.code = s.post_code left join staff_group g on g.code = s.group_code`;

export const EVENT_COLUMNS = `e.id, e.staff_number as "staffNumber", e.kind, e.effective_on::text as "effectiveOn", e.state,
  e.details, e.reason, e.recorded_at as "recordedAt", e.recorded_by as "recordedBy", e.settled_at as "settledAt",
  e.settled_by as "settledBy", e.failure`;

export const toRecord = (row: Nullable<StaffRecord>): StaffRecord => withoutNulls(row);
export const toEvent = (row: Nullable<StaffEvent>): StaffEvent => withoutNulls(row);
