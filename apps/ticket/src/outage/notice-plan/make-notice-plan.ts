import { Injectable } from '@nestjs/common';
import { escalatesAt, escalationOf, type OutagePolicy } from '@switchyard/domain';
import type { Outage } from '../outages.port';
import type { NoticePlan } from './notice-plan';
import { NoticePlans } from './notice-plans.port';

/** Finds whom a plan tells, important customers first (art. 19), and when those are escalated. */
@Injectable()
export class MakeNoticePlan {
  constructor(private readonly plans: NoticePlans) {}

  async execute(plan: NoticePlan, outage: Outage, policy: OutagePolicy, now: Date): Promise<NoticePlan> {
    const first = escalatesAt(escalationOf(outage, now, policy), 0, now);
    await this.plans.fill(plan, first, now);
    const startsItself = policy.startsItself.others || plan.occasion === 'restoration';
    return { ...plan, madeAt: now, othersWanted: plan.othersWanted || startsItself };
  }
}
