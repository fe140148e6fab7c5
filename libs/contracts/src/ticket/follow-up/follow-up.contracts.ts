import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
import { OptionalAreaCode, OptionalInstant, OptionalText, RequiredText } from '../fields';
import { FollowUpAnswer, FollowUpDetail, FollowUpPage, FollowUpView } from './follow-up.view';
import {
  EXCLUSION_REASONS,
  type ExclusionReason,
  FOLLOW_UP_ACTIONS,
  FOLLOW_UP_CHANNELS,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_OUTCOMES,
  FOLLOW_UP_PURPOSE_NAMES,
  FOLLOW_UP_SORTS,
  FOLLOW_UP_STATUSES,
  type FollowUpAction,
  type FollowUpChannel,
  type FollowUpKind,
  type FollowUpOutcome,
  type FollowUpPurposeName,
  type FollowUpSort,
  type FollowUpStatus,
} from './words';

export const FOLLOW_UP_ERRORS = {
  notFound: 'follow-up.not-found',
  /** It is done, given up or excluded; `details.status` says which. */
  wrongState: 'follow-up.not-allowed-in-state',
  /** `details.callFrom` is the next hour at which the customer may be called (art. 21(11)). */
  outsideHours: 'follow-up.outside-call-hours',
  /** Planned for later than it is due, without a reason. */
  tooLate: 'follow-up.planned-too-late',
  /** Results of one call must be of one work order (C4). */
  otherWorkOrder: 'follow-up.other-work-order',
  /** Reached, but nothing was recorded of what the customer said; `details.field` names it. */
  answerMissing: 'follow-up.answer-missing',
  /** The work order is of a kind that is not followed up, or nobody left a contact. */
  notFollowed: 'follow-up.not-followed-up',
  alreadyThere: 'follow-up.already-there',
} as const;

export class FollowUpReference {
  @ApiProperty({ description: 'Id of the follow-up', format: 'uuid' })
  @IsUUID()
  itemId: string;
}

