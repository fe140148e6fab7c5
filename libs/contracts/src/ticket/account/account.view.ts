import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { AccountNo, Instant, OptionalAreaCode, OptionalText, Phones } from '../fields';

/** Who the customer is to the utility; the kind decides calling windows (T2.7). */
export const CUSTOMER_KINDS = ['resident', 'organisation', 'sole-trader'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** By ARPU, tenure and credit (§17). */
export const VALUE_TIERS = ['high', 'mid', 'ordinary'] as const;
export type ValueTier = (typeof VALUE_TIERS)[number];

/** Red list, ordinary, blacklist (§17); says nothing of the value tier (C29). */
export const LIST_FLAGS = ['red', 'normal', 'black'] as const;
export type ListFlag = (typeof LIST_FLAGS)[number];

class AccountIdentity {
  @AccountNo()
  accountNo: string;

  @ApiProperty({ description: 'Name of the customer', maxLength: 200, example: '王芳' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(200)
  name: string;

  @ApiProperty({ description: 'Kind of customer', enum: CUSTOMER_KINDS })
  @IsIn(CUSTOMER_KINDS)
  kind: CustomerKind;

  @Phones(
    'Numbers bound to the account; a caller from one of them is taken for the customer (§2.2). A number may be bound to several accounts',
  )
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  phones: string[];

  @OptionalText('Address of the supply', 300)
  address?: string;

  @OptionalAreaCode()
  areaCode?: string;
}

/** What the billing system tells; standing that is left out stays as it was. */
export class AccountFacts extends AccountIdentity {
  @ApiPropertyOptional({ description: 'Value tier; ordinary unless told', enum: VALUE_TIERS })
  @IsOptional()
  @IsIn(VALUE_TIERS)
  valueTier?: ValueTier;

  @ApiPropertyOptional({
    description: 'Red list, ordinary or blacklist; normal unless told',
    enum: LIST_FLAGS,
  })
  @IsOptional()
  @IsIn(LIST_FLAGS)
  listFlag?: ListFlag;

  @ApiPropertyOptional({ description: 'Important customer of outage notices (art. 19); false unless told' })
  @IsOptional()
  @IsBoolean()
  important?: boolean;
}

export class AccountView extends AccountIdentity {
  @ApiProperty({ description: 'Value tier (§17)', enum: VALUE_TIERS })
  @IsIn(VALUE_TIERS)
  valueTier: ValueTier;

  @ApiProperty({ description: 'Red list, ordinary or blacklist (§17)', enum: LIST_FLAGS })
  @IsIn(LIST_FLAGS)
  listFlag: ListFlag;

  @ApiProperty({ description: 'Important customer of outage notices (art. 19)' })
  @IsBoolean()
  important: boolean;

  @Instant('When the account was first registered here')
  registeredAt: string;

  @Instant('When it last changed here')
  updatedAt: string;
}

/** What a menu needs to know of an account; no phone, no address. */
export class CustomerSummary extends PickType(AccountView, [
  'accountNo',
  'name',
  'kind',
  'areaCode',
  'valueTier',
  'listFlag',
  'important',
] as const) {}
