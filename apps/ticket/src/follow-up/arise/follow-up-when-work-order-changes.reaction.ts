import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@switchyard/contracts';
import { followUpAfter, isFollowedKind, isFollowedUp } from '@switchyard/domain';
import type { WorkOrderEvent } from '../../work-order/work-order-journal';
import { WorkOrderReaction } from '../../work-order/work-order-reactions';
import type { WorkOrder } from '../../work-order/work-orders.port';
import type { FollowUp } from '../follow-up';
import { FollowUpRules } from '../follow-up-rules';
import { FollowUps } from '../follow-ups.port';
import { AriseFollowUp } from './arise-follow-up';
import { DrawFaultSample } from './draw-fault-sample';

/** Events after which the customer need not be called any more: the matter goes on, or is another one's. */
const WITHDRAWING: readonly string[] = ['reopened', 'sent-back', 'merged'];

/** Puts follow-ups on the list, and takes them off again, as work orders go on (§4). */
@Injectable()
export class FollowUpWhenWorkOrderChanges extends WorkOrderReaction {
  constructor(
    private readonly followUps: FollowUps,
    private readonly rules: FollowUpRules,
    private readonly arise: AriseFollowUp,
    private readonly drawFaultSample: DrawFaultSample,
  ) {
    super();
  }

  async after(
    workOrder: WorkOrder,
    newEvents: readonly WorkOrderEvent[],
    context: RequestContext,
  ): Promise<void> {
    for (const event of newEvents) await this.afterEvent(workOrder, event, context.actor.id);
  }

  private async afterEvent(workOrder: WorkOrder, { type, at }: WorkOrderEvent, by: string): Promise<void> {
    if (WITHDRAWING.includes(type)) return this.end(workOrder, 'withdrawn', () => true, by, at);
    if (type === 'customer-told') return this.end(workOrder, 'done', tellsTheDecision, by, at);
    const { kind } = workOrder;
    const rule = followUpAfter(kind, type);
    if (!rule || !isFollowedKind(kind)) return;
    if (rule.basis === 'fault') return this.drawFaultSample.execute(workOrder, at, by);
    const { policy } = await this.rules.at(at);
    if (!isFollowedUp(kind, workOrder.number, policy)) return;
    await this.arise.execute(workOrder, { kind, purpose: rule.purpose, basis: 'each', at, by });
  }

  private async end(
    workOrder: WorkOrder,
    status: 'withdrawn' | 'done',
    concerned: (item: FollowUp) => boolean,
    by: string,
    at: Date,
  ): Promise<void> {
    for (const item of (await this.followUps.lockToDo(workOrder.number)).filter(concerned)) {
      await this.followUps.save({ ...item, status, endedAt: at }, by, at);
    }
  }
}

/** Whoever was told by other means need not be called for it (L18). */
const tellsTheDecision = ({ purpose }: FollowUp): boolean => purpose === 'decision-reply';
