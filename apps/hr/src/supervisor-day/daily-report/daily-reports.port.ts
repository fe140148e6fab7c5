import type { LocalDate } from '@switchyard/domain';

export interface ReportLine {
  readonly labelZh: string;
  readonly labelEn: string;
  readonly value?: string;
  readonly target?: string;
}

export interface ReportPart {
  readonly part: 'telephone' | 'tickets' | 'attendance';
  readonly titleZh: string;
  readonly titleEn: string;
  readonly there: boolean;
  /** Why it is away. */
  readonly reason?: string;
  readonly lines: readonly ReportLine[];
}

export interface NewDailyReport {
  readonly day: LocalDate;
  readonly complete: boolean;
  readonly parts: readonly ReportPart[];
  readonly madeAt: Date;
  readonly madeBy: string;
}

export interface DailyReport extends NewDailyReport {
  readonly version: number;
}

export interface DailyReportFilter {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly complete?: boolean;
}

export interface DailyReportPage {
  readonly items: readonly Omit<DailyReport, 'parts'>[];
  readonly nextCursor?: string;
}

/** Daily reports; every version is kept. */
export abstract class DailyReports {
  /** Adds the next version of its day, from 1; one at a time. */
  abstract add(report: NewDailyReport): Promise<DailyReport>;
  /** The latest version unless one is named. */
  abstract find(day: LocalDate, version?: number): Promise<DailyReport | undefined>;
  abstract list(
    filter: DailyReportFilter,
    page: { readonly limit?: number; readonly cursor?: string; readonly order?: 'newest' | 'oldest' },
  ): Promise<DailyReportPage>;
}
