import { Injectable } from '@nestjs/common';
import { buildCalendar, type WorkingCalendar } from '@switchyard/domain';
import { Calendars } from '../../working-calendar/calendars.port';

const CHINA = 'cn';

/** The working calendar by which the centre plans. */
@Injectable()
export class CentreCalendar {
  constructor(private readonly calendars: Calendars) {}

  async read(): Promise<WorkingCalendar> {
    const stored = await this.calendars.find(CHINA);
    // A migration makes it, and nothing removes it.
    if (!stored) throw new Error('the working calendar of China is missing');
    return buildCalendar(stored.document);
  }
}
