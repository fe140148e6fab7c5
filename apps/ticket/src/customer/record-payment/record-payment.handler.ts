import { Controller } from '@nestjs/common';
import { PaymentView, RecordPayment, RecordPaymentRequest, type RequestContext } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toPaymentView } from '../payment-view';
import { RecordPaymentUseCase } from './record-payment.use-case';

@Controller()
export class RecordPaymentHandler {
  constructor(private readonly recordPayment: RecordPaymentUseCase) {}

  @Handles(RecordPayment)
  async handle(request: RecordPaymentRequest, context: RequestContext): Promise<PaymentView> {
    const command = { ...request, paidAt: new Date(request.paidAt) };
    return toPaymentView(await this.recordPayment.execute(command, context));
  }
}
