import type { DailyReportMailView, DailyReportView } from '@switchyard/contracts';
import type { DailyReport } from './daily-reports.port';
import type { ReportMail } from './report-mails.port';

export function toReportView({ madeAt, parts, ...head }: DailyReport): DailyReportView {
  return {
    ...head,
    madeAt: madeAt.toISOString(),
    parts: parts.map((part) => ({ ...part, lines: [...part.lines] })),
  };
}

export function toMailView({ nextTryAt, settledAt, ...mail }: ReportMail): DailyReportMailView {
  return {
    ...mail,
    ...(nextTryAt && { nextTryAt: nextTryAt.toISOString() }),
    ...(settledAt && { settledAt: settledAt.toISOString() }),
  };
}
