import { Injectable } from '@nestjs/common';
import { LEAVE_ERRORS } from '@switchyard/contracts';
import { DomainError } from '@switchyard/platform';
import { AttendanceMonths } from '../attendance/attendance-months.port';

/** Leave is neither asked for nor decided in months whose attendance is closed. */
@Injectable()
export class OpenMonths {
  constructor(private readonly months: AttendanceMonths) {}

  /** @throws DomainError `leave.month-closed` */
  async assertOpen(from: string): Promise<void> {
    const month = from.slice(0, 7);
    if (!(await this.months.find(month))) return;
    throw new DomainError(
      LEAVE_ERRORS.monthClosed,
      `The attendance of ${month} is closed: leave in it can no longer be asked for or decided.`,
      { field: 'from', month },
    );
  }
}
