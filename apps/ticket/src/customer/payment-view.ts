import type { PaymentView } from '@switchyard/contracts';
import type { Payment } from './payments.port';

export function toPaymentView({ id, paidAt, recordedAt, ...payment }: Payment): PaymentView {
  return { ...payment, paymentId: id, paidAt: paidAt.toISOString(), recordedAt: recordedAt.toISOString() };
}
