import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Time limits of work orders, outages and data of which customers are told; who was told that one runs out. */
export class ServiceClocks1767200000111 implements MigrationInterface {
  readonly name = 'ServiceClocks1767200000111';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists notification, service_clock_breach, service_clock_alarm, service_clock,
      service_clock_subject, service_clock_event, service_clock_policy`);
  }
}

const STATEMENTS = [
  `create table service_clock_policy (
     id text not null,
     version integer not null check (version >= 2),
     valid_from timestamptz not null,
     document jsonb not null,
     reason text not null,
     set_by text not null,
     set_at timestamptz not null,
     primary key (id, version),
     unique (id, valid_from)
   )`,

  // What has no journal of its own: outages, and data of which customers are told.
  `create table service_clock_subject (
     subject text not null check (subject in ('outage', 'notice-data')),
     subject_id text not null,
     facts jsonb not null,
     updated_at timestamptz not null,
     primary key (subject, subject_id)
   )`,
  `create table service_clock_event (
     subject text not null,
     subject_id text not null,
     seq integer not null check (seq >= 1),
     type text not null,
     at timestamptz not null,
     owner text not null,
     data jsonb not null,
     recorded_by text not null,
     primary key (subject, subject_id, seq),
     foreign key (subject, subject_id) references service_clock_subject
   )`,

  `create table service_clock (
     id uuid primary key,
     subject text not null check (subject in ('work-order', 'outage', 'notice-data')),
     subject_id text not null,
     kind text,
     area_code text,
     stage text not null,
     owner text not null,
     cycle integer not null check (cycle >= 1),
     limit_id text not null,
     policy_id text not null,
     policy_version integer not null,
     state text not null check (state in ('running', 'paused', 'met', 'ended')),
     started_at timestamptz not null,
     target jsonb not null,
     due_by text not null check (due_by in ('policy', 're-targeted', 'manual', 'given')),
     pauses jsonb not null,
     due_at timestamptz check (due_at >= started_at),
     provisional boolean not null,
     breaches_at timestamptz,
     met_at timestamptz,
     ended_at timestamptz,
     ended_by text,
     -- As the append-only facts in service_clock_breach have it.
     breached_at timestamptz,
     breach_is_provisional boolean not null default false,
     level smallint,
     -- When a sweep has to look at it: its next level, or the instant from which it is late.
     next_at timestamptz,
     -- Which calendar and hours it was reckoned by.
     basis text not null,
     reckoned_at timestamptz not null,
     unique (subject, subject_id, stage, owner, cycle),
     check ((state = 'met') = (met_at is not null)),
     check ((state = 'ended') = (ended_at is not null)),
     check (state in ('running', 'paused') or next_at is null)
   )`,
  `create index service_clock_to_sweep on service_clock (next_at) where next_at is not null`,
  `create index service_clock_to_reckon on service_clock (basis, subject, subject_id)
     where state in ('running', 'paused')`,
  `create index service_clock_by_due on service_clock (coalesce(due_at, 'infinity'), id)`,
  `create index service_clock_open_by_due on service_clock (coalesce(due_at, 'infinity'), id)
     where state in ('running', 'paused')`,
  `create index service_clock_open_of_owner on service_clock (owner, coalesce(due_at, 'infinity'), id)
     where state in ('running', 'paused')`,
  `create index service_clock_by_start on service_clock (started_at)`,

  `create table service_clock_alarm (
     clock_id uuid not null references service_clock,
     level smallint not null check (level between 0 and 9),
     at timestamptz,
     recipients text[] not null,
     fired_at timestamptz,
     lapsed boolean not null,
     acknowledged_at timestamptz,
     acknowledged_by text,
     acknowledgement text,
     primary key (clock_id, level),
     check (acknowledged_at is null or fired_at is not null)
   )`,
  `create index service_clock_alarm_fired on service_clock_alarm (fired_at, clock_id, level) where fired_at is not null`,
  `create index service_clock_alarm_open on service_clock_alarm (fired_at, clock_id, level)
     where fired_at is not null and acknowledged_at is null`,

  // A breach that rested on days nobody knew yet is withdrawn by a further row, never removed.
  `create table service_clock_breach (
     clock_id uuid not null references service_clock,
     seq integer not null check (seq >= 1),
     fact text not null check (fact in ('breached', 'withdrawn')),
     breached_at timestamptz not null,
     due_at timestamptz not null,
     policy_id text not null,
     policy_version integer not null,
     basis text not null,
     provisional boolean not null,
     recorded_at timestamptz not null,
     primary key (clock_id, seq)
   )`,

  `create table notification (
     id uuid primary key,
     kind text not null,
     role text not null,
     department text,
     account_id text,
     subject text,
     subject_id text,
     clock_id uuid references service_clock,
     level smallint,
     title_zh text not null,
     title_en text not null,
     text_zh text not null,
     text_en text not null,
     at timestamptz not null,
     read_at timestamptz,
     read_by text,
     -- Told once, however often the reason for it is met.
     once_key text not null unique,
     check ((read_at is null) = (read_by is null))
   )`,
  `create index notification_by_time on notification (at desc, id desc)`,
  `create index notification_unread on notification (role, at desc, id desc) where read_at is null`,

  ...['service_clock_breach', 'service_clock_event'].flatMap((table) => [
    `create trigger ${table}_stays before update or delete on ${table}
       for each row execute function refuse_change()`,
    `create trigger ${table}_all_stay before truncate on ${table}
       for each statement execute function refuse_change()`,
  ]),
];
