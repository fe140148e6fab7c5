import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Batches, contacts, calls, attempts and what decides about them. */
export class DialingSchema1767200000001 implements MigrationInterface {
  readonly name = 'DialingSchema1767200000001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table if exists hand_off_receipt, hand_off_export, hand_off, payment, do_not_call, pbx_node,
        dialing_policy, attempt, call, contact, import_row_error, import, batch, batch_kind cascade`);
  }
}

const STATEMENTS = [
  // The cap belongs to the kind (T2.4); attempts refer to it, so that no code can go over it.
  `create table batch_kind (
     kind text primary key,
     attempt_cap smallint not null check (attempt_cap between 1 and 10),
     unique (kind, attempt_cap)
   )`,
  `insert into batch_kind values ('bill-notice', 3), ('arrears-reminder', 3)`,

  `create table batch (
     id uuid primary key,
     kind text not null references batch_kind,
     name text not null,
     language text not null default 'zh-CN' check (language in ('zh-CN', 'en')),
     state text not null default 'draft'
       check (state in ('draft', 'ready', 'running', 'paused', 'finished', 'stopped')),
     policy_name text not null default 'standard',
     success_rule text not null default 'key-or-essential-part'
       check (success_rule in ('key-or-essential-part', 'key-only')),
     caller_id text,
     trunk text,
     line_share_percent smallint not null default 100 check (line_share_percent between 1 and 100),
     hand_off_target text not null default 'paper-notice',
     data_as_of timestamptz,
     handed_in_at timestamptz,
     deadline_at timestamptz,
     started_at timestamptz,
     ended_at timestamptz,
     created_by text not null,
     created_at timestamptz not null default now(),
     updated_at timestamptz not null default now(),
     version integer not null default 1
   )`,
  `create index batch_created on batch (created_at desc, id)`,
  `create index batch_active on batch (state) where state in ('running', 'paused')`,

  `create table import (
     id uuid primary key,
     batch_id uuid not null references batch on delete cascade,
     kind text not null references batch_kind,
     source text not null check (source in ('file', 'api')),
     file_name text,
     file_key text,
     sha256 text not null,
     format text,
     encoding text,
     state text not null default 'running' check (state in ('running', 'completed', 'failed')),
     rows_total integer not null default 0,
     rows_accepted integer not null default 0,
     rows_refused integer not null default 0,
     warnings jsonb not null default '[]',
     failure jsonb,
     created_by text not null,
     started_at timestamptz not null default now(),
     ended_at timestamptz
   )`,
  // The same bytes for the same kind are the same file, in whatever batch (T2.2).
  `create unique index import_same_file on import (kind, sha256) where state in ('running', 'completed')`,
  `create index import_of_batch on import (batch_id, started_at)`,
  `create table import_row_error (
     import_id uuid not null references import on delete cascade,
     line integer not null,
     field text not null,
     code text not null,
     reason jsonb not null,
     value text,
     primary key (import_id, line, field, code)
   )`,

  `create table contact (
     id bigint generated always as identity primary key,
     batch_id uuid not null references batch on delete cascade,
     import_id uuid not null,
     line integer not null,
     account_no text not null,
     period text not null,
     customer_name text not null,
     customer_kind text not null default 'resident'
       check (customer_kind in ('resident', 'organisation', 'sole-trader')),
     number text not null,
     extension text,
     language text not null check (language in ('zh-CN', 'en')),
     payable_fen bigint not null,
     notice jsonb not null,
     state text not null default 'waiting' check (state in ('waiting', 'calling', 'done')),
     due_at timestamptz not null default now(),
     wait_reason text not null default 'new',
     counted_attempts smallint not null default 0,
     technical_failures smallint not null default 0,
     disposition text check (disposition in ('delivered', 'handed-off', 'cancelled')),
     disposition_reason text,
     disposed_at timestamptz,
     unique (batch_id, account_no, period),
     check ((state = 'done') = (disposition is not null)),
     check (disposition is distinct from 'handed-off' or disposition_reason in
       ('exhausted', 'invalid', 'opted-out', 'do-not-call', 'deadline', 'technical')),
     check (disposition is distinct from 'cancelled' or disposition_reason in
       ('paid', 'restored', 'reached-elsewhere', 'stopped'))
   ) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02)`,
  `comment on column contact.customer_name is 'personal data'`,
  `comment on column contact.number is 'personal data'`,
  // Claims read the due contacts of one batch and kind of customer by due time; claimed rows leave the index.
  `create index contact_due on contact (batch_id, customer_kind, due_at, id) where state = 'waiting'`,
  `create index contact_open on contact (batch_id) where state <> 'done'`,
  `create index contact_to_merge on contact (number) where state = 'waiting'`,
  `create index contact_account on contact (account_no)`,

  // A call's id is the PBX's channel id (T3.1): a UUID where we dial, the PBX's own where a customer does.
  `create table call (
     id text primary key,
     batch_id uuid not null,
     number text not null,
     node text not null,
     trunk text not null,
     state text not null default 'claimed' check (state in ('claimed', 'dialling', 'answered', 'ended')),
     direction text not null default 'out' check (direction in ('out', 'in')),
     holder uuid not null,
     fence bigint not null,
     lease_until timestamptz not null,
     claimed_at timestamptz not null default now(),
     originated_at timestamptz,
     answered_at timestamptz,
     notice_started_at timestamptz,
     ended_at timestamptz,
     cause smallint,
     heard_ms integer,
     keys text,
     spoken_text text,
     audio_hash text,
     outcome text,
     evidence text check (evidence in ('live', 'pbx-records', 'none'))
   )`,
  `comment on column call.number is 'personal data'`,
  // One live call per number (T2.8), whoever claims it.
  `create unique index call_live_number on call (number) where state <> 'ended' and direction = 'out'`,
  `create index call_on_the_line on call (number) where state <> 'ended'`,
  `create index call_lease on call (lease_until) where state <> 'ended'`,
  `create index call_recent on call (number, originated_at) where originated_at is not null`,
  `create index call_of_batch on call (batch_id, claimed_at)`,

  `create table attempt (
     id bigint generated always as identity primary key,
     call_id text not null references call on delete cascade,
     contact_id bigint not null references contact on delete cascade,
     kind text not null,
     attempt_cap smallint not null,
     ordinal smallint check (ordinal between 1 and attempt_cap),
     outcome text,
     claimed_at timestamptz not null default now(),
     settled_at timestamptz,
     next_due_at timestamptz,
     foreign key (kind, attempt_cap) references batch_kind (kind, attempt_cap),
     unique (contact_id, ordinal),
     unique (call_id, contact_id)
   )`,
  `comment on column attempt.ordinal is 'the counted ordinal; null once the attempt proved a technical failure'`,

  `create table do_not_call (
     id uuid primary key,
     number text not null,
     kind text references batch_kind,
     reason text not null,
     source text not null check (source in ('staff', 'key', 'import')),
     created_by text not null,
     created_at timestamptz not null default now(),
     removed_by text,
     removed_at timestamptz
   )`,
  `comment on column do_not_call.number is 'personal data'`,
  `create unique index do_not_call_once on do_not_call (number, coalesce(kind, '')) where removed_at is null`,

  // What ticket tells of payments (ticket.event.payment-recorded.v1): the truth at dial time (T2.9).
  `create table payment (
     id uuid primary key,
     account_no text not null,
     amount_fen bigint not null,
     bill_month text,
     paid_at timestamptz not null
   )`,
  `create index payment_account on payment (account_no, paid_at)`,

  `create table hand_off (
     contact_id bigint primary key references contact on delete cascade,
     batch_id uuid not null references batch on delete cascade,
     reason text not null,
     handed_off_at timestamptz not null
   )`,
  `create index hand_off_of_batch on hand_off (batch_id)`,
  `create table hand_off_export (
     batch_id uuid not null references batch on delete cascade,
     format text not null check (format in ('csv', 'xlsx', 'pdf')),
     file_key text not null,
     sha256 text not null,
     bytes bigint not null,
     created_by text not null,
     created_at timestamptz not null default now(),
     primary key (batch_id, format)
   )`,
  `create table hand_off_receipt (
     id uuid primary key,
     batch_id uuid not null references batch on delete cascade,
     received_by text not null,
     reference text,
     note text,
     received_at timestamptz not null,
     recorded_by text not null,
     recorded_at timestamptz not null default now()
   )`,

  // Dated numbers of the dialer: windows, spacing, caps. Without a row the documents' values hold.
  `create table dialing_policy (
     name text not null,
     valid_from timestamptz not null,
     body jsonb not null,
     primary key (name, valid_from)
   )`,

  // The process that holds a node's lease connects to it; the others stand by.
  `create table pbx_node (
     name text primary key,
     holder uuid,
     fence bigint not null default 0,
     lease_until timestamptz not null default '-infinity',
     state text not null default 'down',
     state_reason text,
     updated_at timestamptz not null default now()
   )`,
];
