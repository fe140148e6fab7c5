/** $1 start of the period before, $2 start, $3 end, $4 area or null. `o` is the work order. */
const IN_BOTH = `o.opened_at >= $1 and o.opened_at < $3 and ($4::text is null or o.area_code = $4)`;
const NOW = `count(*) filter (where o.opened_at >= $2)::integer`;
const BEFORE = `count(*) filter (where o.opened_at < $2)::integer`;

/** Counts of both periods by an expression, the most first. */
const countedBy = (name: string, more = '', from = 'work_order o', limit = '') =>
  `select ${name} as name, ${NOW} as count, ${BEFORE} as before from ${from} where ${IN_BOTH} ${more}
   group by 1 order by 2 desc, 1 ${limit}`;

const COMPLAINTS = `and o.kind = 'complaint'`;

/** Who complained: kind and value tier of the customer. */
const GROUP = `case when o.anonymous then 'anonymous' when a.account_no is null then 'unknown'
  else a.kind || ' ' || a.value_tier end`;

/** The cause that was found last. */
const CAUSE = `coalesce((select coalesce(e.data->>'causeCode', e.data->>'cause') from work_order_event e
  where e.work_order_number = o.number and e.type = 'cause-found' order by e.seq desc limit 1), '-')`;

export const REPORT_SQL = {
  byKind: countedBy('o.kind'),
  byChannel: countedBy('o.channel'),
  byArea: countedBy(`coalesce(o.area_code, '-')`, '', 'work_order o', 'limit 20'),
  byGroup: countedBy(GROUP, COMPLAINTS, 'work_order o left join account a on a.account_no = o.account_no'),
  byContent: countedBy(`coalesce(o.content_category, '-')`, COMPLAINTS),
  byCause: countedBy(CAUSE, COMPLAINTS),

  /** $5 is now. */
  totals: `select
      (select count(*)::integer from work_order o where ${IN_BOTH} and o.opened_at >= $2) as opened,
      (select count(*)::integer from work_order o where ${IN_BOTH} and o.opened_at < $2) as "openedBefore",
      (select count(*)::integer from work_order o
        where o.closed_at >= $2 and o.closed_at < $3 and ($4::text is null or o.area_code = $4)) as closed,
      (select count(*)::integer from work_order o
        where o.status = 'open' and ($4::text is null or o.area_code = $4)) as open,
      (select count(*)::integer from work_order o
        where o.status = 'open' and o.next_due_at < $5 and ($4::text is null or o.area_code = $4)) as overdue`,

  byDay: `with day as (
      select generate_series(($2 at time zone 'Asia/Shanghai')::date,
        (($3::timestamptz - interval '1 microsecond') at time zone 'Asia/Shanghai')::date, interval '1 day')::date as day),
    opened as (
      select (o.opened_at at time zone 'Asia/Shanghai')::date as day, count(*)::integer as count from work_order o
       where ${IN_BOTH} and o.opened_at >= $2 group by 1),
    closed as (
      select (o.closed_at at time zone 'Asia/Shanghai')::date as day, count(*)::integer as count from work_order o
       where o.closed_at >= $2 and o.closed_at < $3 and ($4::text is null or o.area_code = $4) group by 1)
    select to_char(day.day, 'YYYY-MM-DD') as day, coalesce(opened.count, 0) as opened, coalesce(closed.count, 0) as closed
      from day left join opened on opened.day = day.day left join closed on closed.day = day.day
     where $1::timestamptz is not null order by 1`,

  limits: `select c.owner as department, c.limit_id as "limit", count(*)::integer as clocks,
      count(*) filter (where c.state = 'met' and c.breached_at is null)::integer as "onTime",
      count(*) filter (where c.state = 'met' and c.breached_at is not null)::integer as late,
      count(*) filter (where c.state in ('running', 'paused') and c.breached_at is not null)::integer as overdue,
      count(*) filter (where c.state in ('running', 'paused') and c.breached_at is null)::integer as running,
      round(avg(extract(epoch from c.met_at - c.started_at) / 60) filter (where c.state = 'met'))::float8 as "averageMinutes"
    from service_clock c
    where c.subject = 'work-order' and c.state <> 'ended' and c.started_at >= $2 and c.started_at < $3
      and ($4::text is null or c.area_code = $4) and $1::timestamptz is not null
    group by 1, 2 order by 1, 2`,

  // What was sent back or urged concerns the department that has, or had, the work order.
  conduct: `select coalesce(nullif(e.owner, 'centre'), o.last_department, 'centre') as department,
      count(*) filter (where e.type = 'answered')::integer as answered,
      count(*) filter (where e.type = 'sent-back')::integer as "sentBack",
      count(*) filter (where e.type = 'urged')::integer as urged
    from work_order_event e join work_order o on o.number = e.work_order_number
    where e.type in ('answered', 'sent-back', 'urged') and e.at >= $2 and e.at < $3
      and ($4::text is null or o.area_code = $4) and $1::timestamptz is not null
    group by 1 order by 1`,

  topics: `select o.kind, o.content_category as topic, o.area_code as "areaCode", ${NOW} as count, ${BEFORE} as before
    from work_order o where ${IN_BOTH} and o.content_category is not null group by 1, 2, 3`,

  repeated: `select o.account_no as "accountNo", count(*)::integer as complaints from work_order o
    where ${IN_BOTH} and o.opened_at >= $2 ${COMPLAINTS} and o.account_no is not null
    group by 1 having count(*) > 1 order by 2 desc, 1 limit 50`,

  satisfaction: `select count(*)::integer as "followedUp",
      count(*) filter (where f.judgement = 'satisfied')::integer as satisfied
    from follow_up_item f join work_order o on o.number = f.work_order_number
    where ${IN_BOTH} and o.opened_at >= $2 ${COMPLAINTS} and f.purpose = 'call-back' and f.status = 'done'`,
} as const;
