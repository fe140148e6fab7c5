import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { event } from '../../kernel/contract';
import { PaymentFacts } from './payment.view';

export class PaymentRecordedPayload extends PaymentFacts {
  @ApiProperty({ description: 'Id of the payment', format: 'uuid' })
  @IsUUID()
  paymentId: string;
}

/** Somebody paid: whoever is about to read an amount out subtracts it first (T2.9). */
export const PaymentRecorded = event({
  subject: 'ticket.event.payment-recorded.v1',
  payload: PaymentRecordedPayload,
});
