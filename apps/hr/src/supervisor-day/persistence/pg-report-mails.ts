import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import {
  CURSOR_PARTS,
  decodeCursor,
  type Nullable,
  pageOf,
  UnitOfWork,
  withoutNulls,
} from '@switchyard/platform';
import {
  type ReportMail,
  type ReportMailOutcome,
  type ReportMailPage,
  ReportMails,
  type TriedMail,
} from '../daily-report/report-mails.port';

const MAIL = `day::text, recipient, version, outcome, tries, next_try_at as "nextTryAt", last_answer as "lastAnswer",
  settled_at as "settledAt"`;
const DAY = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgReportMails extends ReportMails {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async queue(day: LocalDate, recipients: readonly string[], version: number, at: Date): Promise<void> {
    await this.work.execute(
      `insert into daily_report_mail (day, recipient, version, outcome, next_try_at, queued_at)
       select $1::date, recipient, $3, 'waiting', $4, $4 from unnest($2::text[]) as r (recipient)
       on conflict (day, recipient) do nothing`,
      [day, recipients, version, at],
    );
  }

  requeue(day: LocalDate, recipients: readonly string[], version: number, at: Date): Promise<number> {
    return this.work.execute(
      `insert into daily_report_mail (day, recipient, version, outcome, next_try_at, queued_at)
       select $1::date, recipient, $3, 'waiting', $4, $4 from unnest($2::text[]) as r (recipient)
       on conflict (day, recipient) do update set outcome = 'waiting', version = $3, tries = 0, next_try_at = $4,
         settled_at = null, queued_at = $4
       where daily_report_mail.outcome <> 'sending'`,
      [day, recipients, version, at],
    );
  }

  async claim(now: Date, leaseUntil: Date, limit: number): Promise<readonly ReportMail[]> {
    const rows = await this.work.query<Nullable<ReportMail>>(
      `update daily_report_mail set outcome = 'sending', tries = tries + 1, lease_until = $2, next_try_at = null
       where (day, recipient) in (
         select day, recipient from daily_report_mail where outcome = 'waiting' and next_try_at <= $1
         order by next_try_at, day, recipient limit $3 for update skip locked)
       returning ${MAIL}`,
      [now, leaseUntil, limit],
    );
    return rows.map((row) => withoutNulls<ReportMail>(row));
  }

  async settle(day: LocalDate, recipient: string, tried: TriedMail): Promise<void> {
    const { outcome, answer, at, nextTryAt } = tried;
    await this.work.execute(
      `update daily_report_mail set outcome = $3, last_answer = $4, next_try_at = $5, lease_until = null,
         settled_at = case when $3 = 'waiting' then null else $6::timestamptz end
       where day = $1 and recipient = $2 and outcome = 'sending'`,
      [day, recipient, outcome, answer, nextTryAt, at],
    );
  }

  giveUpHeld(now: Date): Promise<number> {
    return this.work.execute(
      `update daily_report_mail set outcome = 'unknown', lease_until = null, settled_at = $1,
         last_answer = 'The service stopped while it was being mailed.'
       where outcome = 'sending' and lease_until < $1`,
      [now],
    );
  }

  async of(day: LocalDate): Promise<readonly ReportMail[]> {
    const rows = await this.work.query<Nullable<ReportMail>>(
      `select ${MAIL} from daily_report_mail where day = $1 order by recipient`,
      [day],
    );
    return rows.map((row) => withoutNulls<ReportMail>(row));
  }

  async list(
    { day, outcome }: { readonly day?: LocalDate; readonly outcome?: ReportMailOutcome },
    limit: number,
    cursor?: string,
  ): Promise<ReportMailPage> {
    const after = cursor === undefined ? [] : decodeCursor(cursor, DAY, CURSOR_PARTS.text);
    const rows = await this.work.query<Nullable<ReportMail>>(
      `select ${MAIL} from daily_report_mail
       where ($1::date is null or day = $1) and ($2::text is null or outcome = $2)
         and ($3::date is null or day < $3 or (day = $3 and recipient > $4))
       order by daily_report_mail.day desc, recipient limit $5`,
      [day, outcome, after[0], after[1], limit + 1],
    );
    const mails = rows.map((row) => withoutNulls<ReportMail>(row));
    return pageOf(mails, limit, (mail) => [mail.day, mail.recipient]);
  }
}
