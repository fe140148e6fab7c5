import { Injectable } from '@nestjs/common';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { QualityFacts, type QualityMonth } from '../quality-facts.port';

const OF_MONTH = `select s.staff_number as "staffNumber", coalesce(e.evaluations, 0) as evaluations, e.mean as "meanScore",
    coalesce(e.critical, 0) as "criticalErrors", e.transactions as "transactionQuality", coalesce(r.repeated, 0) as "repeatedFaults"
  from unnest($1::text[]) with ordinality as s (staff_number, place)
  left join (
    select staff_number, count(*)::integer as evaluations, round(avg(score), 2)::float8 as mean,
      (count(*) filter (where critical))::integer as critical, round(avg(transaction_quality), 2)::float8 as transactions
    from quality_evaluation
    where call_day >= $2::date and call_day < $2::date + interval '1 month' and staff_number = any ($1)
    group by staff_number) e using (staff_number)
  left join (
    select staff_number, count(*)::integer as repeated from quality_escalation
    where last_day >= $2::date and last_day < $2::date + interval '1 month' and staff_number = any ($1)
      and withdrawn_at is null
    group by staff_number) r using (staff_number)
  order by s.place`;

@Injectable()
export class PgQualityFacts extends QualityFacts {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly QualityMonth[]> {
    const rows = await this.work.query<Nullable<QualityMonth>>(OF_MONTH, [staffNumbers, `${month}-01`]);
    return rows.map((row) => withoutNulls<QualityMonth>(row));
  }
}
