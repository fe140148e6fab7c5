import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { NoticeOccasion } from '@switchyard/contracts';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { isStillTold } from '../list-known-outages/known-outage';
import type { Outage, OutageChangeName } from '../outages.port';
import type { NoticePlan } from './notice-plan';
import { NoticePlans } from './notice-plans.port';
import { NoticeWork } from './notice-work';

/**
 * After a change of an outage: who is told is wanted at once (L29), in the transaction of the change, so that no
 * outage is without its plan however it came in. Who is no more out of supply is not told that he is.
 */
@Injectable()
export class WantNoticePlan {
  constructor(
    private readonly plans: NoticePlans,
    private readonly notices: NoticeWork,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(outage: Outage, change: OutageChangeName): Promise<void> {
    const now = this.clock.now();
    switch (change) {
      case 'registered':
        if (!outage.restoredAt && isStillTold(outage, now)) await this.want(outage.id, 'announcement');
        return;
      case 'changed':
        return;
      case 'restored':
        await this.plans.end(outage.id, ['announcement', 'change'], now);
        await this.want(outage.id, 'restoration');
        return;
      case 'cancelled':
        if (await this.plans.end(outage.id, ['announcement', 'change'], now)) {
          await this.want(outage.id, 'cancellation');
        }
        return;
    }
  }

  /** The plan that is wanted; undefined where the outage has one for the occasion. */
  async want(outageId: string, occasion: NoticeOccasion): Promise<NoticePlan | undefined> {
    const plan = { id: randomUUID(), outageId, occasion, wantedAt: this.clock.now(), othersWanted: false };
    if (!(await this.plans.want(plan))) return undefined;
    this.work.afterCommit(() => this.notices.kick());
    return plan;
  }
}
