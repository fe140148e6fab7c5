import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  InProcessBus,
  InProcessTransport,
  loadConfig,
  Logger,
  type RunningService,
  runService,
} from '@switchyard/platform';
import { waitFor } from '@switchyard/testing';
import { Client } from 'pg';
import { TicketConfig } from '../../../apps/ticket/src/ticket.config';
import { TicketModule } from '../../../apps/ticket/src/ticket.module';

export interface SweepFigures {
  readonly sweepDue: number;
  /** Levels that were told, each counted once. */
  readonly sweepFired: number;
  /** From the instant at which all are due until the last is told. */
  readonly sweepSeconds: number;
  readonly twice: number;
  readonly missing: number;
  /** Of the time that one bare statement takes for the same rows. */
  readonly insertRatio: number;
}

const DUE = 10_000;
const SWEEPERS = 2;
const MOST_MS = 120_000;

/** Time limits that all come due at once, swept by several services. */
export async function measureSweep(
  postgres: { readonly adminUrl: string; readonly ticketUrl: string },
  say: (line: string) => void,
): Promise<SweepFigures> {
  const folder = await mkdtemp(path.join(tmpdir(), 'switchyard-sweep-'));
  const client = new Client({ connectionString: postgres.adminUrl });
  const services: RunningService[] = [];
  try {
    await client.connect();
    await client.query('set search_path to ticket, public');
    await client.query(CLOCKS, ['swept', DUE]);
    await client.query(CLOCKS, ['bare', DUE]);
    for (let count = 0; count < SWEEPERS; count += 1)
      services.push(await startSweeper(postgres.ticketUrl, folder));
    say(`  ${DUE} time limits come due at once, ${SWEEPERS} services sweep`);
    const sweepSeconds = await seconds(() => sweep(client));
    const bareSeconds = await seconds(() => client.query(BARE));
    return { ...(await told(client)), sweepSeconds, insertRatio: sweepSeconds / bareSeconds };
  } finally {
    for (const service of services) await service.stop();
    await client.end();
    await rm(folder, { recursive: true, force: true });
  }
}

function startSweeper(databaseUrl: string, filesDir: string): Promise<RunningService> {
  const config = loadConfig(TicketConfig, {
    DATABASE_URL: databaseUrl,
    TICKET_HTTP_PORT: '0',
    FILES_DIR: filesDir,
  });
  const transport = new InProcessTransport(new InProcessBus());
  return runService({ name: 'ticket', module: TicketModule, config }, { transport, logger: Logger.silent() });
}

async function sweep(client: Client): Promise<void> {
  await client.query(`update service_clock set next_at = due_at where owner = 'swept'`);
  const noneLeft = async (): Promise<boolean> => {
    const { rows } = await client.query(
      `select 1 from service_clock where owner = 'swept' and level is null limit 1`,
    );
    return rows.length === 0;
  };
  await waitFor('the sweep of all time limits', noneLeft, MOST_MS);
}

async function told(
  client: Client,
): Promise<Pick<SweepFigures, 'sweepDue' | 'sweepFired' | 'twice' | 'missing'>> {
  const { rows } = await client.query<{ events: number; clocks: number }>(
    `select count(*)::integer as events, count(distinct payload::json->>'clockId')::integer as clocks
     from outbox where subject = 'ticket.event.clock-escalated.v1' and payload::json->>'owner' = 'swept'`,
  );
  const { events, clocks } = rows[0] ?? { events: 0, clocks: 0 };
  return { sweepDue: DUE, sweepFired: clocks, twice: events - clocks, missing: DUE - clocks };
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return (performance.now() - startedAt) / 1000;
}

/** Late since a minute, each with one level; nobody looks at them until `next_at` is set. */
const CLOCKS = `with clock as (
    insert into service_clock (id, subject, subject_id, stage, owner, cycle, limit_id, policy_id, policy_version, state,
      started_at, target, due_by, pauses, due_at, provisional, breaches_at, basis, reckoned_at)
    select gen_random_uuid(), 'notice-data', $1 || '-' || n, 'bill-notices', $1, 1, 'L24', 'L24', 1, 'running',
      now() - interval '1 day', '{"unit":"working-days","value":1,"restDays":"move-on"}', 'policy', '[]',
      now() - interval '1 minute', false, now() - interval '1 minute',
      'calendar ' || (select version from calendar where id = 'cn') || ', hours '
        || (select count(*) from policy where name = 'service-hours'), now()
    from generate_series(1, $2) as n returning id, due_at)
  insert into service_clock_alarm (clock_id, level, at, recipients, lapsed)
  select id, 2, due_at, array['department-head', 'shift-leader'], false from clock`;

/** The rows that the sweep writes: clock, level, breach, a notification for each of two recipients, event. */
const BARE = `with due as (
    update service_clock set level = 2, breached_at = breaches_at where owner = 'bare' returning *),
  fired as (
    update service_clock_alarm a set fired_at = now() from due where a.clock_id = due.id returning a.clock_id, a.level),
  breach as (
    insert into service_clock_breach
    select id, 1, 'breached', breaches_at, due_at, policy_id, policy_version, basis, provisional, now() from due),
  notice as (
    insert into notification (id, kind, role, department, subject, subject_id, clock_id, level, title_zh, title_en,
      text_zh, text_en, at, once_key)
    select gen_random_uuid(), 'clock-escalated', role, owner, subject, subject_id, id, 2, '电费通知已超期', 'overdue',
      '电费通知已超期', 'overdue', now(), 'bare:' || id || role
    from due, unnest(array['department-head', 'shift-leader']) as role)
  insert into outbox (id, subject, payload, context, occurred_at)
  select gen_random_uuid(), 'ticket.event.clock-escalated.v1', row_to_json(due)::text,
    (select context from outbox order by seq desc limit 1), now()
  from due join fired on fired.clock_id = due.id`;
