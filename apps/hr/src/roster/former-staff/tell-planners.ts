import { Inject, Injectable } from '@nestjs/common';
import type { LocalDate } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { type NewReminder, Reminders } from '../../workplace/reminders.port';
import type { Roster } from '../rosters.port';

const DAYS_NAMED = 5;

/** Tells whoever plans a roster: shift leaders and heads of its department, or of the whole centre. */
@Injectable()
export class TellPlanners {
  constructor(
    private readonly staff: StaffDirectory,
    private readonly reminders: Reminders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async tell({ departmentCode }: Roster, reminder: (staffNumber: string) => NewReminder): Promise<void> {
    const here = await this.staff.list({ status: 'active', ...(departmentCode && { departmentCode }) });
    const planners = here.filter(({ roleKind }) => roleKind === 'shift-leader' || roleKind === 'head');
    await this.reminders.add(
      planners.map(({ staffNumber }) => reminder(staffNumber)),
      this.clock.now(),
    );
  }
}

/** The first days of several. */
export const daysInWords = (days: readonly LocalDate[]): string =>
  `${days.slice(0, DAYS_NAMED).join(', ')}${days.length > DAYS_NAMED ? '…' : ''}`;
