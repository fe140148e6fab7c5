import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import { AreaCode, Instant, OptionalAccountNo, OptionalAreaCode, OptionalInstant } from '../fields';
import { OUTAGE_KINDS, type OutageKind } from './outage.view';

export class KnownOutagesRequest {
  @OptionalAccountNo()
  accountNo?: string;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    description: 'Also those that start within this many days; 0: only what is out now',
    type: 'integer',
    minimum: 0,
    maximum: 60,
    default: 7,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(60)
  withinDays?: number;
}

export class KnownOutage {
  @ApiProperty({ description: 'Id of the outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @ApiProperty({ description: 'Kind of outage', enum: OUTAGE_KINDS })
  @IsIn(OUTAGE_KINDS)
  kind: OutageKind;

  @AreaCode()
  areaCode: string;

  @ApiProperty({ description: 'Name of the area, as it is said', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  areaName: BilingualText;

  @ApiProperty({ description: 'Cause, as it is said', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  cause: BilingualText;

  @ApiPropertyOptional({ description: 'What was announced, as it is said', type: BilingualText })
  @IsOptional()
  @ValidateNested()
  @Type(() => BilingualText)
  announcedText?: BilingualText;

  @ApiProperty({ description: 'False: it is out now; true: it starts later' })
  @IsBoolean()
  upcoming: boolean;

  @Instant('When it starts or started')
  startsAt: string;

  @OptionalInstant('When supply is expected back; it may lie in the past when nobody has told better')
  expectedRestorationAt?: string;
}

export class KnownOutages {
  @OptionalAreaCode()
  areaCode?: string;

  @ApiProperty({
    description: 'Out now first, then upcoming, each by start; at most 20',
    type: [KnownOutage],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KnownOutage)
  outages: KnownOutage[];
}

/**
 * Outages of a caller's area (T1.5), now and upcoming. `areaCode` is absent from the reply when the account is
 * unknown or has no area. `request.invalid` when neither account nor area is given.
 */
export const ListKnownOutages = operation({
  subject: 'ticket.query.known-outages.v1',
  request: KnownOutagesRequest,
  reply: KnownOutages,
});