export class ListFollowUpsRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only with this status', enum: FOLLOW_UP_STATUSES })
  @IsOptional()
  @IsIn(FOLLOW_UP_STATUSES)
  status?: FollowUpStatus;

  @ApiPropertyOptional({ description: 'Only of this kind of work order', enum: FOLLOW_UP_KINDS })
  @IsOptional()
  @IsIn(FOLLOW_UP_KINDS)
  kind?: FollowUpKind;

  @ApiPropertyOptional({ description: 'Only for this purpose', enum: FOLLOW_UP_PURPOSE_NAMES })
  @IsOptional()
  @IsIn(FOLLOW_UP_PURPOSE_NAMES)
  purpose?: FollowUpPurposeName;

  @OptionalText('Only those of one person', 200)
  assigneeId?: string;

  @OptionalText('Only those of one work order', 40)
  workOrderNumber?: string;

  @OptionalText('Only those of one fault', 80)
  faultKey?: string;

  @OptionalAreaCode()
  areaCode?: string;

  @OptionalInstant('Only those that arose at this time or later')
  arisesFrom?: string;

  @OptionalInstant('Only those that arose before this time')
  arisesBefore?: string;

  @OptionalInstant('Only those due before this time')
  dueBefore?: string;

  @ApiPropertyOptional({ description: 'Only those not done and past their time' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  overdue?: boolean;

  @ApiPropertyOptional({ description: 'Order', enum: FOLLOW_UP_SORTS, default: 'dueAt' })
  @IsOptional()
  @IsIn(FOLLOW_UP_SORTS)
  sort?: FollowUpSort;
}

/** The call-back plan (art. 8): what is to be done, by default the most urgent first. */
export const ListFollowUps = operation({
  subject: 'ticket.query.follow-ups.v1',
  request: ListFollowUpsRequest,
  reply: FollowUpPage,
});

export const GetFollowUp = operation({
  subject: 'ticket.query.follow-up.v1',
  request: FollowUpReference,
  reply: FollowUpDetail,
  errors: [FOLLOW_UP_ERRORS.notFound],
});

export class PlanFollowUpsRequest {
  @ApiProperty({ description: 'Follow-ups', type: [String], format: 'uuid' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(200)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  itemIds: string[];

  @RequiredText('Who calls', 200)
  assigneeId: string;

  @OptionalInstant('When; within the hours of each customer. Absent: as soon as may be')
  plannedFor?: string;

  @OptionalText('Why it is planned for after its time', 500)
  reason?: string;
}

export class PlannedFollowUps {
  @ApiProperty({ description: 'The follow-ups as they are planned now', type: [FollowUpView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowUpView)
  items: FollowUpView[];
}

/** The shift leader assigns follow-ups, or assigns them anew; all of them or none. */
export const PlanFollowUps = operation({
  subject: 'ticket.command.plan-follow-ups.v1',
  request: PlanFollowUpsRequest,
  reply: PlannedFollowUps,
  errors: [
    FOLLOW_UP_ERRORS.notFound,
    FOLLOW_UP_ERRORS.wrongState,
    FOLLOW_UP_ERRORS.outsideHours,
    FOLLOW_UP_ERRORS.tooLate,
  ],
});

export class ExcludeFollowUpRequest extends FollowUpReference {
  @ApiProperty({ description: 'Why nobody is called (C5)', enum: EXCLUSION_REASONS })
  @IsIn(EXCLUSION_REASONS)
  reason: ExclusionReason;

  @RequiredText('The reason in words', 500)
  text: string;
}

/** Takes a follow-up out of the 100 %, with a reason (C5). */
export const ExcludeFollowUp = operation({
  subject: 'ticket.command.exclude-follow-up.v1',
  request: ExcludeFollowUpRequest,
  reply: FollowUpView,
  errors: [FOLLOW_UP_ERRORS.notFound, FOLLOW_UP_ERRORS.wrongState],
});

export class PickFollowUpRequest {
  @RequiredText('Number of the work order', 40)
  workOrderNumber: string;

  @RequiredText('Why this one too', 500)
  reason: string;
}

/** The shift leader picks one more than the sample (art. 21(7): at least). */
export const PickFollowUp = operation({
  subject: 'ticket.command.pick-follow-up.v1',
  request: PickFollowUpRequest,
  reply: FollowUpView,
  errors: ['work-order.not-found', FOLLOW_UP_ERRORS.notFollowed, FOLLOW_UP_ERRORS.alreadyThere],
});

export class FollowUpResult extends FollowUpAnswer {
  @ApiProperty({ description: 'Id of the follow-up', format: 'uuid' })
  @IsUUID()
  itemId: string;

  @ApiPropertyOptional({
    description: 'For a dissatisfied customer; the kind decides unless told',
    enum: FOLLOW_UP_ACTIONS,
  })
  @IsOptional()
  @IsIn(FOLLOW_UP_ACTIONS)
  action?: FollowUpAction;
}

export class RecordFollowUpRequest {
  @ApiProperty({
    description:
      'What the call was for: one follow-up, or two of one work order, each with its own result (C4)',
    type: [FollowUpResult],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  @ValidateNested({ each: true })
  @Type(() => FollowUpResult)
  results: FollowUpResult[];

  @ApiProperty({ description: 'How the call ended', enum: FOLLOW_UP_OUTCOMES })
  @IsIn(FOLLOW_UP_OUTCOMES)
  outcome: FollowUpOutcome;

  @ApiPropertyOptional({ description: 'How', enum: FOLLOW_UP_CHANNELS, default: 'phone' })
  @IsOptional()
  @IsIn(FOLLOW_UP_CHANNELS)
  channel?: FollowUpChannel;

  @OptionalInstant('When the call was; now unless told')
  at?: string;

  @OptionalText('Id of the telephone call or of the fax', 100)
  callReference?: string;
}

export class RecordedFollowUps {
  @ApiProperty({ description: 'The follow-ups after the call', type: [FollowUpView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => FollowUpView)
  items: FollowUpView[];
}

/**
 * Records a call. Reached: what the customer said, word for word. Not reached, often enough: given up. Dissatisfied:
 * the case is opened again, or a complaint is opened.
 */
export const RecordFollowUp = operation({
  subject: 'ticket.command.record-follow-up.v1',
  request: RecordFollowUpRequest,
  reply: RecordedFollowUps,
  errors: [
    FOLLOW_UP_ERRORS.notFound,
    FOLLOW_UP_ERRORS.wrongState,
    FOLLOW_UP_ERRORS.otherWorkOrder,
    FOLLOW_UP_ERRORS.answerMissing,
  ],
});
