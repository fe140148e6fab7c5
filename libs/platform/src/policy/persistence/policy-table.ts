import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The migration that gives a service the table of its dated policies. Which names are known is the code's matter. */
export function policyTable(stamp: string): new () => MigrationInterface {
  if (!/^\d{13}$/.test(stamp)) throw new Error(`a migration's stamp has 13 digits, not ${stamp}`);
  return class implements MigrationInterface {
    readonly name = `PolicyTable${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(`create table policy (
        name text not null,
        valid_from timestamptz not null,
        document jsonb not null,
        set_by text not null,
        set_at timestamptz not null,
        primary key (name, valid_from)
      )`);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('drop table policy');
    }
  };
}
