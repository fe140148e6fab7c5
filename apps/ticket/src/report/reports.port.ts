import type { TopicCount } from '@switchyard/domain';

export interface ReportPeriod {
  /** Start of the period before. */
  readonly since: Date;
  readonly from: Date;
  readonly before: Date;
  readonly areaCode?: string;
}

export interface Counted {
  readonly name: string;
  readonly count: number;
  readonly before: number;
}

export interface Totals {
  readonly opened: number;
  readonly openedBefore: number;
  readonly closed: number;
  readonly open: number;
  readonly overdue: number;
}

export interface DayCount {
  readonly day: string;
  readonly opened: number;
  readonly closed: number;
}

export interface LimitCount {
  readonly department: string;
  readonly limit: string;
  readonly clocks: number;
  readonly onTime: number;
  readonly late: number;
  readonly overdue: number;
  readonly running: number;
  readonly averageMinutes?: number;
}

export interface ConductCount {
  readonly department: string;
  readonly answered: number;
  readonly sentBack: number;
  readonly urged: number;
}

export interface ComplaintCounts {
  readonly byGroup: readonly Counted[];
  readonly byContent: readonly Counted[];
  readonly byCause: readonly Counted[];
  readonly repeated: readonly { readonly accountNo: string; readonly complaints: number }[];
  readonly followedUp: number;
  readonly satisfied: number;
}

/** What work orders, their clocks and follow-up calls come to. */
export abstract class Reports {
  /** All of the following from one snapshot of the data. */
  abstract consistently<T>(work: () => Promise<T>): Promise<T>;
  abstract totals(period: ReportPeriod, now: Date): Promise<Totals>;
  abstract byKind(period: ReportPeriod): Promise<readonly Counted[]>;
  abstract byChannel(period: ReportPeriod): Promise<readonly Counted[]>;
  /** The twenty with the most. */
  abstract byArea(period: ReportPeriod): Promise<readonly Counted[]>;
  abstract byDay(period: ReportPeriod): Promise<readonly DayCount[]>;
  abstract limits(period: ReportPeriod): Promise<readonly LimitCount[]>;
  abstract conduct(period: ReportPeriod): Promise<readonly ConductCount[]>;
  abstract topics(period: ReportPeriod): Promise<readonly TopicCount[]>;
  abstract complaints(period: ReportPeriod): Promise<ComplaintCounts>;
}
