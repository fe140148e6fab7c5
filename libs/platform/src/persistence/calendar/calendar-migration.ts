import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { StoredCalendar } from './calendar-document';

/**
 * A migration that makes a service's copy of the working calendar and fills it from the data file. List
 * its result among the service's migrations. A later edition of the file: `calendarUpdate`.
 */
export function calendarMigration(document: StoredCalendar): new () => MigrationInterface {
  return class CreateCalendar1700000000100 implements MigrationInterface {
    readonly name = 'CreateCalendar1700000000100';

    async up(runner: QueryRunner): Promise<void> {
      for (const statement of TABLES) await runner.query(statement);
      await storeCalendar(runner, document);
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('DROP TABLE calendar_override');
      await runner.query('DROP TABLE calendar');
    }
  };
}

/**
 * A migration that brings the copy to a later edition of the file. Days that somebody has changed by hand
 * stay as they are.
 * @param stamp 13 digits, as of every migration's name
 */
export function calendarUpdate(document: StoredCalendar, stamp: string): new () => MigrationInterface {
  if (!/^\d{13}$/.test(stamp)) throw new Error(`a migration's stamp has 13 digits, not ${stamp}`);
  return class implements MigrationInterface {
    readonly name = `UpdateCalendar${stamp}`;

    up(runner: QueryRunner): Promise<void> {
      return storeCalendar(runner, document);
    }

    /** The tables stay as they are: the days were announced, not invented. */
    async down(): Promise<void> {}
  };
}

async function storeCalendar(runner: QueryRunner, document: StoredCalendar): Promise<void> {
  const { id, source, sourceVersion, coverage, workingWeekdays, overrides } = document;
  await runner.query(
    `INSERT INTO calendar (id, source, source_version, covered_from, covered_to, working_weekdays)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (id) DO UPDATE SET source = $2, source_version = $3,
       covered_from = least(calendar.covered_from, $4::date), covered_to = greatest(calendar.covered_to, $5::date)`,
    [id, source, sourceVersion, coverage.from, coverage.to, workingWeekdays],
  );
  const rows = overrides.map((day) => ({
    in_lieu: day.inLieu ?? false,
    name_zh: day.nameZh,
    name_en: day.nameEn,
    ...day,
  }));
  await runner.query(
    `INSERT INTO calendar_override (calendar_id, date, kind, name_zh, name_en, in_lieu)
     SELECT $1, date, kind, name_zh, name_en, in_lieu
       FROM json_to_recordset($2) AS day(date date, kind text, name_zh text, name_en text, in_lieu boolean)
     ON CONFLICT (calendar_id, date) DO UPDATE
       SET kind = excluded.kind, name_zh = excluded.name_zh, name_en = excluded.name_en, in_lieu = excluded.in_lieu
       WHERE NOT calendar_override.by_hand`,
    [id, JSON.stringify(rows)],
  );
}

const TABLES = [
  `CREATE TABLE calendar (
     id text PRIMARY KEY,
     source text NOT NULL,
     source_version text NOT NULL,
     covered_from date NOT NULL,
     covered_to date NOT NULL CHECK (covered_to >= covered_from),
     working_weekdays smallint[] NOT NULL CHECK (cardinality(working_weekdays) BETWEEN 1 AND 7)
   )`,
  `CREATE TABLE calendar_override (
     calendar_id text NOT NULL REFERENCES calendar,
     date date NOT NULL,
     kind text NOT NULL CHECK (kind IN ('holiday', 'extra-working-day')),
     name_zh text NOT NULL,
     name_en text NOT NULL,
     in_lieu boolean NOT NULL DEFAULT false,
     -- Changed by staff, not by the data file.
     by_hand boolean NOT NULL DEFAULT false,
     changed_at timestamptz NOT NULL DEFAULT now(),
     PRIMARY KEY (calendar_id, date)
   )`,
];
