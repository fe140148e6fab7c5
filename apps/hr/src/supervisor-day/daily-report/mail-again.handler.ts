import { Controller, Inject } from '@nestjs/common';
import {
  DAILY_REPORT_ERRORS,
  type DailyReportMails,
  MailDailyReportAgain,
  MailDailyReportAgainRequest,
} from '@switchyard/contracts';
import type { LocalDate } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { DailyReports } from './daily-reports.port';
import { ReportMails } from './report-mails.port';
import { toMailView } from './report-views';

/** The next sweep mails them. */
@Controller()
export class MailAgainHandler {
  constructor(
    private readonly reports: DailyReports,
    private readonly mails: ReportMails,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(MailDailyReportAgain)
  async handle(request: MailDailyReportAgainRequest): Promise<DailyReportMails> {
    const day = request.day as LocalDate;
    const now = this.clock.now();
    const report = await this.reports.find(day);
    if (!report) {
      throw new DomainError(DAILY_REPORT_ERRORS.notFound, `No report of ${day} was made; make it first.`, {
        day,
      });
    }
    const before = await this.mails.of(day);
    const known = (recipient: string) => before.find((mail) => mail.recipient === recipient)?.outcome;
    const { recipients } = await this.policies.inForce('daily-report', now);
    const missed = recipients.filter((recipient) => !['sent', 'sending'].includes(known(recipient) ?? ''));
    const named = request.recipients?.map((recipient) => recipient.toLowerCase());
    const queued = await this.mails.requeue(day, [...new Set(named ?? missed)], report.version, now);
    const mails = (await this.mails.of(day)).map(toMailView);
    if (queued > 0) return { mails };
    throw new DomainError(
      DAILY_REPORT_ERRORS.nobodyToMail,
      'Everybody has the report, or is being mailed now; name recipients who are to get it once more.',
      { field: 'recipients', mails },
    );
  }
}
