import { ApiPropertyOptional, OmitType, PickType } from '@nestjs/swagger';
import {
  GetAccountRequest,
  KnownOutagesRequest,
  ListBillsRequest,
  ListPaymentsRequest,
  PutArrearsRequest,
  PutBillRequest,
  RecordPaymentRequest,
  RegisterAccountRequest,
  SetTelephonePasswordRequest,
} from '@switchyard/contracts';
import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ExportOf } from '../http/export-of';

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

export class PaymentsExportQuery extends ExportOf(PaymentsQuery) {}

export class AccountMonthPath extends PickType(PutBillRequest, ['accountNo', 'billMonth'] as const) {}

export class AccountBillsQuery extends OmitType(ListBillsRequest, ['accountNo'] as const) {}

export class BillsExportQuery extends ExportOf(ListBillsRequest) {}

export class PutBillBody extends OmitType(PutBillRequest, ['accountNo', 'billMonth'] as const) {}

export class PutArrearsBody extends OmitType(PutArrearsRequest, ['accountNo', 'billMonth'] as const) {}

export class TelephonePasswordBody extends PickType(SetTelephonePasswordRequest, ['password'] as const) {}

export class KnownOutagesQuery extends PickType(KnownOutagesRequest, ['withinDays'] as const) {}
