import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';
import { AccountNo, AmountFen, Instant, OptionalBillMonth, Reference } from '../fields';

export class PaymentFacts {
  @AccountNo()
  accountNo: string;

  @AmountFen('What was paid')
  amountFen: number;

  @Instant('When it was paid')
  paidAt: string;

  @OptionalBillMonth()
  billMonth?: string;

  @ApiProperty({ description: 'System that took the payment', maxLength: 50, example: 'billing' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  source: string;
}

export class PaymentView extends PaymentFacts {
  @ApiProperty({ description: 'Id of the payment here', format: 'uuid' })
  @IsUUID()
  paymentId: string;

  @Reference("The source's own reference of the payment")
  reference: string;

  @Instant('When it was recorded here')
  recordedAt: string;

  @ApiProperty({ description: 'False when no such account was registered here at the time' })
  @IsBoolean()
  accountKnown: boolean;
}
