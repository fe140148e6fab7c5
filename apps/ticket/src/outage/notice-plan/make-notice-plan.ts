import { Injectable } from '@nestjs/common';
import { escalatesAt, escalationOf, type OutagePolicy } from '@switchyard/domain';
import { systemContext } from '@switchyard/platform';
import { OutageClocks } from '../outage-clocks';
import type { Outage } from '../outages.port';
import type { NoticePlan } from './notice-plan';
import { NoticePlans } from './notice-plans.port';

/** Finds whom a plan tells, important customers first (art. 19), and when those are escalated. */
@Injectable()
export class MakeNoticePlan {
  constructor(
    private readonly plans: NoticePlans,
    private readonly clocks: OutageClocks,
  ) {}

  async execute(plan: NoticePlan, outage: Outage, policy: OutagePolicy, now: Date): Promise<NoticePlan> {
    const first = escalatesAt(escalationOf(outage, now, policy), 0, now);
    await this.plans.fill(plan, first, now);
    if (plan.occasion === 'announcement')
      await this.clocks.callPlanMade(outage, now, systemContext('ticket'));
    const startsItself = policy.startsItself.others || plan.occasion === 'restoration';
    return { ...plan, madeAt: now, othersWanted: plan.othersWanted || startsItself };
  }
}
