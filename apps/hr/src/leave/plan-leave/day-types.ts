import { Injectable } from '@nestjs/common';
import {
  addDays,
  addMonths,
  dayTypeOf,
  isWorkingDay,
  type LeaveDayType,
  type LocalDate,
  localDate,
} from '@switchyard/domain';
import { RosterEntries } from '../../roster/roster-entries.port';
import { LeaveCalendar } from '../leave-calendar.port';

/** Whether days are worked by somebody: by their published shifts, and in months without any by the working calendar. */
@Injectable()
export class DayTypes {
  constructor(
    private readonly roster: RosterEntries,
    private readonly calendar: LeaveCalendar,
  ) {}

  /** Answers for the months of a span of days. */
  async of(staffNumber: string, from: LocalDate, to: LocalDate): Promise<(date: LocalDate) => LeaveDayType> {
    const first = localDate(`${from.slice(0, 7)}-01`);
    // The extension of a leave may begin in the month after.
    const last = addDays(addMonths(localDate(`${to.slice(0, 7)}-01`), 2), -1);
    const entries = await this.roster.of(staffNumber, first, last);
    const calendar = await this.calendar.read();
    const shifts = new Set<string>(entries.map(({ workDate }) => workDate));
    const planned = new Set(entries.map(({ workDate }) => workDate.slice(0, 7)));
    return (date) =>
      dayTypeOf(date, {
        shifts,
        isPlanned: (day) => planned.has(day.slice(0, 7)),
        isWorkingDay: (day) => isWorkingDay(calendar, day),
        holiday: (day) => {
          const override = calendar.overrides.get(day);
          if (override?.kind !== 'holiday') return undefined;
          return override.inLieu === true ? 'in-lieu' : 'statutory';
        },
      });
  }
}
