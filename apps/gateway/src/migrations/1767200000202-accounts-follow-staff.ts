import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Data scope of accounts, whose account is whose, and the periodic review of accounts (§1). */
export class AccountsFollowStaff1767200000202 implements MigrationInterface {
  readonly name = 'AccountsFollowStaff1767200000202';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists account_review_item, account_review, staff_standing');
    await runner.query(
      'alter table user_account drop column scope, drop column staff_number, drop column switched_off_by',
    );
  }
}

const STATEMENTS = [
  `alter table user_account
     add column scope text[] not null default '{all}' check (cardinality(scope) > 0),
     add column staff_number text unique,
     -- Why it is off: what staff switched off, staff switch on again, and nothing else.
     add column switched_off_by text check (switched_off_by in ('hand', 'staff', 'review'))`,
  `update user_account set switched_off_by = 'hand' where not active`,

  // The newest that hr told of each person.
  `create table staff_standing (
     staff_number text primary key,
     version integer not null,
     status text not null,
     account_id uuid,
     may_act boolean not null,
     roles text[] not null,
     scope text[] not null,
     told_at timestamptz not null,
     -- What the account could not follow, and why; tried again until it can.
     pending text check (pending in ('last-admin', 'no-account', 'unknown-role')),
     left_account_id uuid
   )`,
  `create index staff_standing_pending on staff_standing (staff_number) where pending is not null`,

  `create table account_review (
     id uuid primary key,
     opened_at timestamptz not null,
     opened_by text not null,
     due_at timestamptz not null check (due_at > opened_at),
     closed_at timestamptz,
     accounts integer not null
   )`,
  `create unique index account_review_open on account_review ((true)) where closed_at is null`,
  `create index account_review_newest on account_review (opened_at desc, id desc)`,
  `create table account_review_item (
     review_id uuid not null references account_review,
     user_id uuid not null references user_account,
     name text not null,
     -- As they were when the review was opened.
     roles text[] not null,
     scope text[] not null,
     active boolean not null,
     staff_number text,
     staff_status text,
     post_roles text[],
     decision text check (decision in ('kept', 'roles-withdrawn', 'switched-off')),
     withdrawn_roles text[],
     reason text,
     decided_at timestamptz,
     decided_by text,
     primary key (review_id, user_id),
     check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
   )`,
  `create index account_review_item_by_name on account_review_item (review_id, name)`,
];
