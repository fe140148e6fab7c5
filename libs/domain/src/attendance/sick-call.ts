import { instantAt, type LocalDate } from '../shared';
import type { AttendancePolicy } from './attendance-policy';
import { addMinutes } from './span';

/** Before when a sick call for a working day is in time (L244): 8:45, or what the shift's template has (C16). */
export function sickCallBefore(
  workDate: LocalDate,
  templateCode: string | undefined,
  policy: AttendancePolicy,
): Date {
  const { beforeMinute, perShift } = policy.sickCall;
  const own = templateCode === undefined ? undefined : perShift[templateCode];
  return instantAt(workDate, own ?? beforeMinute);
}

/**
 * By when the return-to-work interview is held (L248): 11:00 of the day of return; for a shift that begins then or later
 * some time after its start [ours].
 */
export function returnInterviewBy(
  shift: { readonly workDate: LocalDate; readonly startAt: Date },
  { returnInterview }: AttendancePolicy,
): Date {
  const usual = instantAt(shift.workDate, returnInterview.byMinute);
  return shift.startAt < usual ? usual : addMinutes(shift.startAt, returnInterview.afterStartMinutes);
}
