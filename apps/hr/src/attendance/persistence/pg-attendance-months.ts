import { Injectable } from '@nestjs/common';
import { type LocalDate, localDate } from '@switchyard/domain';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import {
  AttendanceMonths,
  type Closing,
  type NewRevision,
  type PersonMonth,
  type Revision,
} from '../attendance-months.port';

const CLOSING = `select to_char(month, 'YYYY-MM') as month, state, done_up_to as "doneUpTo", staff_total as "staffTotal",
  staff_done as "staffDone", started_at as "startedAt", started_by as "startedBy", closed_at as "closedAt" from attendance_month`;

const firstOf = (month: string): LocalDate => localDate(`${month}-01`);

@Injectable()
export class PgAttendanceMonths extends AttendanceMonths {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async openParts(from: LocalDate, to: LocalDate): Promise<readonly { from: LocalDate; to: LocalDate }[]> {
    return this.work.query(
      `select greatest($1::date, month)::text as "from", least($2::date, (month + interval '1 month')::date - 1)::text as "to"
         from (select generate_series(date_trunc('month', $1::date), $2::date, interval '1 month')::date) as span (month)
        where not exists (select 1 from attendance_month closed where closed.month = span.month) order by month`,
      [from, to],
    );
  }

  async find(month: string): Promise<Closing | undefined> {
    return (await this.select('where month = $1', [firstOf(month)]))[0];
  }

  async begin(month: string, staffTotal: number, at: Date, by: string): Promise<boolean> {
    const begun = await this.work.execute(
      `insert into attendance_month (month, state, staff_total, started_at, started_by) values ($1, 'closing', $2, $3, $4)
       on conflict (month) do nothing`,
      [firstOf(month), staffTotal, at, by],
    );
    return begun > 0;
  }

  async nextToClose(): Promise<Closing | undefined> {
    return (await this.select(`where state = 'closing' order by month limit 1 for update skip locked`))[0];
  }

  async advance(month: string, doneUpTo: string, staffDone: number): Promise<void> {
    await this.work.execute('update attendance_month set done_up_to = $2, staff_done = $3 where month = $1', [
      firstOf(month),
      doneUpTo,
      staffDone,
    ]);
  }

  async close(month: string, at: Date): Promise<void> {
    await this.work.execute(
      `update attendance_month set state = 'closed', closed_at = $2, staff_total = staff_done where month = $1`,
      [firstOf(month), at],
    );
  }

  async revise(month: string, { figures, reason, madeAt, madeBy }: NewRevision): Promise<void> {
    await this.work.execute(
      `insert into attendance_month_figure (month, staff_number, revision, figures, reason, made_at, made_by)
       select $1, person, coalesce((select max(f.revision) from attendance_month_figure f
                where f.month = $1 and f.staff_number = person), 0) + 1, own::jsonb, $4, $5, $6
         from unnest($2::text[], $3::text[]) as made (person, own)`,
      [
        firstOf(month),
        [...figures.keys()],
        [...figures.values()].map((own) => JSON.stringify(own)),
        reason,
        madeAt,
        madeBy,
      ],
    );
  }

  async figuresOf(month: string, staffNumbers: readonly string[]): Promise<ReadonlyMap<string, PersonMonth>> {
    const rows = await this.work.query<{ staffNumber: string; figures: PersonMonth }>(
      `select distinct on (staff_number) staff_number as "staffNumber", figures from attendance_month_figure
       where month = $1 and staff_number = any ($2) order by staff_number, revision desc`,
      [firstOf(month), staffNumbers],
    );
    return new Map(rows.map(({ staffNumber, figures }) => [staffNumber, figures]));
  }

  async revisions(month: string, staffNumber: string): Promise<readonly Revision[]> {
    const rows = await this.work.query<Nullable<Revision>>(
      `select revision, figures, reason, made_at as "madeAt", made_by as "madeBy" from attendance_month_figure
       where month = $1 and staff_number = $2 order by revision desc`,
      [firstOf(month), staffNumber],
    );
    return rows.map((row) => withoutNulls<Revision>(row));
  }

  private async select(rest: string, parameters: readonly unknown[] = []): Promise<Closing[]> {
    const rows = await this.work.query<Nullable<Closing>>(`${CLOSING} ${rest}`, parameters);
    return rows.map((row) => withoutNulls<Closing>(row));
  }
}
