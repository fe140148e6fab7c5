import type { InspectorWorkload, QualityReportRow } from '@switchyard/contracts';

export interface ReportFilter {
  readonly from: string;
  readonly to: string;
  readonly staffNumber?: string;
  readonly groupCode?: string;
  readonly groups?: readonly string[];
}

/** Figures of quality control. */
export abstract class QualityReports {
  /** By key. */
  abstract rows(
    by: 'agent' | 'group' | 'item' | 'week',
    filter: ReportFilter,
  ): Promise<readonly QualityReportRow[]>;
  /** By staff number. @param now for what is overdue */
  abstract workload(from: string, to: string, now: Date): Promise<readonly Omit<InspectorWorkload, 'name'>[]>;
}
