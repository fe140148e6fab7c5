import type { ServiceReportView } from '@switchyard/contracts';
import type { ReportLine } from '../daily-reports.port';
import { countLine, percentLine } from './report-lines';

/** A day of the service desk: what came in, what was closed, what is late. */
export function ticketLines(report: ServiceReportView): ReportLine[] {
  const { complaints } = report;
  return [
    countLine('受理工单', 'Work orders opened', report.opened),
    countLine('前一日受理', 'Opened the day before', report.openedBefore),
    countLine('办结工单', 'Work orders closed', report.closed),
    countLine('在办工单', 'Open now', report.open),
    countLine('其中超时', 'Of these, past a time limit', report.overdue),
    countLine('投诉', 'Complaints', complaints.complaints),
    percentLine('投诉满意率', 'Satisfied after a complaint', complaints.satisfiedPercent),
    ...report.byKind.map(({ name, count }) => countLine(`类型 ${name}`, `Kind ${name}`, count)),
    ...report.hotTopics.map(({ kind, name, count }) =>
      countLine(`热点 ${kind} ${name}`, `Hot topic ${kind} ${name}`, count),
    ),
  ];
}
