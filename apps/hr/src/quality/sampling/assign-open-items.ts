import { Inject, Injectable } from '@nestjs/common';
import { assignInspectors } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { StaffDirectory } from '../../staff/staff-directory.port';
import { SampleItems } from './sample-items.port';

/** Hands open calls without an inspector, or whose inspector is not one any more, out to the active staff of posts of quality, evenly and nobody the own. */
@Injectable()
export class AssignOpenItems {
  constructor(
    private readonly items: SampleItems,
    private readonly staff: StaffDirectory,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns how many found an inspector */
  execute(seed: string): Promise<number> {
    return this.work.inTransaction(async () => {
      await this.items.lockAssignment();
      const active = await this.staff.list({ roleKind: 'quality', status: 'active' });
      const inspectors = active.map(({ staffNumber }) => staffNumber);
      const open = await this.items.unassigned(inspectors);
      if (open.length === 0) return 0;
      const loads = await this.items.loads(inspectors);
      const assigned = assignInspectors(open, loads, seed);
      await this.items.assign(assigned, this.clock.now());
      return assigned.size;
    });
  }
}
