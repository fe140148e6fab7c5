import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import {
  AccountNo,
  Instant,
  OptionalAreaCode,
  OptionalDay,
  OptionalInstant,
  OptionalText,
  Phones,
} from '../fields';

/** Who the customer is to the utility; the kind decides calling windows (T2.7). */
export const CUSTOMER_KINDS = ['resident', 'organisation', 'sole-trader'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

/** By ARPU, tenure and credit (§17). */
export const VALUE_TIERS = ['high', 'mid', 'ordinary'] as const;
export type ValueTier = (typeof VALUE_TIERS)[number];

/** Red list, ordinary, blacklist (§17); says nothing of the value tier (C29). */
export const LIST_FLAGS = ['red', 'normal', 'black'] as const;
export type ListFlag = (typeof LIST_FLAGS)[number];

/** Life cycle (§17): 识别, 成长, 稳定, 预警. */
export const LIFE_CYCLES = ['identification', 'growth', 'stability', 'warning'] as const;
export type LifeCycle = (typeof LIFE_CYCLES)[number];

/** Where a value tier comes from: the billing system, the policy, or somebody who set it by hand. */
export const TIER_SOURCES = ['told', 'policy', 'manual'] as const;
export type TierSource = (typeof TIER_SOURCES)[number];

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

  @OptionalDay('Customer since; the tenure is reckoned from it, else from the registration here')
  customerSince?: string;

  @ApiPropertyOptional({
    description: 'Credit, 0 to 100, as the billing system reckons it; else months in arrears decide',
    type: 'integer',
    minimum: 0,
    maximum: 100,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(100)
  creditScore?: number;
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

  @ApiPropertyOptional({ description: 'Where the value tier comes from', enum: TIER_SOURCES })
  @IsOptional()
  @IsIn(TIER_SOURCES)
  valueTierSource?: TierSource;

  @OptionalInstant('Until when a value tier that was set by hand holds; absent: until it is released')
  valueTierUntil?: string;

  @ApiPropertyOptional({
    description: 'Life-cycle stage (§17); absent until it was reckoned',
    enum: LIFE_CYCLES,
  })
  @IsOptional()
  @IsIn(LIFE_CYCLES)
  lifeCycle?: LifeCycle;

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
