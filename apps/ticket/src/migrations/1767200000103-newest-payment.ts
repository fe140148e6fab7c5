import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Finds the payment that was recorded last, however many there are. */
export class NewestPayment1767200000103 implements MigrationInterface {
  readonly name = 'NewestPayment1767200000103';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create index payment_recorded on payment (recorded_at desc, id desc)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index if exists payment_recorded');
  }
}
