import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Call-flow documents by version, where dialled numbers lead, callers in menus, ratings, cases that wait. */
export class CallFlow1767200000003 implements MigrationInterface {
  readonly name = 'CallFlow1767200000003';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table if exists held_cases, call_ratings, inbound_calls, flow_entries, flow_publications,
        flow_versions, flow_change cascade`);
  }
}

const STATEMENTS = [
  // Grows with everything that running processes must learn of; they poll it (T1.2: no restart).
  `create table flow_change (
     id boolean primary key default true check (id),
     number bigint not null
   )`,
  `insert into flow_change (number) values (1)`,

  `create table flow_versions (
     id uuid primary key,
     name text not null,
     number integer not null check (number >= 1),
     state text not null default 'draft' check (state in ('draft', 'published', 'retired')),
     document jsonb not null,
     sha256 text not null,
     note text,
     created_by text not null,
     created_at timestamptz not null default now(),
     published_at timestamptz,
     unique (name, number)
   )`,
  `comment on table flow_versions is 'never changed once written, but for its state: calls keep their version'`,
  // A flow is in force in one version at a time.
  `create unique index flow_published on flow_versions (name) where state = 'published'`,

  `create table flow_publications (
     id bigint generated always as identity primary key,
     name text not null,
     version_id uuid not null references flow_versions,
     action text not null check (action in ('publish', 'roll-back')),
     published_by text not null,
     published_at timestamptz not null default now()
   )`,
  `create index flow_publication_order on flow_publications (name, id)`,

  // Routing by dialled number to an entry of a flow, its desk (T1.1); without one, the flow's first.
  // The number '*' is for all that have no row of their own.
  `create table flow_entries (
     dialled text primary key,
     flow text not null,
     entry text,
     language text check (language in ('zh-CN', 'en')),
     set_by text not null,
     set_at timestamptz not null default now()
   )`,

  `create table inbound_calls (
     call_id text primary key,
     node text not null,
     from_number text,
     dialled text not null,
     desk text not null,
     language text not null check (language in ('zh-CN', 'en')),
     started_at timestamptz not null,
     ended_at timestamptz,
     account_no text,
     identified_by text check (identified_by in ('phone', 'password')),
     value_tier text check (value_tier in ('high', 'mid', 'ordinary')),
     list_flag text check (list_flag in ('red', 'normal', 'black')),
     important boolean,
     queue text,
     recording text,
     agent text,
     asked jsonb not null default '[]',
     flow_version_id uuid references flow_versions,
     flow_state jsonb,
     phase text not null check (phase in ('menu', 'queue', 'agent', 'after-agent', 'ended')),
     self_service_completed boolean not null default false,
     orders smallint not null default 0,
     anonymous boolean not null default false,
     end_reason text,
     updated_at timestamptz not null default now(),
     check (not anonymous or (from_number is null and account_no is null))
   ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02)`,
  `comment on column inbound_calls.from_number is 'personal data; null when withheld or anonymous'`,
  `comment on column inbound_calls.agent is 'SIP user of the agent who talked to the caller last'`,
  `comment on column inbound_calls.flow_state is 'without what was keyed as a password'`,
  `create index inbound_call_order on inbound_calls (started_at desc, call_id desc)`,
  `create index inbound_call_live on inbound_calls (node) where phase <> 'ended'`,
  `create index inbound_call_account on inbound_calls (account_no, started_at desc) where account_no is not null`,
  `create index inbound_call_recording on inbound_calls (recording) where recording is not null`,
  `create index inbound_call_number on inbound_calls (from_number, started_at desc) where from_number is not null`,

  `create table call_ratings (
     call_id text primary key,
     agent_id text,
     queue text,
     recording text,
     csat smallint check (csat between 1 and 5),
     solved boolean,
     nps smallint check (nps between 0 and 10),
     matter text,
     rated_at timestamptz not null default now(),
     check (csat is not null or solved is not null or nps is not null)
   )`,
  `create index call_rating_time on call_ratings (rated_at)`,
  `create index call_rating_agent on call_ratings (agent_id, rated_at) where agent_id is not null`,

  // Work orders that wait: anonymous ones until nothing of ours holds the number (§5), others until ticket is back.
  `create table held_cases (
     id uuid primary key,
     reference text not null unique,
     call_id text,
     anonymous boolean not null,
     work_order jsonb,
     held_at timestamptz not null default now(),
     tries integer not null default 0,
     next_try_at timestamptz not null default now(),
     last_problem text,
     released_at timestamptz,
     check ((released_at is null) = (work_order is not null)),
     check (not anonymous or released_at is null or call_id is null)
   )`,
  `comment on column held_cases.work_order is 'personal data; gone once released, and so is an anonymous case''s call'`,
  `create index held_case_due on held_cases (next_try_at) where released_at is null`,
];
