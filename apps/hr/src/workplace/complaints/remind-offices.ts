import { Inject, Injectable } from '@nestjs/common';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { Reminders } from '../reminders.port';
import { StaffComplaints } from './complaints.port';

/** The office hears on the last day that a complaint is still without an answer, once. */
@Injectable()
export class RemindOffices {
  constructor(
    private readonly complaints: StaffComplaints,
    private readonly staff: StaffDirectory,
    private readonly reminders: Reminders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(): Promise<void> {
    const now = this.clock.now();
    for (const { id, office, dueOn } of await this.complaints.due(localDateAt(now))) {
      const holders = await this.staff.list({ roleKind: office, status: 'active' });
      const reminders = holders.map(({ staffNumber }) => ({
        staffNumber,
        kind: 'staff-complaint-due',
        titleZh: `员工投诉须于 ${dueOn} 前答复`,
        titleEn: `A complaint of the staff is due on ${dueOn} and has no answer`,
        link: `/staff-complaints/${id}`,
        onceKey: `staff-complaint-due ${id} ${staffNumber}`,
      }));
      await this.reminders.add(reminders, now);
    }
  }
}
