import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { OptionalAccountNo, OptionalPhone } from '../fields';
import { CustomerSummary } from './account.view';

export class FindCustomerRequest {
  @OptionalPhone('Number that the caller calls from')
  phone?: string;

  @OptionalAccountNo()
  accountNo?: string;
}

export class FoundCustomers {
  @ApiProperty({
    description:
      'Accounts to which the number is bound, at most 20, by account number; or the account. Empty: none',
    type: [CustomerSummary],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => CustomerSummary)
  accounts: CustomerSummary[];
}

/**
 * Who a caller may be (T1.4): by bound number, by account, or by both, which then must agree.
 * `request.invalid` when neither is given.
 */
export const FindCustomer = operation({
  subject: 'ticket.query.find-customer.v1',
  request: FindCustomerRequest,
  reply: FoundCustomers,
});
