import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { AttendanceDays } from '../attendance-days.port';
import { AttendanceDayStatistics, type AttendanceDayTotals } from '../day-statistics.port';

@Injectable()
export class StoredDayStatistics extends AttendanceDayStatistics {
  constructor(private readonly days: AttendanceDays) {
    super();
  }

  async totalsOf(day: LocalDate): Promise<AttendanceDayTotals | undefined> {
    return (await this.days.totals(day, day, {}))[0];
  }
}
