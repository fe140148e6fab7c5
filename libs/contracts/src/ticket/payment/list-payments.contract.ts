import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsOptional, IsString, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
import { AccountNo } from '../fields';
import { PaymentView } from './payment.view';

export class ListPaymentsRequest extends PageRequest {
  @AccountNo()
  accountNo: string;
}

export class PaymentPage {
  @ApiProperty({ description: 'Payments, the latest first', type: [PaymentView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PaymentView)
  items: PaymentView[];

  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
  @IsOptional()
  @IsString()
  nextCursor?: string;
}

export const ListPayments = operation({
  subject: 'ticket.query.payments.v1',
  request: ListPaymentsRequest,
  reply: PaymentPage,
});
