import { Controller, Inject } from '@nestjs/common';
import {
  ATTENDANCE_ERRORS,
  type AttendanceClosing,
  AttendanceMonthReference,
  CloseAttendanceMonth,
  GetAttendanceClosing,
  type RequestContext,
} from '@switchyard/contracts';
import { addDays, instantAt } from '@switchyard/domain';
import { CLOCK, type Clock, DomainError, Handles, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { AttendanceMonths, type Closing } from '../attendance-months.port';
import { People } from '../people/people';
import { Punches } from '../punches.port';
import { CloseMonths } from './close-months';
import { monthSpan } from './month-span';

@Controller()
export class CloseMonthHandler {
  constructor(
    private readonly months: AttendanceMonths,
    private readonly punches: Punches,
    private readonly staff: StaffDirectory,
    private readonly people: People,
    private readonly closing: CloseMonths,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(CloseAttendanceMonth)
  async close({ month }: AttendanceMonthReference, context: RequestContext): Promise<AttendanceClosing> {
    await this.people.assertOfAll(context);
    const found = await this.months.find(month);
    if (!found) await this.begin(month, context.actor.id);
    return this.standOf(month);
  }

  @Handles(GetAttendanceClosing)
  closingOf({ month }: AttendanceMonthReference): Promise<AttendanceClosing> {
    return this.standOf(month);
  }

  private async standOf(month: string): Promise<AttendanceClosing> {
    const closing = await this.months.find(month);
    return closing ? toView(closing) : { month, state: 'open', staffTotal: 0, staffDone: 0 };
  }

  private async begin(month: string, by: string): Promise<void> {
    const now = this.clock.now();
    const { from, to } = monthSpan(month);
    const { closesAfterMinutes } = await this.policies.inForce('attendance', now);
    // The last shift may begin on the last evening and end on the next day.
    const over = instantAt(addDays(to, 2), closesAfterMinutes);
    if (now < over) {
      throw new DomainError(
        ATTENDANCE_ERRORS.monthNotOver,
        `${month} can be closed from ${over.toISOString()} on, when its last shifts are over.`,
        { field: 'month', from: over.toISOString() },
      );
    }
    const count = await this.punches.undecided(instantAt(from, 0), instantAt(addDays(to, 1), 0));
    if (count > 0) {
      throw new DomainError(
        ATTENDANCE_ERRORS.monthUndecided,
        `${count} punches of ${month} wait for a decision; decide them first (GET /api/v1/attendance/punches?state=requested).`,
        { field: 'month', count },
      );
    }
    await this.work.inTransaction(async () => {
      const people = await this.staff.list({ workedBetween: { from, to } });
      if (await this.months.begin(month, people.length, now, by))
        this.work.afterCommit(() => this.closing.kick());
    });
  }
}

function toView({ doneUpTo: _, startedAt, closedAt, ...closing }: Closing): AttendanceClosing {
  return {
    ...closing,
    startedAt: startedAt.toISOString(),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
  };
}
