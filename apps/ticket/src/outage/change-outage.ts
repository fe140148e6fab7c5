import { Inject, Injectable } from '@nestjs/common';
import {
  type EventContract,
  OutageCancelled,
  OutageChanged,
  OutagePayload,
  OutageRegistered,
  OutageRestored,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Outbox, UnitOfWork } from '@switchyard/platform';
import { WantNoticePlan } from './notice-plan/want-notice-plan';
import { OutageClocks } from './outage-clocks';
import { outageNotFound } from './outage-errors';
import { toOutageView } from './outage-view';
import { Outages, type Outage, type OutageChangeName } from './outages.port';

const EVENT: Readonly<Record<OutageChangeName, EventContract<OutagePayload>>> = {
  registered: OutageRegistered,
  changed: OutageChanged,
  restored: OutageRestored,
  cancelled: OutageCancelled,
};

/** Every change of an outage: stored, remembered and told in one transaction. */
@Injectable()
export class ChangeOutage {
  constructor(
    private readonly outages: Outages,
    private readonly work: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly wantPlan: WantNoticePlan,
    private readonly clocks: OutageClocks,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Gives the outage as it is to `next`, which answers how it becomes, or the same object for no change.
   * @throws DomainError `outage.not-found`, and what `next` throws
   */
  execute(
    id: string,
    change: Exclude<OutageChangeName, 'registered'>,
    next: (outage: Outage, now: Date) => Outage,
    context: RequestContext,
    reason?: string,
  ): Promise<Outage> {
    return this.work.inTransaction(async () => {
      const outage = await this.outages.lock(id);
      if (!outage) throw outageNotFound(id);
      const now = this.clock.now();
      const changed = next(outage, now);
      if (changed === outage) return outage;
      const stored = { ...changed, updatedAt: now };
      await this.outages.save(stored);
      await this.tell(stored, change, context, { reason, before: outage });
      return stored;
    });
  }

  /** To be called in the transaction of the change. */
  async tell(
    outage: Outage,
    change: OutageChangeName,
    context: RequestContext,
    { reason, before }: { readonly reason?: string; readonly before?: Outage } = {},
  ): Promise<void> {
    await this.outages.remember(outage, change, context.actor.id, reason);
    await this.outbox.append(EVENT[change], toOutageView(outage, this.clock.now()), context);
    await this.clocks.changed(before, outage, change, context);
    await this.wantPlan.execute(outage, change);
  }
}
