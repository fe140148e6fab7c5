import { Injectable } from '@nestjs/common';
import { HumanRequested, type HumanRequestedPayload } from '@switchyard/contracts';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { OpenWorkOrderUseCase } from './open-work-order/open-work-order.use-case';

const NOTICE: Readonly<Record<HumanRequestedPayload['kind'], string>> = {
  'bill-notice': '电费通知',
  'arrears-reminder': '欠费提醒',
  'outage-notice': '停电通知',
};

/** Whoever presses 0 on a notice call is called back by a human: one work order per call. */
@Injectable()
export class OpenWorkOrderWhenHumanRequested {
  constructor(private readonly openWorkOrder: OpenWorkOrderUseCase) {}

  @OnEvent(HumanRequested, { durable: 'ticket-human-requests' })
  async on(payload: HumanRequestedPayload, meta: EventMeta): Promise<void> {
    await this.openWorkOrder.execute(
      {
        kind: 'call-back-request',
        accountNo: payload.accountNos[0],
        phone: payload.number,
        text: `客户在${NOTICE[payload.kind]}中按 0 要求人工服务，请回电。户号：${payload.accountNos.join('、')}`,
        reference: `call:${payload.callId}`,
      },
      meta.context,
    );
  }
}
