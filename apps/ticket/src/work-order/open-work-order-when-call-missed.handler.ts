import { Injectable } from '@nestjs/common';
import { CallMissed, type CallMissedPayload } from '@switchyard/contracts';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { OpenWorkOrderUseCase } from './open-work-order/open-work-order.use-case';

/** A mid-tier caller who gave up waiting is called back within 24 hours (L30): one work order per call. */
@Injectable()
export class OpenWorkOrderWhenCallMissed {
  constructor(private readonly openWorkOrder: OpenWorkOrderUseCase) {}

  @OnEvent(CallMissed, { durable: 'ticket-missed-calls' })
  async on(payload: CallMissedPayload, meta: EventMeta): Promise<void> {
    await this.openWorkOrder.execute(
      {
        kind: 'call-back-request',
        accountNo: payload.accountNo,
        phone: payload.phone,
        channel: 'voice',
        text: `客户在队列 ${payload.queue} 等待 ${payload.waitedSeconds} 秒后放弃，请在期限前回电。`,
        reference: `missed:${payload.callId}`,
        dueAt: new Date(payload.callBackBy),
      },
      meta.context,
    );
  }
}
