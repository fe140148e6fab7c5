import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, Length, Matches, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { AWAY_CODE } from './words';

export class AwayReason {
  @ApiProperty({ description: 'Code', example: 'meal', pattern: AWAY_CODE.source, maxLength: 40 })
  @Length(1, 40)
  @Matches(AWAY_CODE, { message: 'must be small letters and dashes' })
  code: string;

  @ApiProperty({ description: 'Name in Chinese', example: '用餐', maxLength: 40 })
  @Length(1, 40)
  nameZh: string;

  @ApiProperty({ description: 'Name in English', example: 'meal', maxLength: 40 })
  @Length(1, 40)
  nameEn: string;

  @ApiProperty({ description: 'False: no longer to be chosen' })
  @IsBoolean()
  active: boolean;
}

export class AwayReasons {
  @ApiProperty({ description: 'All of them', type: [AwayReason] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AwayReason)
  items: AwayReason[];
}

export class NoFilter {}

/** Reasons for being away that agents may choose from, and those that were. */
export const ListAwayReasons = operation({
  subject: 'ivr.query.list-away-reasons.v1',
  request: NoFilter,
  reply: AwayReasons,
});

/** Makes or changes a reason; none is deleted, for the history names it. */
export const PutAwayReason = operation({
  subject: 'ivr.command.put-away-reason.v1',
  request: AwayReason,
  reply: AwayReason,
});
