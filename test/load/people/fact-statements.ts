/** $1 the first day of the month. What the score run reads beside attendance: a hundred cases and ten audits of each person. */
export const BENCH_FACTS: readonly string[] = [
  `insert into performance_day_taken (day, kind, taken_at, settled)
   select day::date, kind, now(), true
   from (values ('calls'), ('ratings'), ('presence')) as k (kind)
   cross join generate_series($1::date - 70, now(), interval '1 day') as day
   union all select $1::date, 'correctness', now(), true`,
  `insert into performance_case (id, work, seq, kind, account_id, received_at, handled_at)
   select gen_random_uuid(), 'W-' || staff_number || '-' || n, 1, 'fault', account_id::text, at, at + make_interval(secs => 60 + (n * 37) % 400)
   from staff cross join generate_series(1, 100) as n
   cross join lateral (select ($1::date + make_interval(hours => 7 * n)) at time zone 'Asia/Shanghai' as at) as a`,
  `insert into performance_judged (item_id, account_id, subject, work, day, whole_right, fields, fields_right)
   select gen_random_uuid(), account_id::text, 'work-orders', 'W-' || staff_number || '-' || n, $1::date, (n + length(name)) % 10 <> 0, 6, 6
   from staff cross join generate_series(1, 10) as n`,
  `insert into performance_item (id, staff_number, month, kind, category, points, text, recorded_by, recorded_at)
   select gen_random_uuid(), staff_number, to_char($1::date, 'YYYY-MM'), 'award', 'adopted-proposal', 3, '建议', 'bench', now()
   from staff where right(staff_number, 1) = '7'`,
];
