import type { DayStatus, DayVerdict } from './evaluate-day';

/** Half or whole days of a leave within a month. */
export interface LeaveOfMonth {
  readonly requestId: string;
  readonly days: number;
}

export interface LeaveFigures {
  readonly occurrences: number;
  readonly days: number;
}

export interface MonthFigures {
  readonly rosteredDays: number;
  readonly attendedDays: number;
  readonly onTimeDays: number;
  readonly onTimeBaseDays: number;
  readonly lateCount: number;
  readonly lateMinutes: number;
  readonly loggedLateCount: number;
  readonly earlyCount: number;
  readonly earlyMinutes: number;
  readonly absentDays: number;
  readonly missedPunchDays: number;
  readonly trainingDays: number;
  readonly fieldDays: number;
  readonly leaveDays: number;
  readonly overtimeMinutes: number;
  readonly rosteredMinutes: number;
  readonly workedMinutes: number;
  /** Days of the month without a shift, each by itself. */
  readonly restDays: number;
}

export type EvaluatedDay = Pick<
  DayVerdict,
  | 'status'
  | 'leaveShare'
  | 'lateMinutes'
  | 'lateLogged'
  | 'earlyMinutes'
  | 'overtimeMinutes'
  | 'rosteredMinutes'
  | 'workedMinutes'
> & { readonly workDate: string };

const ATTENDED: ReadonlySet<DayStatus> = new Set(['present', 'field-work', 'training', 'missed-punch']);

/**
 * A person's month out of its days (§9, §12.1, §12.2). A day with two shifts is one day: attended by the shifts attended,
 * on time when all of them were. Days that are still expected count as rostered only.
 * @param daysOfMonth how many days the month has, 28 to 31
 */
export function monthFigures(days: readonly EvaluatedDay[], daysOfMonth: number): MonthFigures {
  const byDate = new Map<string, EvaluatedDay[]>();
  for (const day of days) byDate.set(day.workDate, [...(byDate.get(day.workDate) ?? []), day]);
  const sum = (value: (day: EvaluatedDay) => number) => days.reduce((total, day) => total + value(day), 0);
  const dates = [...byDate.values()];
  const total = (value: (shifts: readonly EvaluatedDay[]) => number) =>
    dates.reduce((all, shifts) => all + value(shifts), 0);
  const whole = (fits: (day: EvaluatedDay) => boolean) => total((shifts) => (shifts.every(fits) ? 1 : 0));
  const some = (fits: (day: EvaluatedDay) => boolean) => total((shifts) => (shifts.some(fits) ? 1 : 0));
  return {
    rosteredDays: byDate.size,
    attendedDays: total(meanOf(attendedShare)),
    onTimeDays: whole(isOnTime),
    onTimeBaseDays: some(
      (day) => day.status !== 'leave' && day.status !== 'training' && day.status !== 'expected',
    ),
    lateCount: sum(({ lateMinutes }) => (lateMinutes > 0 ? 1 : 0)),
    lateMinutes: sum(({ lateMinutes }) => lateMinutes),
    loggedLateCount: sum(({ lateLogged }) => (lateLogged ? 1 : 0)),
    earlyCount: sum(({ earlyMinutes }) => (earlyMinutes > 0 ? 1 : 0)),
    earlyMinutes: sum(({ earlyMinutes }) => earlyMinutes),
    absentDays: total(meanOf((day) => (day.status === 'absent' ? 1 - day.leaveShare : 0))),
    missedPunchDays: some(({ status }) => status === 'missed-punch'),
    trainingDays: whole(({ status }) => status === 'training'),
    fieldDays: some(({ status }) => status === 'field-work'),
    leaveDays: total(meanOf(({ leaveShare }) => leaveShare)),
    overtimeMinutes: sum(({ overtimeMinutes }) => overtimeMinutes),
    rosteredMinutes: sum(({ rosteredMinutes }) => rosteredMinutes),
    workedMinutes: sum(({ workedMinutes }) => workedMinutes),
    restDays: daysOfMonth - byDate.size,
  };
}

function attendedShare({ status, leaveShare }: EvaluatedDay): number {
  return ATTENDED.has(status) ? 1 - leaveShare : 0;
}

/** Worked, and neither late nor away early; training and leave are no case of it (§12.2). */
function isOnTime({ status, lateMinutes, earlyMinutes }: EvaluatedDay): boolean {
  return (status === 'present' || status === 'field-work') && lateMinutes === 0 && earlyMinutes === 0;
}

const meanOf =
  (value: (day: EvaluatedDay) => number) =>
  (shifts: readonly EvaluatedDay[]): number =>
    shifts.reduce((all, day) => all + value(day), 0) / shifts.length;

/** Leaves and their days; a leave of three days is one occurrence. */
export function leaveFigures(leaves: readonly LeaveOfMonth[]): LeaveFigures {
  return {
    occurrences: new Set(leaves.map(({ requestId }) => requestId)).size,
    days: leaves.reduce((sum, { days }) => sum + days, 0),
  };
}

/** A share in per cent with one decimal; undefined of nothing. */
export function attendanceRate(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.round((part / whole) * 1000) / 10;
}
