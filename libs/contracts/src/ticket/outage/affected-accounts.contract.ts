import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { CUSTOMER_KINDS, type CustomerKind } from '../account/account.view';
import { AccountNo, OptionalAreaCode, OptionalPhone, RequiredText } from '../fields';

export class AffectedAccount {
  @AccountNo()
  accountNo: string;

  @RequiredText('Name', 200)
  name: string;

  @ApiProperty({ description: 'Kind of customer', enum: CUSTOMER_KINDS })
  @IsIn(CUSTOMER_KINDS)
  customerKind: CustomerKind;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiProperty({ description: 'An important customer' })
  @IsBoolean()
  important: boolean;

  @OptionalPhone('First bound number')
  phone?: string;
}

export class ListAffectedAccountsRequest extends PageRequest {
  @ApiProperty({ description: 'Id of the outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @ApiPropertyOptional({ description: 'Only important customers, or only others' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  important?: boolean;
}

export class AffectedAccountPage extends PageOf(
  AffectedAccount,
  'Accounts, important customers first, then by number',
) {}

/** Who is affected: the accounts of the outage's areas. */
export const ListAffectedAccounts = operation({
  subject: 'ticket.query.affected-accounts.v1',
  request: ListAffectedAccountsRequest,
  reply: AffectedAccountPage,
  errors: ['outage.not-found'],
});
