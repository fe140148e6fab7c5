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
import { CUSTOMER_KINDS, type CustomerKind } from '../account/account.view';
import {
  Instant,
  OptionalAccountNo,
  OptionalAreaCode,
  OptionalInstant,
  OptionalPhone,
  OptionalText,
  RequiredText,
} from '../fields';
import {
  EXCLUSION_REASONS,
  type ExclusionReason,
  FOLLOW_UP_ACTIONS,
  FOLLOW_UP_BASES,
  FOLLOW_UP_CHANNELS,
  FOLLOW_UP_JUDGEMENTS,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_OUTCOMES,
  FOLLOW_UP_PURPOSE_NAMES,
  FOLLOW_UP_STATUSES,
  type FollowUpAction,
  type FollowUpBasis,
  type FollowUpChannel,
  type FollowUpJudgement,
  type FollowUpKind,
  type FollowUpOutcome,
  type FollowUpPurposeName,
  type FollowUpStatus,
} from './words';
import { PageOf } from '../../kernel/paging';

/** What the customer said: in his own words (art. 21(8): recorded truthfully), and on the scale. */
export class FollowUpAnswer {
  @OptionalText("The customer's opinion, word for word", 4000)
  opinion?: string;

  @ApiPropertyOptional({
    description: 'Satisfaction, 1 (very dissatisfied) to 5 (very satisfied); absent: not asked or not said',
    type: 'integer',
    minimum: 1,
    maximum: 5,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  satisfaction?: number;
}

export class FollowUpView extends FollowUpAnswer {
  @ApiProperty({ description: 'Id of the follow-up', format: 'uuid' })
  @IsUUID()
  itemId: string;

  @RequiredText('Number of the work order', 40)
  workOrderNumber: string;

  @ApiProperty({ description: 'Kind of the work order', enum: FOLLOW_UP_KINDS })
  @IsIn(FOLLOW_UP_KINDS)
  kind: FollowUpKind;

  @ApiProperty({ description: 'Why the customer is called', enum: FOLLOW_UP_PURPOSE_NAMES })
  @IsIn(FOLLOW_UP_PURPOSE_NAMES)
  purpose: FollowUpPurposeName;

  @ApiProperty({ description: 'Why this one', enum: FOLLOW_UP_BASES })
  @IsIn(FOLLOW_UP_BASES)
  basis: FollowUpBasis;

  @OptionalText('The fault whose calls were sampled: `outage:<id>` or `order:<number>`', 80)
  faultKey?: string;

  @ApiProperty({ description: 'How often the case was opened again before', type: 'integer' })
  @IsInt()
  cycle: number;

  @OptionalAccountNo()
  accountNo?: string;

  @OptionalPhone('Whom to call')
  phone?: string;

  @ApiProperty({ description: 'Decides the hours of the call', enum: CUSTOMER_KINDS })
  @IsIn(CUSTOMER_KINDS)
  customerKind: CustomerKind;

  @OptionalAreaCode()
  areaCode?: string;

  @Instant('When the reason for it came in')
  arisesAt: string;

  @Instant('The first hour at which this customer may be called')
  callFrom: string;

  @Instant('By when: the end of the last day allowed')
  dueAt: string;

  @ApiProperty({ description: 'The due time lies beyond the calendar and may move' })
  @IsBoolean()
  provisional: boolean;

  @ApiProperty({ description: 'Where it stands', enum: FOLLOW_UP_STATUSES })
  @IsIn(FOLLOW_UP_STATUSES)
  status: FollowUpStatus;

  @OptionalText('Who calls', 200)
  assigneeId?: string;

  @OptionalInstant('When the call is planned')
  plannedFor?: string;

  @ApiProperty({ description: 'Calls so far', type: 'integer' })
  @IsInt()
  tries: number;

  @OptionalInstant('When it was done or given up')
  endedAt?: string;

  @ApiPropertyOptional({ description: 'Of one that is done: within its time' })
  @IsOptional()
  @IsBoolean()
  onTime?: boolean;

  @ApiPropertyOptional({ description: 'What the satisfaction says', enum: FOLLOW_UP_JUDGEMENTS })
  @IsOptional()
  @IsIn(FOLLOW_UP_JUDGEMENTS)
  judgement?: FollowUpJudgement;

  @ApiPropertyOptional({ description: 'What became of a dissatisfied case', enum: FOLLOW_UP_ACTIONS })
  @IsOptional()
  @IsIn(FOLLOW_UP_ACTIONS)
  action?: FollowUpAction;

  @OptionalText('The complaint that was opened', 40)
  complaintNumber?: string;

  @ApiPropertyOptional({ description: 'Why nobody is called (C5)', enum: EXCLUSION_REASONS })
  @IsOptional()
  @IsIn(EXCLUSION_REASONS)
  exclusionReason?: ExclusionReason;

  @OptionalText('The reason in words', 500)
  exclusionText?: string;
}

/** One call for a follow-up. */
export class FollowUpTryView extends FollowUpAnswer {
  @ApiProperty({
    description: 'The call; the same for two follow-ups that one call satisfied (C4)',
    format: 'uuid',
  })
  @IsUUID()
  contactId: string;

  @Instant('When')
  at: string;

  @RequiredText('Who called', 200)
  by: string;

  @ApiProperty({ description: 'How', enum: FOLLOW_UP_CHANNELS })
  @IsIn(FOLLOW_UP_CHANNELS)
  channel: FollowUpChannel;

  @ApiProperty({ description: 'How it ended', enum: FOLLOW_UP_OUTCOMES })
  @IsIn(FOLLOW_UP_OUTCOMES)
  outcome: FollowUpOutcome;

  @ApiProperty({ description: 'Outside the hours at which this customer may be called' })
  @IsBoolean()
  outsideHours: boolean;

  @OptionalText('Id of the telephone call or of the fax', 100)
  callReference?: string;
}

export class FollowUpDetail extends FollowUpView {
  @ApiProperty({ description: 'Its calls, the first first', type: [FollowUpTryView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowUpTryView)
  calls: FollowUpTryView[];
}

export class FollowUpPage extends PageOf(FollowUpView, 'Follow-ups') {}
