import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What holds running batches up on each node, as its dialer saw it last (T2.12). */
export class DialObstacle1767200000006 implements MigrationInterface {
  readonly name = 'DialObstacle1767200000006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table dial_obstacle (
         batch_id uuid not null references batch on delete cascade,
         node text not null,
         obstacle text,
         seen_at timestamptz not null,
         primary key (batch_id, node)
       ) with (fillfactor = 50)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table if exists dial_obstacle');
  }
}
