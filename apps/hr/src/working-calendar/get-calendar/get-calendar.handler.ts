import { Controller } from '@nestjs/common';
import { type CalendarHead, CalendarReference, GetCalendar } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { calendarNotFound, toCalendarHead } from '../calendar-view';
import { Calendars } from '../calendars.port';

@Controller()
export class GetCalendarHandler {
  constructor(private readonly calendars: Calendars) {}

  @Handles(GetCalendar)
  async handle({ calendarId }: CalendarReference): Promise<CalendarHead> {
    const calendar = await this.calendars.find(calendarId);
    if (!calendar) throw calendarNotFound(calendarId);
    return toCalendarHead(calendar);
  }
}
