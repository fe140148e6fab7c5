import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one act does to thousands of work orders, step by step; and time limits that a sweep had to set aside. */
export class Spreads1767200000122 implements MigrationInterface {
  readonly name = 'Spreads1767200000122';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table work_order_spread (
         id uuid primary key,
         step text not null,
         number text not null,
         data jsonb not null,
         context jsonb not null,
         after text,
         next_at timestamptz not null,
         asked_at timestamptz not null
       )`,
    );
    // A department goes on seeing what it answered.
    await runner.query(
      `create index work_order_of_last_department on work_order (last_department, opened_at desc, number desc)
       where last_department is not null`,
    );
    await runner.query('create index work_order_spread_next on work_order_spread (next_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index if exists work_order_of_last_department');
    await runner.query('drop table if exists work_order_spread');
  }
}
