import { operation } from '../../kernel/contract';
import { Reference } from '../fields';
import { PaymentFacts, PaymentView } from './payment.view';

export class RecordPaymentRequest extends PaymentFacts {
  @Reference("The source's own reference of the payment; the same reference is recorded once")
  reference: string;
}

/**
 * Records a payment. An account that nobody registered is accepted: the billing system is the truth for
 * accounts. `payment.reference-reused`: the source's reference was recorded with another account, amount,
 * time or month. `payment.in-future`: paid more than five minutes from now.
 */
export const RecordPayment = operation({
  subject: 'ticket.command.record-payment.v1',
  request: RecordPaymentRequest,
  reply: PaymentView,
  errors: ['payment.reference-reused', 'payment.in-future'],
});
