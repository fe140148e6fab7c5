import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Areas, standing and telephone passwords of customers, bills, arrears, outages, imports; more of a work order. */
export class WhatMenusNeed1767200000102 implements MigrationInterface {
  readonly name = 'WhatMenusNeed1767200000102';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists register_row_error, register_import, policy, outage_history, outage, arrears,
      bill, telephone_try, telephone_password, area`);
    await runner.query(`alter table work_order drop column anonymous, drop column area_code,
      drop column application_kind, drop column channel, drop column attachments, drop column due_at`);
    await runner.query(`alter table account drop column address, drop column area_code, drop column value_tier,
      drop column list_flag, drop column important`);
  }
}

const STATEMENTS = [
  `create table area (
     code text primary key,
     name text not null,
     name_en text,
     class text not null check (class in ('urban', 'suburb', 'remote', 'special-remote')),
     updated_at timestamptz not null
   )`,

  // No foreign key to area: customers are told by the billing system, areas by the centre.
  `alter table account
     add column address text,
     add column area_code text,
     add column value_tier text not null default 'ordinary' check (value_tier in ('high', 'mid', 'ordinary')),
     add column list_flag text not null default 'normal' check (list_flag in ('red', 'normal', 'black')),
     add column important boolean not null default false`,
  `comment on column account.address is 'personal data'`,
  // Whoever calls is looked for by number at once, also after a large import: no list of entries still to be sorted in.
  `alter index account_phones set (fastupdate = off)`,
  `create index account_of_area on account (area_code, account_no)`,
  `create index account_by_name on account (name text_pattern_ops, account_no)`,
  `create index account_of_tier on account (value_tier, account_no) where value_tier <> 'ordinary'`,
  `create index account_on_list on account (list_flag, account_no) where list_flag <> 'normal'`,
  `create index account_important on account (account_no) where important`,

  // Apart from the account, so that nothing that reads accounts ever holds a hash.
  `create table telephone_password (
     account_no text primary key references account on delete cascade,
     hash text not null,
     set_at timestamptz not null,
     set_by text not null
   )`,
  // No foreign key: tries on accounts that do not exist are counted alike, or the count would tell which exist.
  `create table telephone_try (
     account_no text primary key,
     failures smallint not null check (failures >= 0),
     last_failure_at timestamptz not null,
     locked_until timestamptz,
     last_reference text not null
   )`,
  `create index telephone_try_last on telephone_try (last_failure_at)`,

  `create table bill (
     account_no text not null,
     bill_month text not null,
     reading_date date not null,
     register_value numeric(14, 4) not null check (register_value >= 0),
     energy_kwh numeric(14, 4) not null check (energy_kwh >= 0),
     amount_fen bigint not null check (amount_fen >= 0),
     previous_balance_fen bigint not null,
     payable_fen bigint not null check (payable_fen >= 0),
     due_date date,
     updated_at timestamptz not null,
     primary key (account_no, bill_month)
   )`,
  `create index bill_of_month on bill (bill_month desc, account_no desc)`,

  `create table arrears (
     account_no text not null,
     bill_month text not null,
     amount_fen bigint not null check (amount_fen >= 0),
     due_date date not null,
     as_of timestamptz not null,
     pay_place text,
     pay_place_en text,
     updated_at timestamptz not null,
     primary key (account_no, bill_month)
   )`,

  `create table outage (
     id uuid primary key,
     reference text unique,
     kind text not null check (kind in ('planned', 'temporary', 'fault', 'load-limit')),
     area_code text not null references area,
     starts_at timestamptz not null,
     expected_restoration_at timestamptz check (expected_restoration_at > starts_at),
     cause text not null,
     cause_en text,
     announced_text text,
     announced_text_en text,
     restored_at timestamptz check (restored_at >= starts_at),
     cancelled_at timestamptz,
     registered_at timestamptz not null,
     updated_at timestamptz not null,
     check (restored_at is null or cancelled_at is null)
   )`,
  `create index outage_by_start on outage (starts_at desc, id desc)`,
  `create index outage_not_over on outage (area_code, starts_at) where restored_at is null and cancelled_at is null`,
  `create table outage_history (
     id bigint generated always as identity primary key,
     outage_id uuid not null references outage,
     at timestamptz not null,
     actor text not null,
     change text not null check (change in ('registered', 'changed', 'restored', 'cancelled')),
     state jsonb not null
   )`,
  `create index outage_history_of on outage_history (outage_id, id)`,

  `create table policy (
     name text not null check (name in ('penalty', 'telephone-access')),
     valid_from timestamptz not null,
     document jsonb not null,
     set_by text not null,
     set_at timestamptz not null,
     primary key (name, valid_from)
   )`,

  `create table register_import (
     id uuid primary key,
     register text not null check (register in ('customers', 'bills', 'arrears', 'outages')),
     source text not null check (source in ('file', 'api')),
     file_name text,
     file_key text,
     sha256 text not null,
     format text not null check (format in ('csv', 'xlsx', 'json')),
     encoding text,
     delimiter text check (delimiter in ('comma', 'semicolon', 'tab')),
     state text not null default 'running' check (state in ('running', 'completed', 'failed')),
     progress real not null default 0 check (progress between 0 and 1),
     rows_total integer not null default 0,
     rows_accepted integer not null default 0,
     rows_refused integer not null default 0,
     warnings jsonb not null default '[]',
     failure jsonb,
     created_by text not null,
     started_at timestamptz not null,
     ended_at timestamptz,
     lease_until timestamptz
   )`,
  // The same bytes for the same register are the same file. Rows by API may say again what they said before.
  `create unique index register_import_same_file on register_import (register, sha256)
     where source = 'file' and state in ('running', 'completed')`,
  `create unique index register_import_one_at_a_time on register_import (register) where state = 'running'`,
  `create index register_import_newest on register_import (started_at desc, id desc)`,
  `create table register_row_error (
     import_id uuid not null references register_import on delete cascade,
     line integer not null,
     field text not null,
     code text not null,
     reason jsonb not null,
     value text,
     primary key (import_id, line, field, code)
   )`,

  `alter table work_order
     add column anonymous boolean not null default false,
     add column area_code text,
     add column application_kind text,
     add column channel text not null default 'system',
     add column attachments jsonb not null default '[]',
     add column due_at timestamptz,
     add constraint work_order_anonymous check (not anonymous or (phone is null and account_no is null))`,
];
