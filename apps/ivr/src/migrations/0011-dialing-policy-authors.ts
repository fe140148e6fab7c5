import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who set a dialing policy, and when; of two for one day, the one set last holds. */
export class DialingPolicyAuthors1767200000011 implements MigrationInterface {
  readonly name = 'DialingPolicyAuthors1767200000011';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table dialing_policy
      add column set_by text not null default 'system:ivr',
      add column set_at timestamptz not null default now(),
      drop constraint dialing_policy_pkey,
      add primary key (name, valid_from, set_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`delete from dialing_policy old using dialing_policy newer
      where old.name = newer.name and old.valid_from = newer.valid_from and old.set_at < newer.set_at`);
    await runner.query(`alter table dialing_policy
      drop constraint dialing_policy_pkey, add primary key (name, valid_from),
      drop column set_by, drop column set_at`);
  }
}
