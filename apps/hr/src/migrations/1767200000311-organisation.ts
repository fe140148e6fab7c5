import type { MigrationInterface, QueryRunner } from 'typeorm';
import { ORGANISATION_SEED } from './organisation-seed';

/** Departments, posts, groups and staff with their dated history (§1). */
export class Organisation1767200000311 implements MigrationInterface {
  readonly name = 'Organisation1767200000311';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    for (const { statement, rows } of ORGANISATION_SEED)
      await runner.query(statement, [JSON.stringify(rows)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table if exists staff_row_error, staff_import, staff_event, staff_skill, skill, staff, staff_group, post, department cascade',
    );
  }
}

const CODE = `check (code ~ '^[a-z][a-z0-9-]{0,39}$')`;

const STATEMENTS = [
  `create table department (
     code text primary key ${CODE},
     name_zh text not null,
     name_en text not null,
     parent_code text references department,
     -- Data scope of the accounts of its people: all, or codes of departments and areas of the service desk.
     scope text[] not null default '{all}' check (cardinality(scope) > 0),
     active boolean not null default true
   )`,
  `create table post (
     code text primary key ${CODE},
     name_zh text not null,
     name_en text not null,
     role_kind text not null,
     tier text not null check (tier in ('agent', 'senior', 'supervisor', 'head')),
     -- Roles of the gateway that an account gets by this post.
     roles text[] not null,
     active boolean not null default true
   )`,
  `create table staff_group (
     code text primary key ${CODE},
     name_zh text not null,
     name_en text not null,
     department_code text not null references department,
     leader_number text,
     active boolean not null default true
   )`,
  `create table staff (
     staff_number text primary key check (staff_number ~ '^[A-Za-z0-9][A-Za-z0-9-]{0,19}$'),
     name text not null,
     phone text,
     department_code text not null references department,
     post_code text not null references post,
     tier text not null check (tier in ('agent', 'senior', 'supervisor', 'head')),
     group_code text references staff_group,
     status text not null check (status in ('expected', 'active', 'suspended', 'left')),
     hired_on date not null,
     left_on date check (left_on >= hired_on),
     leaving_kind text check (leaving_kind in ('voluntary', 'involuntary')),
     leaving_reason text,
     account_id uuid,
     -- Grows with every change that an account has to follow.
     version integer not null default 0,
     created_at timestamptz not null,
     updated_at timestamptz not null,
     check ((status = 'left') = (left_on is not null))
   )`,
  `comment on column staff.name is 'personal data'`,
  `comment on column staff.phone is 'personal data'`,
  `create unique index staff_account on staff (account_id)`,
  `create index staff_of_group on staff (group_code) where status <> 'left'`,
  `create index staff_of_department on staff (department_code, staff_number)`,
  `create index staff_name on staff (name, staff_number)`,
  `create index staff_hired on staff (hired_on, staff_number)`,
  `create index staff_left on staff (left_on, staff_number) where left_on is not null`,
  `alter table staff_group add constraint staff_group_leader foreign key (leader_number) references staff`,
  `create table skill (
     code text primary key ${CODE},
     name_zh text not null,
     name_en text not null,
     kind text not null check (kind in ('business', 'dialect', 'language')),
     active boolean not null default true
   )`,
  `create table staff_skill (
     staff_number text not null references staff,
     skill_code text not null references skill,
     level smallint not null check (level between 1 and 5),
     primary key (staff_number, skill_code)
   )`,
  `create index staff_skill_of on staff_skill (skill_code, staff_number)`,
  // What happened to whom, and what is to happen: planned steps wait for their day.
  `create table staff_event (
     id uuid primary key,
     staff_number text not null references staff,
     kind text not null,
     effective_on date not null,
     state text not null check (state in ('planned', 'done', 'cancelled', 'failed')),
     details jsonb not null,
     reason text,
     recorded_at timestamptz not null,
     recorded_by text not null,
     settled_at timestamptz,
     settled_by text,
     failure text
   )`,
  `create index staff_event_of on staff_event (staff_number, effective_on desc, recorded_at desc)`,
  `create index staff_event_planned on staff_event (effective_on, recorded_at) where state = 'planned'`,
  `create table staff_import (
     id uuid primary key,
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
  `create unique index staff_import_same_file on staff_import (sha256)
     where source = 'file' and state in ('running', 'completed')`,
  `create unique index staff_import_one_at_a_time on staff_import ((true)) where state = 'running'`,
  `create index staff_import_newest on staff_import (started_at desc, id desc)`,
  `create table staff_row_error (
     import_id uuid not null references staff_import on delete cascade,
     line integer not null,
     field text not null,
     code text not null,
     reason jsonb not null,
     value text,
     primary key (import_id, line, field, code)
   )`,
];
