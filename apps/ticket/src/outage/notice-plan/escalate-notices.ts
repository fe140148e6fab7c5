import { Inject, Injectable } from '@nestjs/common';
import { OutageNoticeEscalated } from '@switchyard/contracts';
import { escalate, escalationOf } from '@switchyard/domain';
import { CLOCK, type Clock, Outbox, systemContext, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Outages } from '../outages.port';
import { NoticePlans } from './notice-plans.port';

const AT_ONCE = 100;

/**
 * Important customers who have not confirmed in time are escalated, each level once and in order, until a person or an
 * answered call confirms them or the plan ends (art. 19(4)(5)).
 */
@Injectable()
export class EscalateNotices {
  constructor(
    private readonly plans: NoticePlans,
    private readonly outages: Outages,
    private readonly policies: Policies,
    private readonly outbox: Outbox,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Until none is due. */
  async execute(): Promise<void> {
    while ((await this.some()) === AT_ONCE);
  }

  private some(): Promise<number> {
    return this.work.inTransaction(async () => {
      const now = this.clock.now();
      const policy = await this.policies.outage(now);
      const due = await this.plans.toEscalate(now, AT_ONCE);
      for (const notice of due) {
        const outage = await this.outages.find(notice.outageId);
        if (!outage) throw new Error(`outage ${notice.outageId} of a notice was not found`);
        const next = escalate(escalationOf(outage, now, policy), notice.escalationLevel, now);
        await this.plans.escalated(notice, next.level, next.nextAt);
        const { outageId, planId, recipient, failure } = notice;
        const told = { level: next.level, recipients: [...next.recipients], failure, at: now.toISOString() };
        const payload = { outageId, planId, recipient, ...told };
        await this.outbox.append(OutageNoticeEscalated, payload, systemContext('ticket'));
      }
      return due.length;
    });
  }
}
