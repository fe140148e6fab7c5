import { Injectable } from '@nestjs/common';
import { PaymentRecorded, type PaymentRecordedPayload } from '@switchyard/contracts';
import { type EventMeta, OnEvent } from '@switchyard/platform';
import { KnowPayment } from './know-payment.use-case';

@Injectable()
export class KnowPaymentWhenRecorded {
  constructor(private readonly knowPayment: KnowPayment) {}

  @OnEvent(PaymentRecorded, { durable: 'ivr-payments' })
  on(payload: PaymentRecordedPayload, meta: EventMeta): Promise<void> {
    return this.knowPayment.execute(
      {
        id: payload.paymentId,
        accountNo: payload.accountNo,
        amountFen: payload.amountFen,
        billMonth: payload.billMonth ?? null,
        paidAt: new Date(payload.paidAt),
      },
      meta.context,
    );
  }
}
