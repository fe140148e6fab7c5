import { Controller } from '@nestjs/common';
import { type CalendarDayPage, ListCalendarDays, ListCalendarDaysRequest } from '@switchyard/contracts';
import { parseLocalDate } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { calendarNotFound, toCalendarDay } from '../calendar-view';
import { Calendars } from '../calendars.port';

@Controller()
export class ListCalendarDaysHandler {
  constructor(private readonly calendars: Calendars) {}

  @Handles(ListCalendarDays)
  async handle(request: ListCalendarDaysRequest): Promise<CalendarDayPage> {
    const { calendarId, limit = 50, cursor } = request;
    if (!(await this.calendars.find(calendarId))) throw calendarNotFound(calendarId);
    const day = (text: string | undefined) => (text === undefined ? undefined : parseLocalDate(text));
    const page = await this.calendars.days(calendarId, day(request.from), day(request.to), limit, cursor);
    return { items: page.items.map(toCalendarDay), nextCursor: page.nextCursor };
  }
}
