import { Injectable } from '@nestjs/common';
import { ContactHandedOff, type ContactHandedOffPayload } from '@switchyard/contracts';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { NoticePlans } from '../notice-plans.port';
import { isPlanId, recipientOf } from '../send/notice-rows';

/** No call could tell the customer: somebody has to tell an important one otherwise, now (art. 19(4)). */
@Injectable()
export class FailNoticeWhenHandedOff {
  constructor(private readonly plans: NoticePlans) {}

  @OnEvent(ContactHandedOff, { durable: 'ticket-outage-notices-handed-off' })
  async on(payload: ContactHandedOffPayload, _meta: EventMeta): Promise<void> {
    if (payload.kind !== 'outage-notice' || !isPlanId(payload.period)) return;
    const { period: planId, accountNo, reason, at } = payload;
    await this.plans.fail(planId, [recipientOf(accountNo)], reason, new Date(at));
  }
}
