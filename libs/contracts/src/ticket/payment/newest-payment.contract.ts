import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsUUID, Max, Min } from 'class-validator';
import { operation } from '../../kernel/contract';

export class NewestPaymentRequest {
  @ApiProperty({
    description:
      'Seconds that the payment must have been recorded for: as long as its event may be on its way',
    type: 'integer',
    minimum: 0,
    maximum: 3600,
  })
  @IsInt()
  @Min(0)
  @Max(3_600)
  recordedForSeconds: number;
}

export class NewestPayment {
  @ApiPropertyOptional({ description: 'Absent when there is none' })
  @IsOptional()
  @IsUUID()
  paymentId?: string;
}

/** The payment that was recorded last: whoever has not heard of it does not know who has paid (T2.9). */
export const GetNewestPayment = operation({
  subject: 'ticket.query.newest-payment.v1',
  request: NewestPaymentRequest,
  reply: NewestPayment,
});
