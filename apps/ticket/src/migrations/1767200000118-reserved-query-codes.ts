import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Query codes that callers were told, or will be, before their work order is opened (C5); whose a file is, by index. */
export class ReservedQueryCodes1767200000118 implements MigrationInterface {
  readonly name = 'ReservedQueryCodes1767200000118';

  async up(runner: QueryRunner): Promise<void> {
    // The day, not the hour: a time would lead to the call.
    await runner.query(
      `create table reserved_query_code (
         code text primary key check (code ~ '^[0-9]{8}$'),
         reserved_on date not null
       )`,
    );
    await runner.query(
      'create index work_order_of_attachment on work_order using gin (attachments jsonb_path_ops)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index if exists work_order_of_attachment');
    await runner.query('drop table if exists reserved_query_code');
  }
}
