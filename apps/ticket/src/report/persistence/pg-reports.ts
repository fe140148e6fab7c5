import { Injectable } from '@nestjs/common';
import type { TopicCount } from '@switchyard/domain';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import {
  type ComplaintCounts,
  type ConductCount,
  type Counted,
  type DayCount,
  type LimitCount,
  type ReportPeriod,
  Reports,
  type Totals,
} from '../reports.port';
import { REPORT_SQL } from './report-sql';

/** A year's report of a large centre reads every work order of two years. */
const TIMEOUT_MS = 60_000;

@Injectable()
export class PgReports extends Reports {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  consistently<T>(work: () => Promise<T>): Promise<T> {
    return this.work.inTransaction(work, { statementTimeoutMs: TIMEOUT_MS, snapshot: true });
  }

  async totals(period: ReportPeriod, now: Date): Promise<Totals> {
    const [totals] = await this.work.query<Totals>(REPORT_SQL.totals, [...valuesOf(period), now]);
    if (!totals) throw new Error('counts give no row');
    return totals;
  }

  byKind(period: ReportPeriod): Promise<readonly Counted[]> {
    return this.rows(REPORT_SQL.byKind, period);
  }

  byChannel(period: ReportPeriod): Promise<readonly Counted[]> {
    return this.rows(REPORT_SQL.byChannel, period);
  }

  byArea(period: ReportPeriod): Promise<readonly Counted[]> {
    return this.rows(REPORT_SQL.byArea, period);
  }

  byDay(period: ReportPeriod): Promise<readonly DayCount[]> {
    return this.rows(REPORT_SQL.byDay, period);
  }

  limits(period: ReportPeriod): Promise<readonly LimitCount[]> {
    return this.rows(REPORT_SQL.limits, period);
  }

  conduct(period: ReportPeriod): Promise<readonly ConductCount[]> {
    return this.rows(REPORT_SQL.conduct, period);
  }

  topics(period: ReportPeriod): Promise<readonly TopicCount[]> {
    return this.rows(REPORT_SQL.topics, period);
  }

  async complaints(period: ReportPeriod): Promise<ComplaintCounts> {
    type Repeated = ComplaintCounts['repeated'][number];
    const [satisfaction] = await this.rows<{ followedUp: number; satisfied: number }>(
      REPORT_SQL.satisfaction,
      period,
    );
    return {
      byGroup: await this.rows<Counted>(REPORT_SQL.byGroup, period),
      byContent: await this.rows<Counted>(REPORT_SQL.byContent, period),
      byCause: await this.rows<Counted>(REPORT_SQL.byCause, period),
      repeated: await this.rows<Repeated>(REPORT_SQL.repeated, period),
      followedUp: satisfaction?.followedUp ?? 0,
      satisfied: satisfaction?.satisfied ?? 0,
    };
  }

  private async rows<T extends object>(sql: string, period: ReportPeriod): Promise<T[]> {
    const rows = await this.work.query<Nullable<T>>(sql, valuesOf(period));
    return rows.map((row) => withoutNulls<T>(row));
  }
}

const valuesOf = ({ since, from, before, areaCode }: ReportPeriod) => [since, from, before, areaCode];
