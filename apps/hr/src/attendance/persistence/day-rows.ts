import type { JudgedShift } from '../attendance-days.port';

const TYPES = {
  entry_id: 'uuid',
  staff_number: 'text',
  work_date: 'date',
  start_at: 'timestamptz',
  end_at: 'timestamptz',
  duty: 'text',
  status: 'text',
  final: 'boolean',
  leave_share: 'numeric',
  late_minutes: 'integer',
  late_by: 'text',
  late_logged: 'boolean',
  signed_in_late_minutes: 'integer',
  early_minutes: 'integer',
  early_by: 'text',
  absent_because: 'text',
  missed: 'text',
  first_in_at: 'timestamptz',
  last_out_at: 'timestamptz',
  first_case_work: 'text',
  first_case_received_at: 'timestamptz',
  first_case_handled_at: 'timestamptz',
  rostered_minutes: 'integer',
  worked_minutes: 'integer',
  overtime_minutes: 'integer',
} as const;

export const DAY_COLUMNS = Object.keys(TYPES);
export const DAY_RECORD = `(${Object.entries(TYPES)
  .map(([column, type]) => `${column} ${type}`)
  .join(', ')})`;

/** Shifts as JSON for `json_to_recordset`, with the columns of `DAY_RECORD`. */
export function daysAsJson(shifts: readonly JudgedShift[]): string {
  return JSON.stringify(
    shifts.map(({ entry, verdict }): Readonly<Record<keyof typeof TYPES, unknown>> => ({
      entry_id: entry.id,
      staff_number: entry.staffNumber,
      work_date: entry.workDate,
      start_at: entry.startAt,
      end_at: entry.endAt,
      duty: entry.duty,
      status: verdict.status,
      final: verdict.final,
      leave_share: verdict.leaveShare,
      late_minutes: verdict.lateMinutes,
      late_by: verdict.lateBy,
      late_logged: verdict.lateLogged,
      signed_in_late_minutes: verdict.signedInLateMinutes,
      early_minutes: verdict.earlyMinutes,
      early_by: verdict.earlyBy,
      absent_because: verdict.absentBecause,
      missed: verdict.missed,
      first_in_at: verdict.firstInAt,
      last_out_at: verdict.lastOutAt,
      first_case_work: verdict.firstCase?.work,
      first_case_received_at: verdict.firstCase?.receivedAt,
      first_case_handled_at: verdict.firstCase?.handledAt,
      rostered_minutes: verdict.rosteredMinutes,
      worked_minutes: verdict.workedMinutes,
      overtime_minutes: verdict.overtimeMinutes,
    })),
  );
}
