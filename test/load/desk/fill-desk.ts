import { searchGrams } from '@switchyard/domain';
import type { Client } from 'pg';
import { DEPARTMENTS, KINDS, TEXTS } from './desk-words';

const EVENTS_PER_ORDER = 5;

/**
 * Puts work orders of two years into the empty tables, each with a history of five events, three of a hundred still open. Indexes are
 * made anew afterwards, which takes a third of the time. Hashes of the histories are of the right length, not right.
 */
export async function fillDesk(client: Client, orders: number, say: (line: string) => void): Promise<void> {
  await client.query('set search_path to ticket, public');
  await client.query('set synchronous_commit to off');
  await keepTexts(client);
  await makeMonths(client);
  const indexes = await dropIndexes(client);
  say(`  writing ${orders} work orders`);
  await client.query(ORDERS, [orders, [...KINDS], [...DEPARTMENTS]]);
  say(`  writing ${orders * EVENTS_PER_ORDER} events of their histories`);
  await client.query(EVENTS);
  say('  making the indexes');
  for (const index of indexes) await client.query(index);
  await client.query('vacuum analyze work_order');
  await client.query('vacuum analyze work_order_event');
  await client.query('checkpoint');
}

async function keepTexts(client: Client): Promise<void> {
  await client.query(
    'create temporary table bench_text (id integer primary key, text text not null, grams text[] not null)',
  );
  for (const [id, text] of TEXTS.entries()) {
    await client.query('insert into bench_text values ($1, $2, $3)', [id, text, [...searchGrams(text)]]);
  }
}

async function makeMonths(client: Client): Promise<void> {
  const { rows } = await client.query<{ month: string; name: string }>(
    `select to_char(month, 'YYYY-MM-DD') as month, 'work_order_event_' || to_char(month, 'YYYY_MM') as name
       from generate_series(date_trunc('month', now() - interval '25 months'), now(), interval '1 month') as month
      where to_regclass('work_order_event_' || to_char(month, 'YYYY_MM')) is null`,
  );
  for (const { month, name } of rows) {
    await client.query(
      `create table ${name} partition of work_order_event
       for values from ('${month} 00:00:00+00') to (timestamptz '${month} 00:00:00+00' + interval '1 month')`,
    );
  }
}

/** @returns the statements that make them again */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select indexname as name, indexdef as definition from pg_indexes
      where schemaname = 'ticket' and tablename = 'work_order'
        and indexname not in (select conname from pg_constraint where conrelid = 'ticket.work_order'::regclass)`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ definition }) => definition);
}

/** $1 how many, $2 kinds, $3 departments. Scattered by multiplying with primes, the same in every run. */
const ORDERS = `
  insert into work_order (number, query_code, reference, kind, kind_version, status, stage, owner, assignee, responsible,
    account_no, phone, area_code, channel, content_category, fields, incomplete, text, opened_at, opened_by, closed_at, result,
    seq, head_hash, updated_at, next_due_at, grams)
  select 'W' || to_char(opened at time zone 'Asia/Shanghai', 'YYYYMMDD') || '-' || lpad(i::text, 7, '0'), lpad(i::text, 8, '0'),
    'bench:' || i, ($2::text[])[1 + scattered % cardinality($2::text[])], 1, case when is_open then 'open' else 'closed' end,
    case when is_open then 'assigned' else 'closed' end, ($3::text[])[1 + (scattered / 7) % cardinality($3::text[])],
    'agent-' || (scattered / 11) % 300, 'agent-' || (scattered / 13) % 300,
    lpad(((scattered * 31::bigint) % 400000)::text, 10, '51'), '+86139' || lpad(((scattered * 37::bigint) % 400000)::text, 8, '0'),
    '32' || lpad(((scattered / 17) % 200)::text, 4, '0'), case scattered % 3 when 0 then 'menu' else 'voice' end,
    'category-' || (scattered / 19) % 40, '{}', false, t.text, opened, 'agent-' || (scattered / 13) % 300,
    case when is_open then null else opened + interval '80 minutes' end, case when is_open then null else '已处理' end,
    5, md5(i::text) || md5(i::text), opened + interval '80 minutes',
    case when is_open then now() + ((scattered % 20000) - 10000) * interval '1 minute' end, t.grams
  from (
    select i, ((i * 7919::bigint) % 1000003)::integer as scattered,
      now() - ($1::integer - i + 1) * (interval '730 days' / $1::integer) as opened,
      (i > 0.97 * $1::integer and i % 2 = 0) or i % 60 = 0 as is_open
    from generate_series(1, $1::integer) as i) as o
  join bench_text t on t.id = o.scattered % (select count(*) from bench_text)`;

const EVENTS = `
  insert into work_order_event (work_order_number, seq, type, at, actor_id, owner, data, prev_hash, hash)
  select o.number, s, (array['opened', 'assigned', 'accepted', 'answered', 'noted'])[s],
    o.opened_at + (s - 1) * interval '20 minutes', o.responsible, o.owner,
    jsonb_build_object('text', o.text, 'department', o.owner),
    md5(o.number || (s - 1)) || md5(o.number || (s - 1)), md5(o.number || s) || md5(o.number || s)
  from work_order o cross join generate_series(1, 5) as s`;
