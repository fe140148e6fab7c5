import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { LANGUAGES, type LanguageName } from '../batch/words';
import { LIST_FLAGS, type ListFlag, VALUE_TIERS, type ValueTier } from '../../ticket/account/account.view';
import { IDENTIFIED_BY, type IdentifiedByName, INBOUND_PHASES, type InboundPhaseName } from './words';

/** One thing that a caller asked for in the menus. */
export class AskedMatter {
  @ApiProperty({ description: 'What was asked for, e.g. `bill`' })
  @IsString()
  what: string;

  @ApiProperty({ description: 'When', format: 'date-time' })
  @IsISO8601()
  at: string;
}

export class InboundCallView {
  @ApiProperty({ description: "The PBX's channel id" })
  @IsString()
  callId: string;

  @ApiProperty({
    description: 'Number of the caller, E.164; absent when withheld or anonymous',
    required: false,
  })
  @IsOptional()
  @IsString()
  phone?: string;

  @ApiProperty({ description: 'Number that was dialled' })
  @IsString()
  dialled: string;

  @ApiProperty({ description: 'Desk that the number belongs to' })
  @IsString()
  desk: string;

  @ApiProperty({ description: 'Language that the caller chose', enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language: LanguageName;

  @ApiProperty({ description: 'When it came in', format: 'date-time' })
  @IsISO8601()
  startedAt: string;

  @ApiProperty({ description: 'When it was over', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  endedAt?: string;

  @ApiProperty({ description: 'Where the caller is', enum: INBOUND_PHASES })
  @IsIn(INBOUND_PHASES)
  phase: InboundPhaseName;

  @ApiProperty({ description: 'How the call ended', required: false })
  @IsOptional()
  @IsString()
  endReason?: string;

  @ApiProperty({ description: 'Account of the caller, once known', required: false })
  @IsOptional()
  @IsString()
  accountNo?: string;

  @ApiProperty({
    description: 'How the caller proved to be the customer',
    enum: IDENTIFIED_BY,
    required: false,
  })
  @IsOptional()
  @IsIn(IDENTIFIED_BY)
  identifiedBy?: IdentifiedByName;

  @ApiProperty({ description: 'Value tier of the customer', enum: VALUE_TIERS, required: false })
  @IsOptional()
  @IsIn(VALUE_TIERS)
  valueTier?: ValueTier;

  @ApiProperty({ description: 'List on which the customer stands', enum: LIST_FLAGS, required: false })
  @IsOptional()
  @IsIn(LIST_FLAGS)
  listFlag?: ListFlag;

  @ApiProperty({ description: 'Whether this is an important customer', required: false })
  @IsOptional()
  @IsBoolean()
  important?: boolean;

  @ApiProperty({ description: 'Queue that the caller waited in last', required: false })
  @IsOptional()
  @IsString()
  queue?: string;

  @ApiProperty({ description: 'Whether the caller got what was asked for from the menus alone' })
  @IsBoolean()
  selfServiceCompleted: boolean;

  @ApiProperty({ description: 'Whether the caller asked to stay unknown; nothing of the number is kept' })
  @IsBoolean()
  anonymous: boolean;
}

export class CallRatingView {
  @ApiProperty({ description: 'Agent who was rated', required: false })
  @IsOptional()
  @IsString()
  agentId?: string;

  @ApiProperty({ description: 'Satisfaction, 1 to 5', type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  csat?: number;

  @ApiProperty({ description: 'Whether the matter was solved', required: false })
  @IsOptional()
  @IsBoolean()
  solved?: boolean;

  @ApiProperty({ description: 'Likelihood to recommend, 0 to 10', type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  nps?: number;

  @ApiProperty({ description: 'What the call was about', required: false })
  @IsOptional()
  @IsString()
  matter?: string;

  @ApiProperty({ description: 'When it was rated', format: 'date-time' })
  @IsISO8601()
  ratedAt: string;
}

export class InboundCallDetail extends InboundCallView {
  @ApiProperty({ description: 'What the caller asked for in the menus, in order', type: [AskedMatter] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AskedMatter)
  asked: AskedMatter[];

  @ApiProperty({ description: 'Name of the flow that the call follows', required: false })
  @IsOptional()
  @IsString()
  flow?: string;

  @ApiProperty({
    description: 'Version of the flow that the call began with',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  flowVersion?: number;

  @ApiProperty({ description: "The caller's rating, once given", type: CallRatingView, required: false })
  @IsOptional()
  @ValidateNested()
  @Type(() => CallRatingView)
  rating?: CallRatingView;
}
