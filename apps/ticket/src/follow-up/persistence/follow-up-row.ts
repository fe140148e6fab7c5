import type { FollowUp } from '../follow-up';

/** A row as a FollowUp; columns that are null become absent by `withoutNulls`. */
export const FOLLOW_UP_COLUMNS = `id, work_order_number as "workOrderNumber", kind, purpose, basis,
  fault_key as "faultKey", cycle, account_no as "accountNo", phone, customer_kind as "customerKind",
  area_code as "areaCode", arises_at as "arisesAt", call_from as "callFrom", due_at as "dueAt", provisional, status,
  assignee_id as "assigneeId", planned_for as "plannedFor", plan_reason as "planReason", tries, ended_at as "endedAt",
  opinion, satisfaction, judgement, action, complaint_number as "complaintNumber",
  exclusion_reason as "exclusionReason", exclusion_text as "exclusionText"`;

const WRITTEN = [
  ['id', 'id'],
  ['work_order_number', 'workOrderNumber'],
  ['kind', 'kind'],
  ['purpose', 'purpose'],
  ['basis', 'basis'],
  ['fault_key', 'faultKey'],
  ['cycle', 'cycle'],
  ['account_no', 'accountNo'],
  ['phone', 'phone'],
  ['customer_kind', 'customerKind'],
  ['area_code', 'areaCode'],
  ['arises_at', 'arisesAt'],
  ['call_from', 'callFrom'],
  ['due_at', 'dueAt'],
  ['provisional', 'provisional'],
  ['status', 'status'],
  ['assignee_id', 'assigneeId'],
  ['planned_for', 'plannedFor'],
  ['plan_reason', 'planReason'],
  ['tries', 'tries'],
  ['ended_at', 'endedAt'],
  ['opinion', 'opinion'],
  ['satisfaction', 'satisfaction'],
  ['judgement', 'judgement'],
  ['action', 'action'],
  ['complaint_number', 'complaintNumber'],
  ['exclusion_reason', 'exclusionReason'],
  ['exclusion_text', 'exclusionText'],
] as const satisfies readonly (readonly [string, keyof FollowUp])[];

const PLACES = WRITTEN.map((_, index) => `$${index + 1}`).join(', ');
const NAMES = WRITTEN.map(([column]) => column).join(', ');
/** The two places behind the columns: when, and by whom. */
const AT = `$${WRITTEN.length + 1}`;
const BY = `$${WRITTEN.length + 2}`;

export const INSERT_FOLLOW_UP = `insert into follow_up_item (${NAMES}, updated_at, updated_by)
  values (${PLACES}, ${AT}, ${BY}) on conflict (work_order_number, purpose, cycle) do nothing`;

export const UPDATE_FOLLOW_UP = `update follow_up_item set
  ${WRITTEN.slice(1)
    .map(([column], index) => `${column} = $${index + 2}`)
    .join(', ')}, updated_at = ${AT}, updated_by = ${BY} where id = $1`;

export const valuesOf = (item: FollowUp): unknown[] => WRITTEN.map(([, field]) => item[field] ?? null);
