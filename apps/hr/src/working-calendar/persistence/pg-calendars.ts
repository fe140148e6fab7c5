import { Injectable } from '@nestjs/common';
import type { CalendarDocument, CalendarOverride, LocalDate } from '@switchyard/domain';
import {
  calendarVersion,
  decodeCursor,
  pageOf,
  readCalendar,
  UnitOfWork,
  writeCalendar,
} from '@switchyard/platform';
import { Calendars, type CalendarVersion, type DaysPage, type VersionedCalendar } from '../calendars.port';

const MOST_VERSIONS = 200;
const DAY = /^\d{4}-\d\d-\d\d$/;

@Injectable()
export class PgCalendars extends Calendars {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async find(id: string): Promise<VersionedCalendar | undefined> {
    const stored = await readCalendar(this.work, id);
    return stored && { document: stored as CalendarDocument, version: await calendarVersion(this.work, id) };
  }

  async lock(id: string): Promise<VersionedCalendar | undefined> {
    await this.work.query('select 1 from calendar where id = $1 for update', [id]);
    return this.find(id);
  }

  async save({ document, version, madeAt, madeBy }: CalendarVersion): Promise<void> {
    const written = await writeCalendar(this.work, document, version);
    if (!written) throw new Error(`calendar ${document.id} has version ${version} already`);
    await this.work.execute(
      'insert into calendar_version (calendar_id, version, document, made_at, made_by) values ($1, $2, $3, $4, $5)',
      [document.id, version, JSON.stringify(document), madeAt, madeBy],
    );
  }

  versions(id: string): Promise<readonly CalendarVersion[]> {
    return this.work.query<CalendarVersion>(
      `select document, version, made_at as "madeAt", made_by as "madeBy" from calendar_version
       where calendar_id = $1 order by version desc limit $2`,
      [id, MOST_VERSIONS],
    );
  }

  async days(
    id: string,
    from: LocalDate | undefined,
    to: LocalDate | undefined,
    limit: number,
    cursor?: string,
  ): Promise<DaysPage> {
    const [after] = cursor === undefined ? [] : decodeCursor(cursor, DAY);
    const rows = await this.work.query<CalendarOverride>(
      `select date::text, kind, name_zh as "nameZh", name_en as "nameEn", in_lieu as "inLieu" from calendar_override
       where calendar_id = $1 and ($2::date is null or date >= $2) and ($3::date is null or date <= $3)
         and ($4::date is null or date > $4) order by calendar_override.date limit $5`,
      [id, from, to, after, limit + 1],
    );
    return pageOf(rows, limit, ({ date }) => [date]);
  }
}
