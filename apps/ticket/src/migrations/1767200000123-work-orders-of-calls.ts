import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Work orders are found by the call that they came of: their reference is `call:<call>` or `call:<call>:…`. */
export class WorkOrdersOfCalls1767200000123 implements MigrationInterface {
  readonly name = 'WorkOrdersOfCalls1767200000123';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index work_order_of_call on work_order (split_part(reference, ':', 2)) where reference like 'call:%'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index if exists work_order_of_call');
  }
}
