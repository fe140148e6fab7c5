import { ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import {
  GetAccountRequest,
  ListPaymentsRequest,
  RecordPaymentRequest,
  RegisterAccountRequest,
} from '@switchyard/contracts';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** The number of the account in the path. */
export class AccountPath extends GetAccountRequest {}

export class RegisterAccountBody extends OmitType(RegisterAccountRequest, ['accountNo'] as const) {}

export class RecordPaymentBody extends OmitType(RecordPaymentRequest, ['accountNo', 'source'] as const) {
  @ApiPropertyOptional({ description: 'System that took the payment', maxLength: 50, default: 'billing' })
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  source?: string;
}

export class PaymentsQuery extends OmitType(ListPaymentsRequest, ['accountNo'] as const) {}
