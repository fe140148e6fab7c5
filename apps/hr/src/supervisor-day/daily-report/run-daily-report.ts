import { Inject, Injectable } from '@nestjs/common';
import {
  addDays,
  DAILY_REPORT_DUTY,
  type DailyReportPolicy,
  type Duty,
  instantAt,
  type LocalDate,
  localDateAt,
  minuteOfDayAt,
} from '@switchyard/domain';
import { CLOCK, type Clock, systemContext } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Checklist } from '../checklist/checklist.port';
import { type DailyReport, DailyReports } from './daily-reports.port';
import { MailDueReports } from './mail-due-reports';
import { MakeReport } from './make-report';
import { type ReportMail, ReportMails } from './report-mails.port';

export const NOT_MAILED_ALARM = 'daily-report-not-mailed';

/** From when it was to be mailed until when somebody must have looked into it. */
const ALARM_MINUTES = 15;
const MINUTES_OF_DAY = 1440;
const SYSTEM = 'system:hr';

/**
 * Yesterday's report, by itself (§18): made from the time of the policy on, once more while parts are away and there is time, then mailed.
 * Mailed to everybody, the duty of the day is done; not so before 8:15, the checklist gets an alarm.
 */
@Injectable()
export class RunDailyReport {
  constructor(
    private readonly reports: DailyReports,
    private readonly mails: ReportMails,
    private readonly make: MakeReport,
    private readonly mailDue: MailDueReports,
    private readonly checklist: Checklist,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    const today = localDateAt(now);
    const policy = await this.policies.inForce('daily-report', now);
    if (minuteOfDayAt(now) >= policy.makeMinute) await this.bring(addDays(today, -1), policy, now);
    await this.mailDue.execute();
    if (minuteOfDayAt(now) >= policy.makeMinute) await this.conclude(today, policy);
  }

  /** Makes it, and lines its mails up as soon as it is whole or waiting is over. */
  private async bring(day: LocalDate, policy: DailyReportPolicy, now: Date): Promise<void> {
    const waiting = minuteOfDayAt(now) < policy.waitForPartsMinute;
    const before = await this.reports.find(day);
    const due = before === undefined || (!before.complete && waiting);
    const report = due ? await this.better(day, before) : before;
    if (!report.complete && waiting) return;
    await this.mails.queue(day, policy.recipients, report.version, now);
  }

  private async better(day: LocalDate, before: DailyReport | undefined): Promise<DailyReport> {
    const made = await this.make.parts(day);
    const there = ({ parts }: Pick<DailyReport, 'parts'>) => parts.filter((part) => part.there).length;
    if (before && there(made) <= there(before)) return before;
    return this.make.keep(made, systemContext('hr'));
  }

  private async conclude(today: LocalDate, policy: DailyReportPolicy): Promise<void> {
    const now = this.clock.now();
    const mails = await this.mails.of(addDays(today, -1));
    const outstanding = policy.recipients.filter((recipient) => !isSent(mails, recipient));
    if (policy.recipients.length > 0 && outstanding.length === 0) return this.tickOff(today, mails, now);
    if (minuteOfDayAt(now) < policy.mailBeforeMinute) return;
    const dueMinute = Math.min(MINUTES_OF_DAY, policy.mailBeforeMinute + ALARM_MINUTES);
    const link = `/daily-reports/${addDays(today, -1)}`;
    const words =
      policy.recipients.length === 0
        ? {
            titleZh: '日报未发送：未设置收件人',
            titleEn: 'The daily report was mailed to nobody: no recipients are set',
          }
        : { titleZh: '日报未按时发送', titleEn: 'The daily report was not mailed in time' };
    const duty: Duty = {
      code: NOT_MAILED_ALARM,
      ...words,
      workingDay: 1,
      dueMinute,
      link,
      rhythm: 'day',
      proof: 'text',
    };
    const period = { from: today, to: today };
    await this.checklist.add([{ duty, period, dueOn: today, dueAt: instantAt(today, dueMinute) }], now);
  }

  private async tickOff(today: LocalDate, mails: readonly ReportMail[], now: Date): Promise<void> {
    const item = await this.checklist.ofPeriod(DAILY_REPORT_DUTY, today);
    if (!item || item.doneAt) return;
    const settled = mails.flatMap(({ settledAt }) => settledAt ?? []);
    const last = new Date(Math.max(...settled.map((at) => at.getTime())));
    const at = settled.length === 0 ? now : last;
    const text = `${mails.filter(({ outcome }) => outcome === 'sent').length} × ✉`;
    await this.checklist.done(item.id, { at, by: SYSTEM, text });
  }
}

const isSent = (mails: readonly ReportMail[], recipient: string): boolean =>
  mails.some((mail) => mail.recipient === recipient && mail.outcome === 'sent');
