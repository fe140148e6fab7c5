import { Injectable } from '@nestjs/common';
import { CalendarChanged, type CalendarChangedPayload } from '@switchyard/contracts';
import { CHINESE_CALENDAR_DOCUMENT } from '@switchyard/domain';
import { Logger, OnEvent, storedCalendarOf } from '@switchyard/platform';
import { WorkingCalendars } from './working-calendars.port';

/** Keeps the service's copy of the working calendar as hr has it; clocks that rest on it are reckoned anew. */
@Injectable()
export class KeepCalendarWhenCalendarChanged {
  private readonly log: Logger;

  constructor(
    private readonly calendars: WorkingCalendars,
    logger: Logger,
  ) {
    this.log = logger.named('WorkingCalendars');
  }

  @OnEvent(CalendarChanged, { durable: 'ticket-calendar' })
  async on(payload: CalendarChangedPayload): Promise<void> {
    const { calendarId, version } = payload;
    if (calendarId !== CHINESE_CALENDAR_DOCUMENT.id) return;
    if (!(await this.calendars.replace(storedCalendarOf(payload), version))) return;
    this.log.info('the working calendar changed', { version, coveredTo: payload.coveredTo });
  }
}
