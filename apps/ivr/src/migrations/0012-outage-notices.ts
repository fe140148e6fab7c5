import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notices of outages: three counted attempts, as of the other kinds (T2.4). */
export class OutageNotices1767200000012 implements MigrationInterface {
  readonly name = 'OutageNotices1767200000012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`insert into batch_kind values ('outage-notice', 3) on conflict (kind) do nothing`);
  }

  /** Batches of the kind keep it. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from batch_kind k where kind = 'outage-notice'
      and not exists (select from batch where kind = k.kind)`);
  }
}
