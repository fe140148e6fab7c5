import { ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalAreaCode, OptionalPhone, OptionalText } from '../fields';
import {
  AccountView,
  LIFE_CYCLES,
  type LifeCycle,
  CUSTOMER_KINDS,
  type CustomerKind,
  LIST_FLAGS,
  type ListFlag,
  VALUE_TIERS,
  type ValueTier,
} from './account.view';

export class ListAccountsRequest extends PageRequest {
  @OptionalPhone('Only accounts to which this number is bound')
  phone?: string;

  @OptionalText("Only accounts whose customer's name begins so", 100)
  name?: string;

  @ApiPropertyOptional({ description: 'Only this kind', enum: CUSTOMER_KINDS })
  @IsOptional()
  @IsIn(CUSTOMER_KINDS)
  kind?: CustomerKind;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ description: 'Only this value tier', enum: VALUE_TIERS })
  @IsOptional()
  @IsIn(VALUE_TIERS)
  valueTier?: ValueTier;

  @ApiPropertyOptional({ description: 'Only this list', enum: LIST_FLAGS })
  @IsOptional()
  @IsIn(LIST_FLAGS)
  listFlag?: ListFlag;

  @ApiPropertyOptional({ description: 'Only in this life-cycle stage', enum: LIFE_CYCLES })
  @IsOptional()
  @IsIn(LIFE_CYCLES)
  lifeCycle?: LifeCycle;

  @ApiPropertyOptional({ description: 'Only important customers, or only others' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  important?: boolean;
}

export class AccountPage extends PageOf(AccountView, 'Accounts by their number') {}

export const ListAccounts = operation({
  subject: 'ticket.query.accounts.v1',
  request: ListAccountsRequest,
  reply: AccountPage,
});
