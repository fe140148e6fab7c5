import { Injectable } from '@nestjs/common';
import { addWorkingDays, buildCalendar, type LocalDate, type WorkingCalendar } from '@switchyard/domain';
import { Calendars } from '../../working-calendar/calendars.port';

const CALENDAR = 'cn';

/** The centre's working days, by the calendar that hr keeps. */
@Injectable()
export class CentreCalendar {
  constructor(private readonly calendars: Calendars) {}

  async current(): Promise<WorkingCalendar> {
    const stored = await this.calendars.find(CALENDAR);
    if (!stored) throw new Error(`there is no calendar ${CALENDAR}`);
    return buildCalendar(stored.document);
  }

  /** The n-th working day after a day. */
  async after(day: LocalDate, workingDays: number): Promise<LocalDate> {
    return addWorkingDays(await this.current(), day, workingDays).date;
  }
}
