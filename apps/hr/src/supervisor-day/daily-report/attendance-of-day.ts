import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { DomainError } from '@switchyard/platform';
import { AttendanceDayStatistics } from '../../attendance/day-statistics.port';
import type { ReportLine } from './daily-reports.port';
import { attendanceLines } from './parts/attendance-lines';

/** A day's attendance in figures; while the day is not reckoned it is away. */
@Injectable()
export class AttendanceOfDay {
  constructor(private readonly statistics: AttendanceDayStatistics) {}

  /** @throws DomainError `attendance.day-not-reckoned` */
  async linesOf(day: LocalDate): Promise<readonly ReportLine[]> {
    const totals = await this.statistics.totalsOf(day);
    if (totals) return attendanceLines(totals);
    throw new DomainError('attendance.day-not-reckoned', `The attendance of ${day} is not reckoned.`, {
      day,
    });
  }
}
