import { Client } from 'pg';
import { BENCH_FACTS } from './fact-statements';

export interface FilledPeople {
  readonly staff: number;
  readonly rosterEntries: number;
  readonly punches: number;
  /** YYYY-MM, the last one that is over and whose shifts are too. */
  readonly month: string;
}

const DAYS = 730;
/** Indexes of these are made after the rows. */
const BULKY = ['roster_entry', 'punch'];

/**
 * Two years of rosters and punches of `staff` people, five days of seven, in three shifts; one of twenty comes late, one of four hundred
 * not at all. Of the last month also cases in hand and audits. The same in every run, but for the dates.
 */
export async function fillPeople(
  adminUrl: string,
  staff: number,
  say: (line: string) => void,
): Promise<FilledPeople> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('set search_path to hr, public');
    await client.query('set synchronous_commit to off');
    const month = await lastMonth(client);
    say(`  writing ${staff} staff and two years of rosters`);
    await client.query(STAFF, [staff]);
    const indexes = await dropIndexes(client);
    await client.query(ROSTERS);
    await client.query(ENTRIES, [staff, DAYS]);
    say('  writing their punches');
    await client.query(PUNCHES);
    say('  making the indexes');
    for (const index of indexes) await client.query(index);
    say('  writing cases and audits of the month');
    for (const statement of BENCH_FACTS) await client.query(statement, [`${month}-01`]);
    await client.query('delete from attendance_sweep');
    await client.query('insert into attendance_sweep (swept_at) values (now())');
    for (const table of ['staff', 'roster_entry', 'punch', 'performance_judged', 'performance_case'])
      await client.query(`vacuum analyze ${table}`);
    await client.query('checkpoint');
    const rosterEntries = await countOf(client, 'roster_entry');
    return { staff, rosterEntries, punches: await countOf(client, 'punch'), month };
  } finally {
    await client.end();
  }
}

async function countOf(client: Client, table: string): Promise<number> {
  const { rows } = await client.query<{ count: number }>(`select count(*)::integer as count from ${table}`);
  return rows[0]?.count ?? 0;
}

/** A month is closed some days after its end: on the first days of one it is the month before the last. */
async function lastMonth(client: Client): Promise<string> {
  const { rows } = await client.query<{ month: string }>(
    `select to_char((now() at time zone 'Asia/Shanghai') - interval '5 days' - interval '1 month', 'YYYY-MM') as month`,
  );
  return rows[0]?.month ?? '';
}

/** @returns the statements that make them again */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
      where schemaname = 'hr' and tablename = any ($1::text[])
        and indexname not in (select conname from pg_constraint where conrelid in ('hr.roster_entry'::regclass, 'hr.punch'::regclass))`,
    [BULKY],
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

const STAFF = `
  insert into staff (staff_number, name, department_code, post_code, tier, group_code, status, hired_on, account_id, created_at, updated_at)
  select 'B' || lpad(i::text, 5, '0'), '员工' || i, 'operations', 'agent', 'agent', 'telephone', 'active', '2020-01-01',
    md5('account' || i)::uuid, now(), now()
  from generate_series(1, $1::integer) as i`;

const ROSTERS = `
  insert into roster (id, month, department_code, name, state, version, drafted_at, drafted_by, published_at, published_by)
  select gen_random_uuid(), month::date, null, to_char(month, 'YYYY-MM'), 'published', 1, now(), 'bench', now(), 'bench'
  from generate_series(date_trunc('month', now() - interval '25 months'), now(), interval '1 month') as month`;

/** $1 staff, $2 days. Shifts begin at 7:00, 15:00 or 23:00 in China. */
const ENTRIES = `
  insert into roster_entry (id, staff_number, work_date, start_at, end_at, breaks, template_code, template_version, duty, roster_id,
    state, made_at, made_by)
  select gen_random_uuid(), 'B' || lpad(i::text, 5, '0'), day, start_at, start_at + interval '8 hours', '[]', t.code, 1, 'regular',
    r.id, 'published', now(), 'bench'
  from generate_series(1, $1::integer) as i
  cross join lateral (select (now() at time zone 'Asia/Shanghai')::date - d as day, d from generate_series(1, $2::integer) as d) as days
  join roster r on r.month = date_trunc('month', day)::date
  join shift_template t on t.version = 1 and t.code = (array['day-8', 'evening-8', 'night-8'])[1 + (i + d / 7) % 3]
  cross join lateral (
    select (day + make_interval(mins => t.start_minute)) at time zone 'Asia/Shanghai' as start_at) as s
  where (i + d) % 7 < 5`;

const PUNCHES = `
  insert into punch (id, staff_number, direction, at, zone, source, state, reference, recorded_at, recorded_by)
  select gen_random_uuid(), e.staff_number, p.direction,
    case p.direction
      when 'in' then e.start_at + make_interval(mins => case when lot % 20 = 0 then 10 + lot % 30 else -(lot % 15) end)
      else e.end_at + make_interval(mins => lot % 10) end,
    'Asia/Shanghai', 'sign-in', 'valid', 'bench:' || e.id || p.direction, e.end_at, 'bench'
  from (select id, staff_number, start_at, end_at, abs(hashtext(staff_number || work_date)) as lot from roster_entry) as e
  cross join (values ('in'), ('out')) as p (direction)
  where lot % 400 <> 7`;
