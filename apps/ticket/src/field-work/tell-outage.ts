import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { ChangeOutage } from '../outage/change-outage';
import { statusOf } from '../outage/outage-view';
import type { Outage } from '../outage/outages.port';
import type { WorkOrder } from '../work-order/work-orders.port';

/** What a crew tells of a fault, told of its outage too, so that the menus tell callers (L05, L28). */
@Injectable()
export class TellOutage {
  constructor(private readonly change: ChangeOutage) {}

  /** A fault that belongs to no outage, or to one that is over, changes none. */
  async estimate(fault: WorkOrder, at: Date, reason: string, context: RequestContext): Promise<void> {
    if (fault.outageId === undefined) return;
    const next = (outage: Outage, now: Date): Outage =>
      isOver(outage, now) || at <= outage.startsAt || outage.expectedRestorationAt?.getTime() === at.getTime()
        ? outage
        : { ...outage, expectedRestorationAt: at };
    await this.change.execute(fault.outageId, 'changed', next, context, reason);
  }

  async restored(outageId: string, restoredAt: Date, context: RequestContext): Promise<void> {
    const next = (outage: Outage, now: Date): Outage =>
      isOver(outage, now) || restoredAt <= outage.startsAt ? outage : { ...outage, restoredAt };
    await this.change.execute(outageId, 'restored', next, context);
  }
}

function isOver(outage: Outage, now: Date): boolean {
  const status = statusOf(outage, now);
  return status === 'restored' || status === 'cancelled';
}
