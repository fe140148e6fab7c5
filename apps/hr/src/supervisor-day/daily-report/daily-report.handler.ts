import { Controller } from '@nestjs/common';
import {
  DAILY_REPORT_ERRORS,
  type DailyReportMailPage,
  type DailyReportPage,
  DailyReportReference,
  type DailyReportSheet,
  DailyReportSheetRequest,
  type DailyReportView,
  GetDailyReport,
  GetDailyReportRequest,
  GetDailyReportSheet,
  ListDailyReportMails,
  ListDailyReportMailsRequest,
  ListDailyReports,
  ListDailyReportsRequest,
  MakeDailyReport,
  type RequestContext,
} from '@switchyard/contracts';
import type { LocalDate } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import { type DailyReport, type DailyReportFilter, DailyReports } from './daily-reports.port';
import { MakeReport } from './make-report';
import { toMailView, toReportView } from './report-views';
import { ReportMails } from './report-mails.port';
import { reportSheet } from './report-sheet';

@Controller()
export class DailyReportHandler {
  constructor(
    private readonly reports: DailyReports,
    private readonly mails: ReportMails,
    private readonly make: MakeReport,
  ) {}

  @Handles(ListDailyReports)
  async list({ limit, cursor, order, ...filter }: ListDailyReportsRequest): Promise<DailyReportPage> {
    const page = await this.reports.list(filter as DailyReportFilter, { limit, cursor, order });
    return {
      ...page,
      items: page.items.map(({ madeAt, ...head }) => ({ ...head, madeAt: madeAt.toISOString() })),
    };
  }

  @Handles(GetDailyReport)
  async get({ day, version }: GetDailyReportRequest): Promise<DailyReportView> {
    return toReportView(await this.report(day, version));
  }

  @Handles(GetDailyReportSheet)
  async sheet({ day, version, language }: DailyReportSheetRequest): Promise<DailyReportSheet> {
    const { title, facts, sections, dated } = reportSheet(await this.report(day, version), language);
    return {
      title,
      facts: [...facts],
      dated: dated.toISOString(),
      sections: sections.map((section) => ({
        ...section,
        columns: [...section.columns],
        rows: section.rows.map((cells) => ({ cells: [...cells] })),
      })),
    };
  }

  @Handles(MakeDailyReport)
  async again({ day }: DailyReportReference, context: RequestContext): Promise<DailyReportView> {
    return toReportView(await this.make.execute(day as LocalDate, context));
  }

  @Handles(ListDailyReportMails)
  async mailed({
    limit = 50,
    cursor,
    day,
    outcome,
  }: ListDailyReportMailsRequest): Promise<DailyReportMailPage> {
    const filter = { ...(day !== undefined && { day: day as LocalDate }), ...(outcome && { outcome }) };
    const page = await this.mails.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toMailView) };
  }

  private async report(day: string, version?: number): Promise<DailyReport> {
    const report = await this.reports.find(day as LocalDate, version);
    if (report) return report;
    throw new DomainError(
      DAILY_REPORT_ERRORS.notFound,
      version === undefined
        ? `No report of ${day} was made; POST /daily-reports/${day}/versions makes one.`
        : `The report of ${day} has no version ${version}.`,
      { day, ...(version !== undefined && { version }) },
    );
  }
}
