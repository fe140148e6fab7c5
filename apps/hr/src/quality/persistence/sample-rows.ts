import type { NewItem, StoredCall } from '../sampling/samples.port';

export const SAMPLE = `select s.day::text, s.seed, s.policy as rule, s.frame, s.without_staff as "withoutStaff",
  s.too_short as "tooShort", s.size, s.strata, s.people, s.drawn_at as "drawnAt", s.drawn_by as "drawnBy",
  (select count(*)::integer from quality_item i where i.day = s.day) as drawn,
  (select count(*)::integer from quality_item i where i.day = s.day and i.state = 'evaluated') as evaluated
  from quality_sample s`;

export const FRAME_CALL = `recording_id as "recordingId", call_id as "callId", staff_number as "staffNumber", group_code as "groupCode",
  post_code as "postCode", queue, started_at as "startedAt", seconds::float8 as seconds, hints`;

export const ITEM = `i.id, i.day::text, i.place, i.recording_id as "recordingId", i.call_id as "callId", i.staff_number as "staffNumber",
  i.group_code as "groupCode", i.post_code as "postCode", i.queue, i.started_at as "startedAt", i.seconds::float8 as seconds, i.hints,
  i.reason, i.stratum, i.inspector, i.assigned_at as "assignedAt", i.due_at as "dueAt", i.state, i.gone_reason as "goneReason",
  i.closed_at as "closedAt", (select e.id from quality_evaluation e where e.item_id = i.id) as "evaluationId"`;
export const ITEMS = 'quality_item i';

export const ITEM_COLUMNS = `id, day, recording_id, call_id, staff_number, group_code, post_code, queue, started_at, seconds, hints, reason,
  stratum, due_at`;
export const ITEM_RECORD = `id uuid, day date, recording_id uuid, call_id text, staff_number text, group_code text, post_code text,
  queue text, started_at timestamptz, seconds real, hints text[], reason text, stratum text, due_at timestamptz`;

/** A call or item under the names of its columns, for a set of records in JSON. */
export function recordOf(call: StoredCall | NewItem): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(call).map(([field, value]) => [
      field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}
