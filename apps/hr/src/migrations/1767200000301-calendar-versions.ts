import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Every version of a working calendar, whole: what was reckoned by it can be explained later. */
export class CalendarHistory1767200000301 implements MigrationInterface {
  readonly name = 'CalendarHistory1767200000301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table calendar_version (
      calendar_id text not null references calendar,
      version integer not null check (version >= 1),
      document jsonb not null,
      made_at timestamptz not null,
      made_by text not null,
      primary key (calendar_id, version)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_version');
  }
}
