import { Inject, Injectable } from '@nestjs/common';
import { addDays, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { RosterEntries } from '../../roster/roster-entries.port';
import { AttendanceDue } from '../attendance-due.port';

/** Marks whose shift has begun without them, or is over: time passes without anybody recording anything. */
@Injectable()
export class SweepShifts {
  constructor(
    private readonly roster: RosterEntries,
    private readonly due: AttendanceDue,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  execute(): Promise<void> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const from = await this.due.sweepFrom(now);
      if (!from) return;
      const { loggedFromMinutes, absentAfterMinutes, closesAfterMinutes } = await this.policies.inForce(
        'attendance',
        now,
      );
      const passed = (instant: Date, minutes: number): boolean => {
        const at = instant.getTime() + minutes * 60_000;
        return at > from.getTime() && at <= now.getTime();
      };
      const entries = await this.roster.between(addDays(localDateAt(from), -2), localDateAt(now));
      const due = entries.filter(
        ({ startAt, endAt }) =>
          passed(startAt, loggedFromMinutes) ||
          passed(startAt, absentAfterMinutes + 1) ||
          passed(endAt, closesAfterMinutes),
      );
      await this.due.mark(
        due.map(({ staffNumber, workDate }) => ({ staffNumber, from: workDate, to: workDate })),
      );
    });
  }
}
