import { searchGrams } from '@switchyard/domain';
import { type Nullable, withoutNulls } from '@switchyard/platform';
import type { WorkOrder } from '../work-orders.port';

type Stored = keyof WorkOrder;

/** Field and column, in the order of the parameters of `add`. */
export const COLUMNS: readonly (readonly [Stored, string])[] = [
  ['number', 'number'],
  ['queryCode', 'query_code'],
  ['reference', 'reference'],
  ['anonymous', 'anonymous'],
  ['channel', 'channel'],
  ['dueAt', 'due_at'],
  ['text', 'text'],
  ['openedAt', 'opened_at'],
  ['openedBy', 'opened_by'],
  ['kind', 'kind'],
  ['kindVersion', 'kind_version'],
  ['accountNo', 'account_no'],
  ['phone', 'phone'],
  ['areaCode', 'area_code'],
  ['applicationKind', 'application_kind'],
  ['stage', 'stage'],
  ['status', 'status'],
  ['owner', 'owner'],
  ['assignee', 'assignee'],
  ['responsible', 'responsible'],
  ['lastDepartment', 'last_department'],
  ['contentCategory', 'content_category'],
  ['fields', 'fields'],
  ['incomplete', 'incomplete'],
  ['attachments', 'attachments'],
  ['parent', 'parent'],
  ['mergedInto', 'merged_into'],
  ['outageId', 'outage_id'],
  ['cycle', 'cycle'],
  ['paused', 'paused'],
  ['urged', 'urged'],
  ['promisedAt', 'promised_at'],
  ['toldAt', 'told_at'],
  ['closedAt', 'closed_at'],
  ['result', 'result'],
  ['resultCode', 'result_code'],
  ['seq', 'seq'],
  ['headHash', 'head_hash'],
  ['updatedAt', 'updated_at'],
];

/** What is never changed after opening comes first. */
export const CHANGING_FROM = COLUMNS.findIndex(([field]) => field === 'kind');

const JSON_FIELDS: readonly Stored[] = ['fields', 'attachments'];

export const SELECTED = `${COLUMNS.map(([field, column]) => `${column} as "${field}"`).join(', ')},
  next_due_at as "nextDueAt"`;

export type WorkOrderRow = Nullable<WorkOrder>;

export const toWorkOrder = (row: WorkOrderRow): WorkOrder => withoutNulls(row);

export function valuesOf(workOrder: WorkOrder, from = 0): unknown[] {
  return COLUMNS.slice(from).map(([field]) => {
    const value = workOrder[field];
    return JSON_FIELDS.includes(field) ? JSON.stringify(value) : value;
  });
}

/** What the search looks in: the text, and the texts among the kind's own fields. */
export function gramsOf({ text, fields, result = '' }: WorkOrder): string[] {
  const told = Object.values(fields).filter((value) => typeof value === 'string');
  return [...searchGrams([text, result, ...told].join(' '))];
}
