import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { AccountNo, Instant, Phones } from '../fields';

/** Who the customer is to the utility; the kind decides calling windows (T2.7). */
export const CUSTOMER_KINDS = ['resident', 'organisation', 'sole-trader'] as const;
export type CustomerKind = (typeof CUSTOMER_KINDS)[number];

export class AccountFacts {
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

  @Phones('Numbers bound to the account; a caller from one of them is taken for the customer (§2.2)')
  @IsArray()
  @ArrayMaxSize(10)
  @ArrayUnique()
  phones: string[];
}

export class AccountView extends AccountFacts {
  @Instant('When the account was first registered here')
  registeredAt: string;

  @Instant('When it last changed here')
  updatedAt: string;
}
