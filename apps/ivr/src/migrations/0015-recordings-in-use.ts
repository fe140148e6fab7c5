import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A recording that is needed stays beyond its days: why, and when that is looked at again. */
export class RecordingsInUse1767200000015 implements MigrationInterface {
  readonly name = 'RecordingsInUse1767200000015';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table recordings add column look_again_at timestamptz,
         add column kept_for text check (kept_for in ('work-order', 'evidence', 'judgement'))`,
    );
    await runner.query('drop index recordings_due');
    await runner.query(
      `create index recordings_due on recordings (coalesce(look_again_at, delete_after)) where state = 'stored'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index recordings_due');
    await runner.query('alter table recordings drop column look_again_at, drop column kept_for');
    await runner.query(`create index recordings_due on recordings (delete_after) where state = 'stored'`);
  }
}
