import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Inject, Injectable } from '@nestjs/common';
import { addSeconds, type DailyReportPolicy, judgeMailFailure, pauseBeforeNextTry } from '@switchyard/domain';
import { CLOCK, type Clock, Logger, sheetHtml, sheetPdf, sheetXlsx } from '@switchyard/platform';
import { HrConfig } from '../../hr.config';
import { Policies } from '../../policy/policies';
import { type Mail, Mailer, MailNotTaken } from '../mail/mailer.port';
import { DailyReports } from './daily-reports.port';
import { type ReportMail, ReportMails, type TriedMail } from './report-mails.port';
import { reportSheet } from './report-sheet';

/** Mails that are on their way at once. */
const AT_ONCE = 5;
/** Rounds of one turn: more recipients than a policy may name. */
const MOST_ROUNDS = 40;
/** Beyond the time-outs of one mail: in hand for longer, its process is gone. */
const LEASE_FACTOR = 10;
const LONGEST_ANSWER = 1000;

type Content = Pick<Mail, 'subject' | 'text' | 'html' | 'attachments'>;

/**
 * Mails what waits, each recipient by themselves: who has the report of a day does not get it again, also when the service is started
 * anew in between. What was being mailed when a process ended is `unknown`, and is mailed again only when somebody says so.
 */
@Injectable()
export class MailDueReports {
  private readonly logger: Logger;

  constructor(
    private readonly mails: ReportMails,
    private readonly reports: DailyReports,
    private readonly mailer: Mailer,
    private readonly policies: Policies,
    private readonly config: HrConfig,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.logger = logger.named('MailDueReports');
  }

  /** @returns how many tries were made */
  async execute(): Promise<number> {
    await this.mails.giveUpHeld(this.clock.now());
    const policy = await this.policies.inForce('daily-report', this.clock.now());
    const contents = new Map<string, Promise<Content>>();
    let tried = 0;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const now = this.clock.now();
      const lease = addSeconds(now, (this.config.smtpTimeoutMs * LEASE_FACTOR) / 1000);
      const due = await this.mails.claim(now, lease, AT_ONCE);
      await Promise.all(due.map((mail) => this.mail(mail, policy, contents)));
      tried += due.length;
      if (due.length < AT_ONCE) break;
    }
    return tried;
  }

  private async mail(
    mail: ReportMail,
    policy: DailyReportPolicy,
    contents: Map<string, Promise<Content>>,
  ): Promise<void> {
    const tried = await this.try(mail, policy, contents);
    await this.mails.settle(mail.day, mail.recipient, tried);
    const { outcome, answer } = tried;
    if (outcome !== 'sent') {
      this.logger.warn('the daily report was not mailed', {
        day: mail.day,
        tries: mail.tries,
        outcome,
        answer,
      });
    }
  }

  private async try(
    mail: ReportMail,
    policy: DailyReportPolicy,
    contents: Map<string, Promise<Content>>,
  ): Promise<TriedMail> {
    const key = `${mail.day} ${mail.version}`;
    const content = contents.get(key) ?? this.contentOf(mail, policy);
    contents.set(key, content);
    try {
      const answer = await this.mailer.send({
        ...(await content),
        to: mail.recipient,
        messageId: messageIdOf(mail),
      });
      return { outcome: 'sent', answer: answer.slice(0, LONGEST_ANSWER), at: this.clock.now() };
    } catch (error) {
      if (!(error instanceof MailNotTaken)) throw error;
      return this.afterFailure(error, mail, policy);
    }
  }

  private afterFailure(
    { failure, message }: MailNotTaken,
    { tries }: ReportMail,
    { retry }: DailyReportPolicy,
  ): TriedMail {
    const at = this.clock.now();
    const tried = { answer: message.slice(0, LONGEST_ANSWER), at };
    const judged = judgeMailFailure(failure);
    if (judged !== 'again') return { ...tried, outcome: judged };
    const pause = pauseBeforeNextTry(tries, retry);
    return pause === undefined
      ? { ...tried, outcome: 'failed' }
      : { ...tried, outcome: 'waiting', nextTryAt: addSeconds(at, pause) };
  }

  private async contentOf({ day, version }: ReportMail, { language }: DailyReportPolicy): Promise<Content> {
    const report = await this.reports.find(day, version);
    if (!report) throw new Error(`version ${version} of the report of ${day} is gone`);
    const sheet = reportSheet(report, language);
    const [pdf, xlsx] = await Promise.all([buffer(sheetPdf(sheet)), buffer(sheetXlsx(sheet, language))]);
    const name = `daily-report-${day}-v${version}`;
    return {
      subject: `${sheet.title} ${day}`,
      text: `${[sheet.title, ...sheet.facts].join('\n')}\n`,
      html: sheetHtml(sheet, language),
      attachments: [
        { name: `${name}.pdf`, type: 'application/pdf', content: pdf },
        {
          name: `${name}.xlsx`,
          type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          content: xlsx,
        },
      ],
    };
  }
}

/** The same for every try at the same mail. */
function messageIdOf({ day, version, recipient }: ReportMail): string {
  const who = createHash('sha256').update(recipient).digest('hex').slice(0, 16);
  return `daily-report.${day}.${version}.${who}@switchyard`;
}
