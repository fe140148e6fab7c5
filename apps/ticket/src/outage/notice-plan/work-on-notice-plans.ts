import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, Logger, RegularWork, UnitOfWork } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { Outages } from '../outages.port';
import { EscalateNotices } from './escalate-notices';
import { MakeNoticePlan } from './make-notice-plan';
import type { NoticePlan } from './notice-plan';
import { NoticePlans } from './notice-plans.port';
import { NoticeWork } from './notice-work';
import { SendNotices } from './send/send-notices';

const EVERY_MS = 2_000;
/** A plan that one process works on is left alone by the others for so long; so is one that failed. */
const LEASE_MS = 30_000;

/** Makes the plans that are wanted, gives them to the dialler, ends those that are over, and escalates (L29, art. 19). */
@Injectable()
export class WorkOnNoticePlans extends RegularWork {
  constructor(
    private readonly plans: NoticePlans,
    private readonly outages: Outages,
    private readonly policies: Policies,
    private readonly make: MakeNoticePlan,
    private readonly send: SendNotices,
    private readonly escalate: EscalateNotices,
    private readonly work: UnitOfWork,
    notices: NoticeWork,
    @Inject(CLOCK) private readonly clock: Clock,
    logger: Logger,
  ) {
    super('outage notices', EVERY_MS, logger);
    notices.onKick(() => this.atOnce());
  }

  protected async round(): Promise<void> {
    await this.escalateAll();
    while (!this.stopping) {
      const now = this.clock.now();
      const plan = await this.plans.claim(now, new Date(now.getTime() + LEASE_MS));
      if (!plan) return;
      try {
        await this.step(plan, now);
      } catch (error) {
        const { id: planId, outageId, occasion } = plan;
        this.log.error('an outage notice waits and will be tried again', {
          err: error,
          planId,
          outageId,
          occasion,
        });
      }
    }
  }

  /** What cannot be escalated now keeps no customer from being told. */
  private async escalateAll(): Promise<void> {
    try {
      await this.escalate.execute();
    } catch (error) {
      this.log.error('outage notices were not escalated; it will be tried again', { err: error });
    }
  }

  /** One step; what is left is claimed again at once. */
  private async step(plan: NoticePlan, now: Date): Promise<void> {
    if (plan.endedAt) return this.plans.save(await this.send.stop(plan), now);
    const outage = await this.outages.find(plan.outageId);
    if (!outage) throw new Error(`outage ${plan.outageId} of a plan was not found`);
    const policy = await this.policies.outage(now);
    if (!plan.madeAt) {
      return this.work.inTransaction(async () => {
        await this.plans.save(await this.make.execute(plan, outage, policy, now), now);
      });
    }
    if (!plan.importantStartedAt && policy.startsItself.important) {
      return this.plans.save(await this.send.execute(plan, 'important', outage), now);
    }
    if (!plan.othersStartedAt && plan.othersWanted) {
      return this.plans.save(await this.send.execute(plan, 'others', outage), now);
    }
  }
}
