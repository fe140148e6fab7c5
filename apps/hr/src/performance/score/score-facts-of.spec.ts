import type { AttendanceMonthFacts } from '../../attendance/attendance-facts.port';
import { scoreFactsOf } from './score-facts-of';

const NO_LEAVE = { occurrences: 0, days: 0 };
const MONTH: AttendanceMonthFacts = {
  staffNumber: 'A001',
  month: '2026-10',
  closed: true,
  rosteredDays: 22,
  attendedDays: 22,
  onTimeDays: 22,
  onTimeBaseDays: 22,
  lateCount: 1,
  lateMinutes: 7,
  loggedLateCount: 0,
  earlyCount: 0,
  earlyMinutes: 0,
  absentDays: 0,
  missedPunchDays: 0,
  trainingDays: 0,
  overtimeMinutes: 0,
  rosteredMinutes: 9_000,
  workedMinutes: 9_000,
  sick: NO_LEAVE,
  personal: NO_LEAVE,
  yearSick: NO_LEAVE,
  yearPersonal: NO_LEAVE,
};

const attendanceOf = (change: Partial<AttendanceMonthFacts>) =>
  scoreFactsOf('2026-10', {
    attendance: { ...MONTH, ...change },
    training: undefined,
    work: undefined,
    items: [],
    year: undefined,
  }).attendance;

describe('the attendance that a score is reckoned from', () => {
  it('is known once the month is closed', () => {
    expect(attendanceOf({})).toMatchObject({ state: 'known', value: { lateCount: 1 } });
    expect(attendanceOf({ closed: false })).toEqual({ state: 'unknown' });
  });

  it('is unknown of whom nobody expected on any day, so that it is not taken for a month without a fault', () => {
    const nowhere = { rosteredDays: 0, attendedDays: 0, lateCount: 0 };
    expect(attendanceOf(nowhere)).toEqual({ state: 'unknown' });
    const ill = { ...nowhere, sick: { occurrences: 1, days: 22 } };
    expect(attendanceOf(ill)).toMatchObject({ state: 'known', value: { sick: { days: 22 } } });
  });
});
