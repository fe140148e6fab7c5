import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A stay that the queue log alone tells of may be of a caller of whom nothing is known: its priority is unknown too. */
export class UnknownPriority1767200000010 implements MigrationInterface {
  readonly name = 'UnknownPriority1767200000010';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table queue_calls alter column priority drop not null, alter column priority drop default',
    );
    await runner.query(
      `update queue_calls q set priority = null where source = 'queue-log' and value_tier is null and list_flag is null`,
    );
    await runner.query(
      `update queue_calls set priority = case when list_flag = 'black' then 0
         when list_flag = 'red' or value_tier = 'high' then 20 else 10 end
       where source = 'queue-log' and list_flag is not null and value_tier is not null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('update queue_calls set priority = 10 where priority is null');
    await runner.query(
      'alter table queue_calls alter column priority set default 10, alter column priority set not null',
    );
  }
}
