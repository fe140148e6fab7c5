import type { UnitOfWork } from '../unit-of-work';
import type { StoredCalendar, StoredCalendarOverride } from './calendar-document';

type Head = Omit<StoredCalendar, 'overrides' | 'coverage'> & { from: string; to: string };

/** The service's copy of a calendar, days in order; undefined when there is none of that id. */
export async function readCalendar(unitOfWork: UnitOfWork, id: string): Promise<StoredCalendar | undefined> {
  const [head] = await unitOfWork.query<Head>(
    `SELECT id, source, source_version AS "sourceVersion", covered_from::text AS "from", covered_to::text AS "to",
            working_weekdays AS "workingWeekdays" FROM calendar WHERE id = $1`,
    [id],
  );
  if (head === undefined) return undefined;
  const overrides = await unitOfWork.query<StoredCalendarOverride>(
    `SELECT date::text, kind, name_zh AS "nameZh", name_en AS "nameEn", in_lieu AS "inLieu"
       FROM calendar_override WHERE calendar_id = $1 ORDER BY calendar_override.date`,
    [id],
  );
  const { from, to, ...rest } = head;
  return { ...rest, coverage: { from, to }, overrides };
}
