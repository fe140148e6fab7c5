import { Controller } from '@nestjs/common';
import {
  ATTENDANCE_ERRORS,
  type AttendanceDayPage,
  type AttendanceRecomputation,
  type AttendanceTotalsList,
  GetAttendanceTotals,
  GetAttendanceTotalsRequest,
  ListAttendanceDays,
  ListAttendanceDaysRequest,
  RecomputeAttendance,
  RecomputeAttendanceRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { daysBetween, type LocalDate, localDate } from '@switchyard/domain';
import { DomainError, Handles, Logger, UnitOfWork } from '@switchyard/platform';
import { RosterEntries } from '../../roster/roster-entries.port';
import { AttendanceDays } from '../attendance-days.port';
import { AttendanceDue } from '../attendance-due.port';
import { toDayView } from '../day-views';
import { People } from '../people/people';

const MOST_TOTALS = 366;
const MOST_RECOMPUTED = 62;

@Controller()
export class ListDaysHandler {
  private readonly log: Logger;

  constructor(
    private readonly people: People,
    private readonly days: AttendanceDays,
    private readonly roster: RosterEntries,
    private readonly due: AttendanceDue,
    private readonly work: UnitOfWork,
    logger: Logger,
  ) {
    this.log = logger.named('Attendance');
  }

  @Handles(ListAttendanceDays)
  async list(
    { limit = 50, cursor, ...asked }: ListAttendanceDaysRequest,
    context: RequestContext,
  ): Promise<AttendanceDayPage> {
    const { from, to, status, late, early, ...people } = asked;
    const days = { from, to, status, late, early };
    const filter = { ...days, ...(await this.people.filterOf(people, context)) };
    const page = await this.days.list(filter, limit, cursor);
    return { ...page, items: page.items.map(toDayView) };
  }

  @Handles(GetAttendanceTotals)
  async totals(request: GetAttendanceTotalsRequest, context: RequestContext): Promise<AttendanceTotalsList> {
    const { from, to, ...people } = request;
    const span = spanOf(from, to, MOST_TOTALS);
    const filter = await this.people.filterOf(people, context);
    return { items: [...(await this.days.totals(span.from, span.to, filter))] };
  }

  @Handles(RecomputeAttendance)
  async recompute(
    { from, to, staffNumber, reason }: RecomputeAttendanceRequest,
    context: RequestContext,
  ): Promise<AttendanceRecomputation> {
    const span = spanOf(from, to, MOST_RECOMPUTED);
    const only = staffNumber === undefined ? undefined : [await this.people.inSight(staffNumber, context)];
    const entries = await this.roster.between(
      span.from,
      span.to,
      only?.map((member) => member.staffNumber),
    );
    const people = new Set(
      only?.map((member) => member.staffNumber) ?? entries.map((entry) => entry.staffNumber),
    );
    await this.work.inTransaction(() =>
      this.due.mark([...people].map((one) => ({ staffNumber: one, ...span }))),
    );
    this.log.info('days of attendance are reckoned anew', {
      ...span,
      people: people.size,
      reason,
      by: context.actor.id,
    });
    return { people: people.size };
  }
}

function spanOf(fromText: string, toText: string, most: number): { from: LocalDate; to: LocalDate } {
  const [from, to] = [localDate(fromText), localDate(toText)];
  const days = daysBetween(from, to) + 1;
  if (days >= 1 && days <= most) return { from, to };
  throw new DomainError(
    ATTENDANCE_ERRORS.badPeriod,
    `Ask for 1 to ${most} days, the last not before the first.`,
    { field: 'to', days, most },
  );
}
