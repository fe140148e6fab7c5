import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Samples of the centre's work, judged by a second person (art. 23(8)(9)). */
export class Correctness1767200000119 implements MigrationInterface {
  readonly name = 'Correctness1767200000119';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists correctness_judgement, correctness_item, correctness_sample cascade');
  }
}

const STATEMENTS = [
  `create table correctness_sample (
     id uuid primary key,
     subject text not null check (subject in ('work-orders', 'enquiries', 'outage-notices')),
     from_at timestamptz not null,
     before_at timestamptz not null check (before_at > from_at),
     seed text not null,
     population integer not null,
     size integer not null check (size <= population),
     drawn_at timestamptz not null,
     drawn_by text not null,
     unique (subject, from_at, before_at)
   )`,
  `create index correctness_sample_newest on correctness_sample (drawn_at desc, id desc)`,
  `create table correctness_item (
     id uuid primary key,
     sample_id uuid not null references correctness_sample,
     place integer not null,
     work text not null,
     area_code text,
     done_by text not null,
     judgement_id bigint,
     unique (sample_id, place)
   )`,
  `create table correctness_judgement (
     id bigint generated always as identity primary key,
     item_id uuid not null references correctness_item,
     verdicts jsonb not null,
     remark text,
     judged_at timestamptz not null,
     judged_by text not null
   )`,
  `create index correctness_judgement_of on correctness_judgement (item_id, id)`,
  `alter table correctness_item add constraint correctness_item_judged
     foreign key (judgement_id) references correctness_judgement`,
];
