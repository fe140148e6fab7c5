import { Injectable } from '@nestjs/common';
import type { InspectorWorkload, QualityReportRow } from '@switchyard/contracts';
import { type Nullable, UnitOfWork, withoutNulls } from '@switchyard/platform';
import { QualityReports, type ReportFilter } from '../report/quality-reports.port';

const WEEK = (day: string) => `date_trunc('week', ${day})::date::text`;

const KEYS = {
  agent: { call: 'e.staff_number', item: 'i.staff_number' },
  group: { call: `coalesce(e.group_code, '-')`, item: `coalesce(i.group_code, '-')` },
  week: { call: WEEK('e.call_day'), item: WEEK(`(i.started_at at time zone 'Asia/Shanghai')::date`) },
} as const;

/** Calls of these days by what is asked for; what was drawn and not judged yet has rows too. */
const byCalls = ({ call, item }: { call: string; item: string }) => `
  with judged as (
    select ${call} as key, count(*)::integer as evaluations, round(avg(e.score), 2)::float8 as mean,
      (count(*) filter (where e.critical))::integer as critical,
      round(100.0 * count(*) filter (where e.critical) / count(*), 2)::float8 as percent,
      round(avg(e.transaction_quality), 2)::float8 as quality,
      sum((select count(*) from quality_mark m where m.evaluation_id = e.id and m.fault))::integer as faults,
      sum(jsonb_array_length(e.phrases))::integer as hits
    from quality_evaluation e
    where e.call_day >= $1 and e.call_day <= $2 and ($3::text is null or e.staff_number = $3)
      and ($4::text is null or e.group_code = $4) and ($5::text[] is null or e.group_code = any ($5))
    group by 1),
  drawn as (
    select ${item} as key, count(*)::integer as drawn from quality_item i
    where i.day >= $1 and i.day <= $2 and ($3::text is null or i.staff_number = $3)
      and ($4::text is null or i.group_code = $4) and ($5::text[] is null or i.group_code = any ($5))
    group by 1)
  select key, coalesce(drawn, 0) as drawn, coalesce(evaluations, 0) as evaluations, mean as "meanScore",
    coalesce(critical, 0) as "criticalErrors", percent as "criticalErrorPercent", quality as "transactionQuality",
    coalesce(faults, 0) as faults, coalesce(hits, 0) as "phraseHits"
  from judged full join drawn using (key) order by key`;

const BY_ITEM = `
  select m.item_code as key, (array_agg(m.names order by e.evaluated_at desc))[1] as names, 0 as drawn,
    (count(*) filter (where m.applied))::integer as evaluations,
    round(100 * avg(m.earned_share) filter (where m.applied), 2)::float8 as "meanScore",
    (count(*) filter (where m.fault))::integer as "criticalErrors",
    round(100.0 * count(*) filter (where m.fault) / nullif(count(*) filter (where m.applied), 0), 2)::float8
      as "criticalErrorPercent",
    (count(*) filter (where m.fault))::integer as faults, 0 as "phraseHits"
  from quality_mark m join quality_evaluation e on e.id = m.evaluation_id
  where e.call_day >= $1 and e.call_day <= $2 and ($3::text is null or e.staff_number = $3)
    and ($4::text is null or e.group_code = $4) and ($5::text[] is null or e.group_code = any ($5))
  group by m.item_code order by m.item_code`;

const WORKLOAD = `
  with items as (
    select inspector, count(*)::integer as assigned, (count(*) filter (where state = 'open'))::integer as open,
      (count(*) filter (where state = 'open' and due_at < $3))::integer as overdue,
      avg(extract(epoch from closed_at - assigned_at) / 3600) filter (where state = 'evaluated') as hours
    from quality_item where inspector is not null and day >= $1 and day <= $2 group by inspector),
  judged as (
    select e.evaluator as inspector, count(*)::integer as evaluated, avg(e.score) as mean,
      count(a.id)::integer as appeals, (count(a.id) filter (where a.state = 'changed'))::integer as changed
    from quality_evaluation e left join quality_appeal a on a.evaluation_id = e.id
    where e.evaluator is not null and e.call_day >= $1 and e.call_day <= $2 group by e.evaluator)
  select inspector, coalesce(assigned, 0) as assigned, coalesce(open, 0) as open, coalesce(overdue, 0) as overdue,
    coalesce(evaluated, 0) as evaluated, round(hours::numeric, 2)::float8 as "meanHours", round(mean, 2)::float8 as "meanScore",
    coalesce(appeals, 0) as appeals, coalesce(changed, 0) as changed
  from items full join judged using (inspector) order by inspector`;

@Injectable()
export class PgQualityReports extends QualityReports {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async rows(
    by: 'agent' | 'group' | 'item' | 'week',
    { from, to, staffNumber, groupCode, groups }: ReportFilter,
  ): Promise<readonly QualityReportRow[]> {
    const rows = await this.work.query<Nullable<QualityReportRow>>(
      by === 'item' ? BY_ITEM : byCalls(KEYS[by]),
      [from, to, staffNumber, groupCode, groups],
    );
    return rows.map((row) => withoutNulls<QualityReportRow>(row));
  }

  async workload(from: string, to: string, now: Date): Promise<readonly Omit<InspectorWorkload, 'name'>[]> {
    const rows = await this.work.query<Nullable<Omit<InspectorWorkload, 'name'>>>(WORKLOAD, [from, to, now]);
    return rows.map((row) => withoutNulls<Omit<InspectorWorkload, 'name'>>(row));
  }
}
