import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The talk of an agent to whom another handed a caller on directly is a row of its own. */
export class TalksTakenOver1767200000014 implements MigrationInterface {
  readonly name = 'TalksTakenOver1767200000014';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table queue_calls add column taken_over boolean not null default false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table queue_calls drop column taken_over');
  }
}
