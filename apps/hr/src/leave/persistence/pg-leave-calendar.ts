import { Injectable } from '@nestjs/common';
import { buildCalendar, type CalendarDocument, type WorkingCalendar } from '@switchyard/domain';
import { readCalendar, UnitOfWork } from '@switchyard/platform';
import { LeaveCalendar } from '../leave-calendar.port';

const CHINA = 'cn';

@Injectable()
export class PgLeaveCalendar extends LeaveCalendar {
  constructor(private readonly work: UnitOfWork) {
    super();
  }

  async read(): Promise<WorkingCalendar> {
    const stored = await readCalendar(this.work, CHINA);
    if (!stored) throw new Error(`the calendar ${CHINA} is missing, which the migrations bring`);
    return buildCalendar(stored as CalendarDocument);
  }
}
