import { Injectable } from '@nestjs/common';
import {
  buildCalendar,
  CHINESE_CALENDAR_DOCUMENT,
  type CalendarDocument,
  type WorkingCalendar,
} from '@switchyard/domain';
import {
  calendarVersion,
  readCalendar,
  type StoredCalendar,
  UnitOfWork,
  writeCalendar,
} from '@switchyard/platform';
import { WorkingCalendars } from '../working-calendars.port';

const { id: CALENDAR } = CHINESE_CALENDAR_DOCUMENT;

/** Reads the days once for each version. */
@Injectable()
export class PgWorkingCalendars extends WorkingCalendars {
  private read: { readonly version: number; readonly calendar: WorkingCalendar } | undefined;

  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async current(): Promise<WorkingCalendar> {
    const version = await this.version();
    if (this.read?.version === version) return this.read.calendar;
    const stored = await readCalendar(this.work, CALENDAR);
    if (!stored) throw new Error(`there is no calendar ${CALENDAR}`);
    const calendar = buildCalendar(stored as CalendarDocument);
    this.read = { version, calendar };
    return calendar;
  }

  version(): Promise<number> {
    return calendarVersion(this.work, CALENDAR);
  }

  replace(calendar: StoredCalendar, version: number): Promise<boolean> {
    return writeCalendar(this.work, calendar, version);
  }
}
