import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Imports that run in the background: who keeps them alive, how far they are, where their contacts lie. */
export class CampaignImports1767200000002 implements MigrationInterface {
  readonly name = 'CampaignImports1767200000002';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table import
        add column lease_until timestamptz,
        add column progress real not null default 0 check (progress between 0 and 1),
        add column delimiter text check (delimiter in ('comma', 'semicolon', 'tab')),
        add column first_contact_id bigint,
        add column last_contact_id bigint`);
    await runner.query(
      `create unique index import_one_at_a_time on import (batch_id) where state = 'running'`,
    );
    await runner.query(`
      comment on column import.first_contact_id is
        'contacts of one import lie side by side: a batch is read in the order of its ids without an index of its own'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index import_one_at_a_time');
    await runner.query(`
      alter table import drop column lease_until, drop column progress, drop column delimiter,
        drop column first_contact_id, drop column last_contact_id`);
  }
}
