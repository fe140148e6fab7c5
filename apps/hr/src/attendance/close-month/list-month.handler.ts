import { Controller } from '@nestjs/common';
import {
  type AttendanceMonthPage,
  type AttendanceRevisions,
  AttendanceRevisionsRequest,
  ListAttendanceMonth,
  ListAttendanceMonthRequest,
  ListAttendanceRevisions,
  type RequestContext,
} from '@switchyard/contracts';
import { attendanceRate } from '@switchyard/domain';
import { Handles } from '@switchyard/platform';
import { AttendanceMonths, type PersonMonth } from '../attendance-months.port';
import { MonthPeople } from '../month-people.port';
import { People } from '../people/people';
import { PersonMonths } from './person-months';

@Controller()
export class ListMonthHandler {
  constructor(
    private readonly people: People,
    private readonly monthPeople: MonthPeople,
    private readonly months: AttendanceMonths,
    private readonly personMonths: PersonMonths,
  ) {}

  @Handles(ListAttendanceMonth)
  async list(
    { month, limit = 50, cursor, ...asked }: ListAttendanceMonthRequest,
    context: RequestContext,
  ): Promise<AttendanceMonthPage> {
    const filter = await this.people.filterOf(asked, context);
    const page = await this.monthPeople.list(month, filter, limit, cursor);
    const numbers = page.items.map(({ staffNumber }) => staffNumber);
    const closing = await this.months.find(month);
    const closed = closing ? await this.months.figuresOf(month, numbers) : new Map<string, PersonMonth>();
    const open = await this.personMonths.of(
      numbers.filter((number) => !closed.has(number)),
      month,
    );
    const items = page.items.flatMap(({ staffNumber, name }) => {
      const figures = closed.get(staffNumber) ?? open.get(staffNumber);
      if (!figures) return [];
      return [
        { staffNumber, name, month, state: closing?.state ?? ('open' as const), figures, ...rates(figures) },
      ];
    });
    return { ...page, items };
  }

  @Handles(ListAttendanceRevisions)
  async revisions(
    { month, staffNumber }: AttendanceRevisionsRequest,
    context: RequestContext,
  ): Promise<AttendanceRevisions> {
    const member = await this.people.inSight(staffNumber, context);
    const revisions = await this.months.revisions(month, member.staffNumber);
    return { items: revisions.map(({ madeAt, ...facts }) => ({ ...facts, madeAt: madeAt.toISOString() })) };
  }
}

/** §12.1 and §12.2; of days with a shift, for who works by roster has no other working days. */
function rates(figures: PersonMonth): { attendancePercent?: number; onTimePercent?: number } {
  const attendancePercent = attendanceRate(figures.attendedDays, figures.rosteredDays);
  const onTimePercent = attendanceRate(figures.onTimeDays, figures.onTimeBaseDays);
  return {
    ...(attendancePercent !== undefined && { attendancePercent }),
    ...(onTimePercent !== undefined && { onTimePercent }),
  };
}
