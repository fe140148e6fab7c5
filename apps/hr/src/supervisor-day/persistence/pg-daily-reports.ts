import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { ADVISORY_CLASS, UnitOfWork } from '@switchyard/platform';
import { listRows, type PageOptions } from '../../workplace/common/list-rows';
import {
  type DailyReport,
  type DailyReportFilter,
  type DailyReportPage,
  DailyReports,
  type NewDailyReport,
} from '../daily-report/daily-reports.port';

const HEAD = `day::text, version, complete, made_at as "madeAt", made_by as "madeBy"`;

@Injectable()
export class PgDailyReports extends DailyReports {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  add({ day, complete, parts, madeAt, madeBy }: NewDailyReport): Promise<DailyReport> {
    return this.work.inTransaction(async () => {
      await this.work.query(`select pg_advisory_xact_lock($1, hashtext('hr daily report'))`, [
        ADVISORY_CLASS,
      ]);
      const [row] = await this.work.query<DailyReport>(
        `insert into daily_report (id, day, version, complete, parts, made_at, made_by)
         select $1, $2::date, coalesce(max(version), 0) + 1, $3, $4, $5, $6 from daily_report where day = $2::date
         returning ${HEAD}, parts`,
        [randomUUID(), day, complete, JSON.stringify(parts), madeAt, madeBy],
      );
      if (!row) throw new Error(`the report of ${day} was not written`);
      return row;
    });
  }

  async find(day: LocalDate, version?: number): Promise<DailyReport | undefined> {
    const [row] = await this.work.query<DailyReport>(
      `select ${HEAD}, parts from daily_report
       where day = $1 and ($2::integer is null or version = $2) order by version desc limit 1`,
      [day, version],
    );
    return row;
  }

  list({ from, to, complete }: DailyReportFilter, options: PageOptions): Promise<DailyReportPage> {
    return listRows<Omit<DailyReport, 'parts'>>(
      this.work,
      {
        columns: HEAD,
        from: 'daily_report',
        at: 'made_at',
        id: 'id',
        where: [
          ['day >= ?::date', from],
          ['day <= ?::date', to],
          ['complete = ?', complete],
        ],
      },
      options,
    );
  }
}
