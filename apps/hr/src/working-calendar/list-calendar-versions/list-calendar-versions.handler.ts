import { Controller } from '@nestjs/common';
import { CalendarReference, type CalendarVersionList, ListCalendarVersions } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { calendarNotFound, toCalendarHead } from '../calendar-view';
import { Calendars } from '../calendars.port';

@Controller()
export class ListCalendarVersionsHandler {
  constructor(private readonly calendars: Calendars) {}

  @Handles(ListCalendarVersions)
  async handle({ calendarId }: CalendarReference): Promise<CalendarVersionList> {
    if (!(await this.calendars.find(calendarId))) throw calendarNotFound(calendarId);
    const versions = await this.calendars.versions(calendarId);
    return {
      items: versions.map(({ madeAt, madeBy, ...version }) => ({
        ...toCalendarHead(version),
        madeAt: madeAt.toISOString(),
        madeBy,
      })),
    };
  }
}
