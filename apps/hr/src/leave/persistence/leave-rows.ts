import { type UnitOfWork, withoutNulls } from '@switchyard/platform';
import type { Leave } from '../leave-requests.port';

const LEAVE = `select r.id, r.staff_number as "staffNumber", s.name, s.department_code as "departmentCode", r.kind,
  r.from_date::text as "from", r.from_half as "fromHalf", r.to_date::text as "to", r.to_half as "toHalf", r.halves, r.reason,
  r.exceptions, r.exception_reason as "exceptionReason", r.extends_id as "extendsId", r.state, r.reference,
  r.applied_at as "appliedAt", r.applied_by as "appliedBy", r.decided_at as "decidedAt", r.papers_due::text as "papersDue",
  r.cancel_from::text as "cancelFrom", r.cancel_reason as "cancelReason", r.cancel_asked_at as "cancelAskedAt",
  (select json_agg(json_strip_nulls(json_build_object('place', t.place, 'approverKind', t.approver_kind, 'state', t.state,
     'decidedBy', t.decided_by, 'decidedAt', to_char(t.decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
     'alternate', t.alternate, 'note', t.note)) order by t.place)
     from leave_step t where t.leave_id = r.id) as steps,
  coalesce((select json_agg(json_build_object('id', p.id, 'kind', p.kind, 'fileKey', p.file_key, 'fileName', p.file_name,
     'bytes', p.bytes, 'addedAt', to_char(p.added_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by p.added_at)
     from leave_paper p where p.leave_id = r.id), '[]') as papers
  from leave_request r join staff s using (staff_number)`;

type LeaveRow = { readonly [Key in keyof Leave]-?: Exclude<Leave[Key], undefined> | null };

/** @param rest of the statement; `r` is the request, `s` who takes it */
export async function selectLeave(
  work: UnitOfWork,
  rest: string,
  parameters: readonly unknown[],
): Promise<Leave[]> {
  const rows = await work.query<LeaveRow>(`${LEAVE} ${rest}`, parameters);
  return rows.map((row) => withoutNulls<Leave>(row));
}
