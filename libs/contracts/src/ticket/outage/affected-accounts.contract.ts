import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
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

export class AffectedAccountPage {
  @ApiProperty({
    description: 'Accounts, important customers first, then by number',
    type: [AffectedAccount],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AffectedAccount)
  items: AffectedAccount[];

  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  nextCursor?: string;
}

/** Who is affected: the accounts of the outage's areas. */
export const ListAffectedAccounts = operation({
  subject: 'ticket.query.affected-accounts.v1',
  request: ListAffectedAccountsRequest,
  reply: AffectedAccountPage,
  errors: ['outage.not-found'],
});
