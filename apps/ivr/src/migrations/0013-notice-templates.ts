import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people made of the notices' words, version by version (rules.md §13b). */
export class NoticeTemplates1767200000013 implements MigrationInterface {
  readonly name = 'NoticeTemplates1767200000013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table notice_template (
      medium text not null,
      kind text not null,
      language text not null,
      version integer not null check (version > 1),
      document jsonb not null,
      set_by text not null,
      set_at timestamptz not null,
      primary key (medium, kind, language, version)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table notice_template');
  }
}
