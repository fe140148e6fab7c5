import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { AccountNo } from '../fields';
import { PaymentView } from './payment.view';

export class ListPaymentsRequest extends PageRequest {
  @AccountNo()
  accountNo: string;
}

export class PaymentPage extends PageOf(PaymentView, 'Payments, the latest first') {}

export const ListPayments = operation({
  subject: 'ticket.query.payments.v1',
  request: ListPaymentsRequest,
  reply: PaymentPage,
});
