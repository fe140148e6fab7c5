import { Inject, Injectable } from '@nestjs/common';
import { addSeconds } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { Reminders } from '../../workplace/reminders.port';
import { Checklist, type ChecklistItem } from './checklist.port';

/** The heads of the centre hear of every line that was not done in time, once; where there is none, the director. */
@Injectable()
export class EscalateMissed {
  constructor(
    private readonly checklist: Checklist,
    private readonly policies: Policies,
    private readonly staff: StaffDirectory,
    private readonly reminders: Reminders,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many lines were told */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const { escalateAfterMinutes } = await this.policies.inForce('supervisors-day', now);
    const heads = await this.heads();
    // While nobody could hear of it, it waits.
    if (heads.length === 0) return 0;
    return this.work.inTransaction(async () => {
      const missed = await this.checklist.escalate(addSeconds(now, -60 * escalateAfterMinutes), now);
      const reminders = heads.flatMap((head) => missed.map((item) => reminderOf(item, head)));
      await this.reminders.add(reminders, now);
      return missed.length;
    });
  }

  /** Without a head, the director. */
  private async heads(): Promise<string[]> {
    const heads = await this.staff.list({ roleKind: 'head', status: 'active' });
    const told = heads.length > 0 ? heads : await this.staff.list({ roleKind: 'director', status: 'active' });
    return told.map(({ staffNumber }) => staffNumber);
  }
}

function reminderOf({ id, titleZh, titleEn, periodFrom }: ChecklistItem, staffNumber: string) {
  return {
    staffNumber,
    kind: 'duty-missed',
    link: `/supervisors-day/items/${id}`,
    titleZh: `未按时完成：${titleZh}（${periodFrom}）`,
    titleEn: `Not done in time: ${titleEn} (${periodFrom})`,
    onceKey: `duty-missed ${id} ${staffNumber}`,
  };
}
