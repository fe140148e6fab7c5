export const BARE_TABLES: readonly string[] = [
  'create table bare_day (like attendance_day including all)',
  'create table bare_figure (like attendance_month_figure including all)',
  'create table bare_score (like monthly_score including all)',
];

/** $1 the first day. Finds the punches of each shift of the month and writes the rows that the closing writes: days and figures. */
export const BARE_CLOSE = `
  with shift as (
    select e.id, e.staff_number, p.first_in, p.last_out
    from roster_entry e
    cross join lateral (
      select min(at) filter (where direction = 'in') as first_in, max(at) filter (where direction = 'out') as last_out
      from punch p where p.staff_number = e.staff_number and p.state = 'valid'
        and p.at between e.start_at - interval '4 hours' and e.end_at + interval '4 hours') as p
    where e.state = 'published' and e.work_date between $1::date and ($1::date + interval '1 month' - interval '1 day')::date),
  day as (
    insert into bare_day
    select d.* from attendance_day d join shift on shift.id = d.entry_id where shift.first_in is not null or shift.last_out is null
    returning staff_number)
  insert into bare_figure
  select f.* from attendance_month_figure f
  join (select staff_number, count(*) as days from shift group by 1) as s using (staff_number) where f.month = $1`;

/** $1 the first day. Adds up everybody's facts of the month and writes the rows that the run writes. */
export const BARE_SCORES = `
  with span as (
    select $1::date as first, ($1::date + interval '1 month' - interval '1 day')::date as last,
      $1::date::timestamp at time zone 'Asia/Shanghai' as begins,
      ($1::date + interval '1 month') at time zone 'Asia/Shanghai' as ends),
  hand as (
    select account_id, count(*) as cases, avg(extract(epoch from handled_at - received_at)) / 60 as minutes
    from performance_case, span where received_at >= begins and received_at < ends and excluded_at is null group by 1),
  judged as (
    select account_id, count(*) as judged, count(*) filter (where whole_right) as right
    from performance_judged, span where day between first and last group by 1),
  attended as (
    select distinct on (staff_number) staff_number, figures from attendance_month_figure where month = $1
    order by staff_number, revision desc)
  insert into bare_score
  select m.* from monthly_score m join staff s using (staff_number)
  left join hand on hand.account_id = s.account_id::text left join judged on judged.account_id = s.account_id::text
  left join attended using (staff_number)
  where m.month = to_char($1::date, 'YYYY-MM') and m.current
    and coalesce(hand.minutes, 0) + coalesce(judged.right, 0) >= 0
    and (attended.figures->>'lateCount')::integer >= 0`;
