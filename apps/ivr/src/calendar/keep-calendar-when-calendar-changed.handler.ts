import { Injectable } from '@nestjs/common';
import { CalendarChanged, type CalendarChangedPayload } from '@switchyard/contracts';
import { Logger, OnEvent, storedCalendarOf, UnitOfWork, writeCalendar } from '@switchyard/platform';

/** Keeps the service's copy of the working calendar as hr has it: calling windows and menus read it anew by themselves. */
@Injectable()
export class KeepCalendarWhenCalendarChanged {
  private readonly log: Logger;

  constructor(
    private readonly work: UnitOfWork,
    logger: Logger,
  ) {
    this.log = logger.named('WorkingCalendar');
  }

  @OnEvent(CalendarChanged, { durable: 'ivr-calendar' })
  async on(payload: CalendarChangedPayload): Promise<void> {
    const { calendarId, version, coveredTo } = payload;
    if (!(await writeCalendar(this.work, storedCalendarOf(payload), version))) return;
    this.log.info('the working calendar changed', { calendarId, version, coveredTo });
  }
}
