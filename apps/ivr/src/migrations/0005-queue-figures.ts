import { STANDARD_FIGURE_TARGETS } from '@switchyard/domain';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What figures are held against, and how far the queue log has been read. */
export class QueueFigures1767200000005 implements MigrationInterface {
  readonly name = 'QueueFigures1767200000005';

  async up(runner: QueryRunner): Promise<void> {
    // Dated numbers (§13, §22): the latest that is in force holds.
    await runner.query(`
      create table figure_targets (
        valid_from timestamptz primary key,
        body jsonb not null,
        created_by text not null,
        created_at timestamptz not null default now()
      )`);
    await runner.query(
      `insert into figure_targets (valid_from, body, created_by) values ('2024-01-01', $1, 'system:ivr')`,
      [JSON.stringify(STANDARD_FIGURE_TARGETS)],
    );
    await runner.query(`
      create table queue_log_mark (
        single boolean primary key default true check (single),
        settled_until timestamptz not null,
        last_id bigint not null default 0
      )`);
    await runner.query(`insert into queue_log_mark (settled_until) values (now())`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists figure_targets, queue_log_mark');
  }
}
