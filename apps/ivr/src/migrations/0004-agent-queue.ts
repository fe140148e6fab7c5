import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Agents and where they are, callers who waited for one, and recordings of their calls. */
export class AgentQueue1767200000004 implements MigrationInterface {
  readonly name = 'AgentQueue1767200000004';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table if exists recordings, queue_calls, agent_states, agent_presence, agent_skills, agents,
        away_reasons, agent_policy cascade`);
  }
}

const QUEUES = `('general', 'billing', 'fault', 'complaint', 'english', 'vip')`;
const STATES = `('signed-out', 'ready', 'ringing', 'talking', 'after-call-work', 'away')`;

const STATEMENTS = [
  `create table agents (
     id uuid primary key,
     work_no text not null unique,
     name text not null,
     account_name text not null,
     sip_user text not null unique check (sip_user ~ '^[1-8][0-9]{3}$'),
     sip_secret text not null,
     active boolean not null default true,
     created_by text not null,
     created_at timestamptz not null default now(),
     updated_at timestamptz not null default now(),
     version integer not null default 1
   )`,
  `comment on column agents.name is 'personal data'`,
  `comment on column agents.account_name is 'the sign-in account that is this agent, in lower case'`,
  `comment on column agents.sip_secret is 'secret: shown once when made, kept to be given to every PBX node'`,
  `comment on column agents.sip_user is 'also the extension that other agents dial; never given to anybody else'`,
  // An account is one agent among those who work here now.
  `create unique index agents_account on agents (account_name) where active`,

  `create table agent_skills (
     agent_id uuid not null references agents on delete cascade,
     queue text not null check (queue in ${QUEUES}),
     penalty smallint not null default 0 check (penalty between 0 and 10),
     primary key (agent_id, queue)
   )`,

  // Where each agent is now; what it was before stands in agent_states.
  `create table agent_presence (
     agent_id uuid primary key references agents on delete cascade,
     state text not null default 'signed-out' check (state in ${STATES}),
     since timestamptz not null default now(),
     reason text,
     call_id text,
     queue text,
     missed_rings smallint not null default 0,
     next_kind text check (next_kind in ('away', 'sign-out')),
     next_reason text,
     node text,
     phone_node text,
     signed_in_at timestamptz,
     relief_agent_id uuid references agents,
     relief_not_needed boolean not null default false,
     relief_reason text,
     relief_named_by text,
     relief_named_at timestamptz,
     version bigint not null default 1,
     check ((next_kind is null) = (next_reason is null))
   )`,
  `comment on column agent_presence.phone_node is 'the PBX node at which the phone is registered'`,
  `create index agent_presence_signed_in on agent_presence (state) where state <> 'signed-out'`,

  // One row for each span in a state; the open span has no end.
  `create table agent_states (
     id bigint generated always as identity primary key,
     agent_id uuid not null references agents on delete cascade,
     state text not null check (state in ${STATES}),
     reason text,
     call_id text,
     queue text,
     from_at timestamptz not null,
     until_at timestamptz,
     cause text not null,
     changed_by text not null,
     check (until_at is null or until_at >= from_at)
   )`,
  `create unique index agent_states_open on agent_states (agent_id) where until_at is null`,
  `create index agent_states_of_agent on agent_states (agent_id, from_at)`,
  `create index agent_states_by_time on agent_states (from_at)`,

  // One row for each stay of a caller in a queue: waiting while both connected_at and left_at are null, talking while
  // left_at is null. Idempotent by call and time of entry; no telephone number stands here.
  `create table queue_calls (
     id bigint generated always as identity primary key,
     call_id text not null,
     node text not null,
     queue text not null check (queue in ${QUEUES}),
     priority smallint not null default 10,
     value_tier text check (value_tier in ('high', 'mid', 'ordinary')),
     list_flag text check (list_flag in ('red', 'normal', 'black')),
     language text,
     entered_at timestamptz not null,
     entered_estimated boolean not null default false,
     connected_at timestamptz,
     left_at timestamptz,
     outcome text check (outcome in
       ('answered', 'abandoned', 'timeout', 'full', 'empty', 'call-back', 'unavailable')),
     agent_id uuid references agents,
     ring_seconds double precision,
     talk_seconds double precision,
     hold_seconds double precision,
     after_call_seconds double precision,
     transferred boolean not null default false,
     transferred_to text,
     missed_rings smallint not null default 0,
     missed_told_at timestamptz,
     source text not null default 'live' check (source in ('live', 'queue-log')),
     updated_at timestamptz not null default now(),
     unique (call_id, entered_at)
   )`,
  `create index queue_calls_open on queue_calls (node, queue) where left_at is null`,
  `create index queue_calls_by_time on queue_calls (entered_at)`,
  `create index queue_calls_missed on queue_calls (left_at) where outcome = 'abandoned' and missed_told_at is null`,
  `create index queue_calls_of_agent on queue_calls (agent_id, connected_at) where agent_id is not null`,

  // The file's name is the id: neither name nor row holds a telephone number.
  `create table recordings (
     id uuid primary key,
     call_id text not null,
     source_name text not null,
     source_changed_at timestamptz not null,
     node text not null,
     queue text,
     agent_id uuid references agents,
     announced boolean not null,
     state text not null default 'expected' check (state in ('expected', 'stored', 'missing', 'deleted')),
     file_key text,
     bytes bigint,
     seconds double precision,
     started_at timestamptz not null,
     ended_at timestamptz,
     stored_at timestamptz,
     delete_after timestamptz,
     deleted_at timestamptz,
     delete_reason text,
     unique (source_name, source_changed_at),
     check (state <> 'stored' or (file_key is not null and delete_after is not null))
   )`,
  `comment on column recordings.source_name is 'name of the file that the PBX wrote, and when: taken over once'`,
  `create index recordings_of_call on recordings (call_id)`,
  `create index recordings_by_time on recordings (started_at desc, id)`,
  `create index recordings_due on recordings (delete_after) where state = 'stored'`,
  `create index recordings_expected on recordings (started_at) where state = 'expected'`,

  // Dated numbers: after-call work, missed rings, call-backs, retention. The latest that is in force holds.
  `create table agent_policy (
     valid_from timestamptz primary key,
     body jsonb not null,
     created_by text not null,
     created_at timestamptz not null default now()
   )`,
  `insert into agent_policy (valid_from, body, created_by) values ('2024-01-01', '{
     "afterCallWork": { "limitSeconds": 60, "atLimit": "ready" },
     "missedRingsUntilAway": 2, "recordingDays": 180, "callBackHours": 24 }', 'system:ivr')`,

  `create table away_reasons (
     code text primary key check (code ~ '^[a-z]+(-[a-z]+)*$'),
     name_zh text not null,
     name_en text not null,
     active boolean not null default true
   )`,
  `insert into away_reasons (code, name_zh, name_en) values
     ('break', '小休', 'short break'),
     ('meal', '用餐', 'meal'),
     ('training', '培训', 'training'),
     ('meeting', '会议', 'meeting'),
     ('paperwork', '文案处理', 'paperwork'),
     ('call-out', '外呼回访', 'calling back'),
     ('equipment', '设备故障', 'equipment trouble')`,
];
