import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Calls whose callers asked not to be known, and from which something still leads to them. */
export class AnonymousCalls1767200000016 implements MigrationInterface {
  readonly name = 'AnonymousCalls1767200000016';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index inbound_call_to_forget on inbound_calls (call_id)
       where anonymous and phase = 'ended' and call_id not like 'anonymous:%'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index inbound_call_to_forget');
  }
}
