import { Injectable } from '@nestjs/common';
import { NoticeDelivered, type NoticeDeliveredPayload, OUTAGE_NOTICE_ERRORS } from '@switchyard/contracts';
import { DomainError, type EventMeta, OnEvent } from '@switchyard/platform';
import { recipientOf } from '../send/notice-rows';
import { ConfirmNotice } from './confirm-notice';

/** An answered call proves that the customer was told (art. 19(5)). */
@Injectable()
export class ConfirmNoticeWhenDelivered {
  constructor(private readonly confirm: ConfirmNotice) {}

  @OnEvent(NoticeDelivered, { durable: 'ticket-outage-notices-delivered' })
  async on(payload: NoticeDeliveredPayload, { context }: EventMeta): Promise<void> {
    if (payload.kind !== 'outage-notice') return;
    const { period: planId, accountNo, callId, at } = payload;
    const confirmation = {
      proof: 'answered-call' as const,
      confirmedBy: `call:${callId}`,
      confirmedAt: new Date(at),
      recordedBy: context.actor.id,
    };
    try {
      await this.confirm.execute(planId, recipientOf(accountNo), confirmation);
    } catch (error) {
      if (!isOfNoPlan(error)) throw error;
    }
  }
}

/** A batch that somebody made by hand, or a plan that ended while the call was on the line. */
function isOfNoPlan(error: unknown): boolean {
  if (!(error instanceof DomainError)) return false;
  return error.code === OUTAGE_NOTICE_ERRORS.notFound || error.code === OUTAGE_NOTICE_ERRORS.wrongState;
}
