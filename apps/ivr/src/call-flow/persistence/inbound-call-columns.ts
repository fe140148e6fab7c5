import type { InboundCall } from '../inbound-calls/inbound-call';

/** Column, its type, and the property that it holds; in the order in which they are written. */
const COLUMNS: readonly (readonly [keyof InboundCall, string, string])[] = [
  ['callId', 'call_id', 'text'],
  ['node', 'node', 'text'],
  ['fromNumber', 'from_number', 'text'],
  ['dialled', 'dialled', 'text'],
  ['desk', 'desk', 'text'],
  ['language', 'language', 'text'],
  ['startedAt', 'started_at', 'timestamptz'],
  ['endedAt', 'ended_at', 'timestamptz'],
  ['accountNo', 'account_no', 'text'],
  ['identifiedBy', 'identified_by', 'text'],
  ['valueTier', 'value_tier', 'text'],
  ['listFlag', 'list_flag', 'text'],
  ['important', 'important', 'boolean'],
  ['queue', 'queue', 'text'],
  ['recording', 'recording', 'text'],
  ['agent', 'agent', 'text'],
  ['asked', 'asked', 'jsonb'],
  ['flowVersionId', 'flow_version_id', 'uuid'],
  ['flowState', 'flow_state', 'jsonb'],
  ['phase', 'phase', 'text'],
  ['selfServiceCompleted', 'self_service_completed', 'boolean'],
  ['orders', 'orders', 'smallint'],
  ['anonymous', 'anonymous', 'boolean'],
  ['endReason', 'end_reason', 'text'],
];

const NAMES = COLUMNS.map(([, column]) => column).join(', ');
const TYPED = COLUMNS.map(([property, , type]) => `"${property}" ${type}`).join(', ');
const PROPERTIES = COLUMNS.map(([property]) => `c."${property}"`).join(', ');
/** What leads to a caller: once forgotten it is not written again, whoever still remembers it (§5). */
const PERSONAL: readonly (keyof InboundCall)[] = [
  'fromNumber',
  'accountNo',
  'identifiedBy',
  'valueTier',
  'listFlag',
  'important',
  'recording',
];
const NEWER = COLUMNS.slice(1)
  .map(([property, column]) => `${column} = ${newer(property, column)}`)
  .join(', ');

function newer(property: keyof InboundCall, column: string): string {
  if (property === 'anonymous') return 'inbound_calls.anonymous or excluded.anonymous';
  // The talk with an agent is noted by whoever hears the queues, in the row alone.
  if (property === 'endReason')
    return `case when inbound_calls.phase = 'agent' and excluded.${column} = 'caller-hung-up' then 'served'
      else excluded.${column} end`;
  if (PERSONAL.includes(property)) return `case when not inbound_calls.anonymous then excluded.${column} end`;
  if (property !== 'flowState') return `excluded.${column}`;
  return `case when excluded.anonymous or not inbound_calls.anonymous then excluded.${column} end`;
}

/** Selects an InboundCall from `inbound_calls i`. */
export const INBOUND_CALL = COLUMNS.map(([property, column]) => `i.${column} as "${property}"`).join(', ');

/** Stores many calls with one statement; $1: a JSON list of InboundCall. A call that was anonymous stays so. */
export const SAVE_INBOUND_CALLS = `
  insert into inbound_calls (${NAMES})
  select ${PROPERTIES} from jsonb_to_recordset($1::jsonb) as c(${TYPED})
  on conflict (call_id) do update set ${NEWER}, updated_at = now()`;
