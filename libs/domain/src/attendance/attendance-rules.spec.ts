import { localDate } from '../shared';
import {
  attendancePolicyDocument,
  leaveFigures,
  monthFigures,
  parseAttendancePolicy,
  returnInterviewBy,
  sickCallBefore,
  STANDARD_ATTENDANCE_POLICY as POLICY,
} from '.';

const at = (text: string): Date => new Date(`${text}:00+08:00`);
const date = localDate('2026-11-02');

test('a sick call is in time before 8:45, or what is set for a shift (C16)', () => {
  expect(sickCallBefore(date, 'early', POLICY)).toEqual(at('2026-11-02T08:45'));
  const sickCall = { beforeMinute: 525, perShift: { 'night-8': 1260 } };
  expect(sickCallBefore(date, 'night-8', { ...POLICY, sickCall })).toEqual(at('2026-11-02T21:00'));
});

test('the interview on return is held by 11:00, for a later shift some time after its start', () => {
  const shift = (time: string) => ({ workDate: date, startAt: at(`2026-11-02T${time}`) });
  expect(returnInterviewBy(shift('09:30'), POLICY)).toEqual(at('2026-11-02T11:00'));
  expect(returnInterviewBy(shift('15:00'), POLICY)).toEqual(at('2026-11-02T17:30'));
});

test('the policy is read as it is written, and what is wrong is named', () => {
  const document = attendancePolicyDocument({
    ...POLICY,
    sickCall: { beforeMinute: 525, perShift: { late: 600 } },
  });
  expect(document).toMatchObject({ sickCall: { before: '08:45', perShift: { late: '10:00' } } });
  expect(parseAttendancePolicy(document)).toMatchObject({ ok: true });
  const read = parseAttendancePolicy({
    ...document,
    interviewFromCount: 0,
    sickCall: { before: '8:45', perShift: {} },
  });
  expect(read.ok ? [] : read.error.map(({ path }) => path)).toEqual([
    'interviewFromCount',
    'sickCall.before',
  ]);
});

test('two shifts of one day are one day, half attended when one was missed', () => {
  const shift = {
    workDate: '2026-11-02',
    status: 'present' as const,
    leaveShare: 0 as const,
    lateMinutes: 0,
    lateLogged: false,
    earlyMinutes: 0,
    overtimeMinutes: 0,
    rosteredMinutes: 240,
    workedMinutes: 240,
  };
  const month = monthFigures([shift, { ...shift, status: 'absent', workedMinutes: 0 }], 30);
  expect(month).toMatchObject({
    rosteredDays: 1,
    attendedDays: 0.5,
    absentDays: 0.5,
    onTimeDays: 0,
    restDays: 29,
  });
});

test('a leave of three days is one occurrence', () => {
  const days = [
    { requestId: 'a', days: 3 },
    { requestId: 'b', days: 0.5 },
  ];
  expect(leaveFigures(days)).toEqual({ occurrences: 2, days: 3.5 });
});
