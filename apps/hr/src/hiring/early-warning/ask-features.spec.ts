import type { AttendanceFacts, AttendanceMonthFacts } from '../../attendance/attendance-facts.port';
import type { MonthlyScores } from '../../performance/score/monthly-scores.port';
import type { QualityFacts } from '../../quality/quality-facts.port';
import { AskFeatures } from './ask-features';

const NOTHING = { occurrences: 0, days: 0 };
const month = (staffNumber: string, facts: Partial<AttendanceMonthFacts>): AttendanceMonthFacts => ({
  staffNumber,
  month: '2026-03',
  closed: false,
  rosteredDays: 20,
  attendedDays: 20,
  onTimeDays: 20,
  onTimeBaseDays: 20,
  lateCount: 0,
  lateMinutes: 0,
  loggedLateCount: 0,
  earlyCount: 0,
  earlyMinutes: 0,
  absentDays: 0,
  missedPunchDays: 0,
  trainingDays: 0,
  overtimeMinutes: 0,
  rosteredMinutes: 9600,
  workedMinutes: 9600,
  sick: NOTHING,
  personal: NOTHING,
  yearSick: NOTHING,
  yearPersonal: NOTHING,
  ...facts,
});

describe('what other features know of who may leave', () => {
  it('is summed over the months, scores and quality are averaged, and what nobody knows stays out', async () => {
    const attendance = {
      ofMonth: async () => [
        month('A1', {
          lateCount: 2,
          absentDays: 1,
          overtimeMinutes: 90,
          personal: { occurrences: 1, days: 2 },
        }),
        month('A2', { rosteredDays: 0, lateCount: 0 }),
      ],
    } as unknown as AttendanceFacts;
    const quality = {
      ofMonth: async (_staff: readonly string[], of: string) => [
        {
          staffNumber: 'A1',
          evaluations: of === '2026-02' ? 1 : 3,
          meanScore: of === '2026-02' ? 60 : 100,
          criticalErrors: 0,
          repeatedFaults: 0,
        },
        { staffNumber: 'A2', evaluations: 0, criticalErrors: 0, repeatedFaults: 0 },
      ],
    } as unknown as QualityFacts;
    const scores = {
      totals: async () => [
        { staffNumber: 'A1', month: '2026-02', score: 70 },
        { staffNumber: 'A1', month: '2026-03', score: 81 },
      ],
    } as unknown as MonthlyScores;
    const facts = await new AskFeatures(attendance, quality, scores).of(['A1', 'A2'], ['2026-02', '2026-03']);
    expect(facts.get('A1')).toEqual({
      'absent-days': 2,
      'late-times': 4,
      'personal-leave-times': 2,
      'sick-days': 0,
      'overtime-hours': 3,
      'quality-mean': 90,
      score: 75.5,
    });
    expect(facts.get('A2')).toEqual({});
  });
});
