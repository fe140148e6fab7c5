import { Inject, Injectable } from '@nestjs/common';
import { daysToPlan, localDateAt, planDuties } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { CentreCalendar } from '../../workplace/common/centre-calendar';
import { Checklist } from './checklist.port';

/**
 * Makes the checklists of today and of the days that were left out (§18), each by the policy of its own day, once: made again, nothing
 * changes. What was due before the first day of all is nobody's omission and is left out.
 */
@Injectable()
export class MakeChecklist {
  constructor(
    private readonly checklist: Checklist,
    private readonly calendar: CentreCalendar,
    private readonly policies: Policies,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many days were made */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const today = localDateAt(now);
    if ((await this.checklist.made())?.last === today) return 0;
    return this.work.inTransaction(async () => {
      await this.checklist.lock();
      const made = await this.checklist.made();
      const { catchUpDays } = await this.policies.inForce('supervisors-day', now);
      const calendar = await this.calendar.current();
      const days = daysToPlan(today, made?.last, catchUpDays);
      const first = made?.first ?? today;
      for (const day of days) {
        const policy = await this.policies.inForce('supervisors-day', new Date(`${day}T12:00:00+08:00`));
        const planned = planDuties(day, policy, calendar).filter(({ dueOn }) => dueOn >= first);
        await this.checklist.add(planned, now);
        await this.checklist.markMade(day, now);
      }
      return days.length;
    });
  }
}
