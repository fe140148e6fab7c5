import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { CUSTOMER_KINDS, type CustomerKind } from '../account/account.view';
import {
  Count,
  Instant,
  OptionalAccountNo,
  OptionalAreaCode,
  OptionalInstant,
  OptionalPhone,
  OptionalText,
  RequiredText,
} from '../fields';
import {
  NOTICE_OCCASIONS,
  type NoticeOccasion,
  NOTICE_STATES,
  type NoticeState,
  NOTICE_PROOFS,
  type NoticeProof,
} from './notice-words';

export class NoticeCounts {
  @Count('Customers in the plan')
  all: number;

  @Count('Told, with proof')
  confirmed: number;

  @Count('In the plan or with the dialler')
  underWay: number;

  @Count('Could not be told')
  failed: number;
}

export class NoticePlanView {
  @ApiProperty({ description: 'Id of the plan', format: 'uuid' })
  @IsUUID()
  planId: string;

  @ApiProperty({ description: 'The outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @ApiProperty({ description: 'What is told', enum: NOTICE_OCCASIONS })
  @IsIn(NOTICE_OCCASIONS)
  occasion: NoticeOccasion;

  @Instant('When it was wanted (L29: at once)')
  wantedAt: string;

  @OptionalInstant('When it was made')
  madeAt?: string;

  @OptionalInstant('When it ended: nobody is called for it any more')
  endedAt?: string;

  @ApiProperty({ description: 'Important customers: none may be missed', type: NoticeCounts })
  @ValidateNested()
  @Type(() => NoticeCounts)
  important: NoticeCounts;

  @ApiProperty({ description: 'All others', type: NoticeCounts })
  @ValidateNested()
  @Type(() => NoticeCounts)
  others: NoticeCounts;

  @ApiPropertyOptional({ description: 'Batch of the important customers', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  importantBatchId?: string;

  @ApiPropertyOptional({ description: 'Batch of the others', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  othersBatchId?: string;

  @ApiProperty({ description: 'The calls to the others were started' })
  @IsBoolean()
  othersStarted: boolean;
}

export class NoticePlans {
  @ApiProperty({ description: 'Plans of the outage, the first first', type: [NoticePlanView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NoticePlanView)
  items: NoticePlanView[];
}

export class NoticePlanReference {
  @ApiProperty({ description: 'Id of the plan', format: 'uuid' })
  @IsUUID()
  planId: string;
}

export class OutageNoticeView {
  @ApiProperty({ description: 'Id of the plan', format: 'uuid' })
  @IsUUID()
  planId: string;

  @ApiProperty({ description: 'The outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @RequiredText('Who is told: `account:<number>`, or `order:<number>` of a reporter without an account', 80)
  recipient: string;

  @OptionalAccountNo()
  accountNo?: string;

  @OptionalText('Name', 200)
  name?: string;

  @ApiProperty({ description: 'Kind of customer', enum: CUSTOMER_KINDS })
  @IsIn(CUSTOMER_KINDS)
  customerKind: CustomerKind;

  @OptionalPhone('Number to call')
  phone?: string;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiProperty({ description: 'An important customer (art. 19)' })
  @IsBoolean()
  important: boolean;

  @ApiProperty({ description: 'Where it stands', enum: NOTICE_STATES })
  @IsIn(NOTICE_STATES)
  state: NoticeState;

  @ApiPropertyOptional({ description: 'What proves that the customer was told', enum: NOTICE_PROOFS })
  @IsOptional()
  @IsIn(NOTICE_PROOFS)
  proof?: NoticeProof;

  @OptionalText('Who confirmed, or the call', 200)
  confirmedBy?: string;

  @OptionalInstant('When')
  confirmedAt?: string;

  @OptionalText('What was said', 500)
  note?: string;

  @OptionalText('Why it failed', 100)
  failure?: string;

  @Count('How often it was escalated')
  escalationLevel: number;

  @OptionalInstant('When it is escalated next')
  escalatesAt?: string;
}
