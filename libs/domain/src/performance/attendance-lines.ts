import type { AttendanceFact } from './score-facts';
import { hundredth, type ScoreLine, times, unitsOf } from './score-line';
import type { MonthlyScorePolicy } from './monthly-score-policy';

/** Late or early −2 each; sick or personal leave −4 by occurrence (L385); out of one pool (C21). */
export function attendancePoints(
  { lateCount, earlyCount, absentDays, sick, personal }: AttendanceFact,
  { score: { attendance } }: MonthlyScorePolicy,
): readonly ScoreLine[] {
  const line = (count: number, each: number, zh: string, en: string): readonly ScoreLine[] =>
    count === 0
      ? []
      : [
          {
            pool: 'attendance',
            rule: 'L385',
            fact: { 'zh-CN': zh, en },
            arithmetic: times(count, each),
            points: hundredth(-count * each) + 0,
          },
        ];
  return [
    ...line(lateCount, attendance.lateOrEarly, `迟到 ${lateCount} 次`, `late: ${lateCount}`),
    ...line(earlyCount, attendance.lateOrEarly, `早退 ${earlyCount} 次`, `left early: ${earlyCount}`),
    ...line(
      sick.occurrences,
      attendance.leaveOccurrence,
      `病假 ${sick.occurrences} 次`,
      `sick leave: ${sick.occurrences}`,
    ),
    ...line(
      personal.occurrences,
      attendance.leaveOccurrence,
      `事假 ${personal.occurrences} 次`,
      `personal leave: ${personal.occurrences}`,
    ),
    ...line(
      absentDays,
      attendance.absentDay,
      `旷工 ${absentDays} 天`,
      `absent without leave, days: ${absentDays}`,
    ),
  ];
}

/** Sick −10 yuan a day, none from 7 days; personal −30 a day, none from 5 days (L373–374). Fen. */
export function attendanceBonus(
  { sick, personal }: AttendanceFact,
  { bonus: { attendance }, rounding }: MonthlyScorePolicy,
): readonly ScoreLine[] {
  const line = (days: number, each: number, noneFrom: number, rule: string, zh: string, en: string) => {
    if (days === 0) return [];
    const none = days >= noneFrom;
    const units = unitsOf(days, 1, rounding);
    return [
      {
        pool: 'attendance' as const,
        rule,
        fact: { 'zh-CN': `${zh} ${days} 天`, en: `${en}, days: ${days}` },
        arithmetic: none ? `${days} ≥ ${noneFrom} → −${attendance.pool / 100}` : times(units, each / 100),
        points: none ? -attendance.pool : -Math.round(units * each) + 0,
      },
    ];
  };
  const { sickDay, noneFromSickDays, personalDay, noneFromPersonalDays } = attendance;
  return [
    ...line(sick.days, sickDay, noneFromSickDays, 'L373', '病假', 'sick leave'),
    ...line(personal.days, personalDay, noneFromPersonalDays, 'L374', '事假', 'personal leave'),
  ];
}
