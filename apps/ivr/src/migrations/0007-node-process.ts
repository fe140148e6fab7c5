import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which process holds a node, so that its successor on the same machine need not wait for a dead one's lease. */
export class NodeProcess1767200000007 implements MigrationInterface {
  readonly name = 'NodeProcess1767200000007';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table pbx_node add column holder_process text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table pbx_node drop column if exists holder_process');
  }
}
