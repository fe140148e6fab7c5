import { Controller } from '@nestjs/common';
import { ListPayments, ListPaymentsRequest, PaymentPage } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { Payments } from '../payments.port';
import { toPaymentView } from '../payment-view';

@Controller()
export class ListPaymentsHandler {
  constructor(private readonly payments: Payments) {}

  @Handles(ListPayments)
  async handle({ accountNo, limit = 50, cursor }: ListPaymentsRequest): Promise<PaymentPage> {
    const page = await this.payments.ofAccount(accountNo, limit, cursor);
    return { items: page.items.map(toPaymentView), nextCursor: page.nextCursor };
  }
}
