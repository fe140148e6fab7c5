import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { UnitOfWork } from '../unit-of-work';
import type { StoredCalendar } from './calendar-document';

/** A migration that gives a service's copies of calendars a version. List it behind `calendarMigration`. */
export function calendarVersions(stamp: string): new () => MigrationInterface {
  if (!/^\d{13}$/.test(stamp)) throw new Error(`a migration's stamp has 13 digits, not ${stamp}`);
  return class implements MigrationInterface {
    readonly name = `CalendarVersions${stamp}`;

    async up(runner: QueryRunner): Promise<void> {
      await runner.query(
        'ALTER TABLE calendar ADD COLUMN version integer NOT NULL DEFAULT 1 CHECK (version >= 1)',
      );
    }

    async down(runner: QueryRunner): Promise<void> {
      await runner.query('ALTER TABLE calendar DROP COLUMN version');
    }
  };
}

/** The version of a service's copy, from 1; 0 when there is no calendar of that id. */
export async function calendarVersion(unitOfWork: UnitOfWork, id: string): Promise<number> {
  const [row] = await unitOfWork.query<{ version: number }>('SELECT version FROM calendar WHERE id = $1', [
    id,
  ]);
  return row?.version ?? 0;
}

/**
 * Puts a whole calendar in the place of a service's copy. To be called in a transaction.
 * @returns false when the copy has this version or a later one already: events may come twice and late
 */
export async function writeCalendar(
  unitOfWork: UnitOfWork,
  calendar: StoredCalendar,
  version: number,
): Promise<boolean> {
  const { id, source, sourceVersion, coverage, workingWeekdays, overrides } = calendar;
  const written = await unitOfWork.execute(
    `INSERT INTO calendar (id, source, source_version, covered_from, covered_to, working_weekdays, version)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (id) DO UPDATE SET source = $2, source_version = $3, covered_from = $4, covered_to = $5,
       working_weekdays = $6, version = $7 WHERE calendar.version < $7`,
    [id, source, sourceVersion, coverage.from, coverage.to, workingWeekdays, version],
  );
  if (written === 0) return false;
  await unitOfWork.execute('DELETE FROM calendar_override WHERE calendar_id = $1', [id]);
  // Changed by staff: a later edition of the data file leaves these days alone.
  await unitOfWork.execute(
    `INSERT INTO calendar_override (calendar_id, date, kind, name_zh, name_en, in_lieu, by_hand)
     SELECT $1, date, kind, "nameZh", "nameEn", coalesce("inLieu", false), true
       FROM json_to_recordset($2) AS day(date date, kind text, "nameZh" text, "nameEn" text, "inLieu" boolean)`,
    [id, JSON.stringify(overrides)],
  );
  return true;
}
