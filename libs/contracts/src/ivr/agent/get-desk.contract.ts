import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNumber,
  IsOptional,
  IsString,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { LANGUAGES, type LanguageName } from '../batch/words';
import { LIST_FLAGS, type ListFlag, VALUE_TIERS, type ValueTier } from '../../ticket/account/account.view';
import { IDENTIFIED_BY, type IdentifiedByName } from '../call-flow/words';
import { DeskRequest } from './agent-reference';
import { AgentView } from './agent.view';
import { AGENT_ERRORS } from './errors';

/** One thing that the caller asked for in the menus. */
export class AskedInMenu {
  @ApiProperty({ description: 'What was asked for, e.g. `bill`' })
  @IsString()
  what: string;

  @ApiProperty({ description: 'When', format: 'date-time' })
  @IsISO8601()
  at: string;
}

/** One case of the caller's that is not closed. */
export class OpenCase {
  @ApiProperty({ description: 'Number of the work order' })
  @IsString()
  number: string;

  @ApiProperty({ description: 'Kind of work order' })
  @IsString()
  kind: string;

  @ApiProperty({ description: 'What it is about' })
  @IsString()
  text: string;

  @ApiProperty({ description: 'When it was opened', format: 'date-time' })
  @IsISO8601()
  openedAt: string;
}

/** The caller whom the agent talks with, or who rings (T1.6). */
export class CallOnScreen {
  @ApiProperty({ description: 'The call' })
  @IsString()
  callId: string;

  @ApiProperty({ description: 'Queue that it came through', required: false })
  @IsOptional()
  @IsString()
  queue?: string;

  @ApiProperty({ description: 'When the caller entered the queue', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  enteredAt?: string;

  @ApiProperty({ description: 'Seconds that the caller waited for the agent', required: false })
  @IsOptional()
  @IsNumber()
  waitedSeconds?: number;

  @ApiProperty({ description: 'More than four rings or twelve seconds: apologise first (§13)' })
  @IsBoolean()
  apologise: boolean;

  @ApiProperty({ description: 'Number, E.164; absent when withheld or anonymous', required: false })
  @IsOptional()
  @IsString()
  phone?: string;

  @ApiProperty({ description: 'Whether the caller wished to stay unknown' })
  @IsBoolean()
  anonymous: boolean;

  @ApiProperty({ description: 'Account, where known', required: false })
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

  @ApiProperty({ description: 'Value tier', enum: VALUE_TIERS, required: false })
  @IsOptional()
  @IsIn(VALUE_TIERS)
  valueTier?: ValueTier;

  @ApiProperty({ description: 'List', enum: LIST_FLAGS, required: false })
  @IsOptional()
  @IsIn(LIST_FLAGS)
  listFlag?: ListFlag;

  @ApiProperty({ description: 'Important customer', required: false })
  @IsOptional()
  @IsBoolean()
  important?: boolean;

  @ApiProperty({ description: 'Language', enum: LANGUAGES, required: false })
  @IsOptional()
  @IsIn(LANGUAGES)
  language?: LanguageName;

  @ApiProperty({ description: 'What was asked for in the menus, in order', type: [AskedInMenu] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AskedInMenu)
  asked: AskedInMenu[];

  @ApiProperty({ description: 'Open cases of the account or the number, the latest first', type: [OpenCase] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OpenCase)
  openCases: OpenCase[];

  @ApiProperty({ description: 'False: the cases could not be asked for in time; more may be open' })
  @IsBoolean()
  casesKnown: boolean;
}

export class DeskView {
  @ApiProperty({ description: 'The agent', type: AgentView })
  @ValidateNested()
  @Type(() => AgentView)
  agent: AgentView;

  @ApiProperty({
    description: 'The call in hand, or whose after-call work is done',
    type: CallOnScreen,
    required: false,
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => CallOnScreen)
  call?: CallOnScreen;
}

/** What an agent sees: its state, and who calls. */
export const GetDesk = operation({
  subject: 'ivr.query.get-desk.v1',
  request: DeskRequest,
  reply: DeskView,
  errors: [AGENT_ERRORS.notFound, AGENT_ERRORS.accountIsNoAgent, AGENT_ERRORS.notYours],
});
