import type { MonthlyScorePolicy } from './monthly-score-policy';
import type { ScoreFacts } from './score-facts';

export interface DismissalAlert {
  readonly reason: 'sick-leave' | 'personal-leave' | 'absence-lateness-sickness';
  readonly rule: string;
  readonly text: { readonly 'zh-CN': string; readonly en: string };
}

/**
 * What HR is to look at, and nothing more (L373–375, §22): more than a month of sick or of personal leave in a year; absence, lateness (or
 * leaving early) and long sickness in one year. The law bars dismissal during the medical period, which the alert says.
 */
export function dismissalAlerts(
  { attendance }: ScoreFacts,
  { dismissal }: MonthlyScorePolicy,
): readonly DismissalAlert[] {
  if (attendance.state !== 'known') return [];
  const { sickDays, personalDays, lateOrEarlyCount, absentDays } = attendance.value.year;
  const { from, to } = dismissal.medicalPeriodMonths;
  const barred = {
    'zh-CN': `法定医疗期（按工作年限 ${from}–${to} 个月）内不得解除劳动合同；仅供人工核查，不作任何处理。`,
    en: `Dismissal is barred during the statutory medical period (医疗期, ${from}–${to} months by years of work); for a person to look at, nothing is done.`,
  };
  const alerts: DismissalAlert[] = [];
  const add = (reason: DismissalAlert['reason'], rule: string, zh: string, en: string) =>
    alerts.push({ reason, rule, text: { 'zh-CN': `${zh}${barred['zh-CN']}`, en: `${en} ${barred.en}` } });
  if (sickDays > dismissal.sickDaysOver)
    add('sick-leave', 'L373', `本年病假累计 ${sickDays} 天。`, `Sick leave of this year: ${sickDays} days.`);
  if (personalDays > dismissal.personalDaysOver)
    add(
      'personal-leave',
      'L374',
      `本年事假累计 ${personalDays} 天。`,
      `Personal leave of this year: ${personalDays} days.`,
    );
  if (absentDays > 0 && lateOrEarlyCount > 0 && sickDays >= dismissal.longSickDays)
    add(
      'absence-lateness-sickness',
      'L375',
      `本年旷工 ${absentDays} 天、迟到早退 ${lateOrEarlyCount} 次、病假 ${sickDays} 天。`,
      `This year: absent ${absentDays} days, late or early ${lateOrEarlyCount} times, sick ${sickDays} days.`,
    );
  return alerts;
}
