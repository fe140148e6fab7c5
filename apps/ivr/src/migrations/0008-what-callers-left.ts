import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Query codes for anonymous callers (C5), which order of a call a held case is, and what retention has removed. */
export class WhatCallersLeft1767200000008 implements MigrationInterface {
  readonly name = 'WhatCallersLeft1767200000008';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists retention_removal, query_code_pool');
    await runner.query('alter table held_cases drop column if exists ordinal');
  }
}

const STATEMENTS = [
  // No time stands here: it would lead from a code to a call.
  `create table query_code_pool (code text primary key)`,

  // An anonymous case has a reference by lot; until it is released it is found again by its call, after a crash.
  `alter table held_cases add column ordinal smallint`,
  `create unique index held_case_of_call on held_cases (call_id, ordinal)
     where released_at is null and ordinal is not null`,

  `create table retention_removal (
     id bigint generated always as identity primary key,
     removed_at timestamptz not null,
     what text not null check (what in ('message', 'stray-file')),
     item text not null,
     kept_since timestamptz not null,
     days integer not null check (days > 0)
   )`,
  `comment on table retention_removal is 'audit: only ever added to'`,
  `create index retention_removal_newest on retention_removal (removed_at desc, id desc)`,
];
