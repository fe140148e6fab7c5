import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, UnitOfWork } from '@switchyard/platform';
import { LeaveRequests } from '../leave-requests.port';

const NOTE = '已离职 has left';
const BY = 'system:hr';

/**
 * Leave ends where employment ends: what was asked for days after it waits for nobody, and approved leave is shorter or
 * cancelled. Leave asked for days before stays with its deciders, for those days were worked or not.
 */
@Injectable()
export class EndLeaveOfFormerStaff {
  private readonly log: Logger;

  constructor(
    private readonly leaves: LeaveRequests,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    this.log = logger.named('FormerStaff');
  }

  async execute(): Promise<void> {
    for (const { id } of await this.leaves.beyondEmployment()) {
      try {
        await this.work.inTransaction(() => this.end(id));
      } catch (error) {
        this.log.error('leave of somebody who left stays; it is tried again', { leaveId: id, err: error });
      }
    }
  }

  private async end(id: string): Promise<void> {
    const leave = await this.leaves.lock(id);
    const [still] = await this.leaves.beyondEmployment(id);
    if (!leave || !still) return;
    const at = this.clock.now();
    if (leave.state === 'requested') await this.leaves.settle(id, 'withdrawn', at);
    else await this.leaves.shorten(id, still.leftOn);
    const kind = leave.state === 'requested' ? 'withdrawn' : 'shortened';
    await this.leaves.tell(id, { kind, note: NOTE, at, by: BY });
  }
}
