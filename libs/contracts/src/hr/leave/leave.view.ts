import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import { Day, Instant, OptionalDay, OptionalInstant, OptionalText, RequiredText } from '../../kernel/fields';
import { OfStaff } from '../attendance/people-list';
import {
  APPROVER_KIND_WORDS,
  type ApproverKindWord,
  LEAVE_DAY_TYPE_WORDS,
  LEAVE_HALF_WORDS,
  LEAVE_KIND_WORDS,
  LEAVE_PAPER_WORDS,
  LEAVE_STATES,
  LEAVE_STEP_STATES,
  type LeaveDayTypeWord,
  type LeaveHalfWord,
  type LeaveKindWord,
  type LeavePaperWord,
  type LeaveState,
  type LeaveStepState,
} from './words';

export class LeaveReference {
  @ApiProperty({ description: 'Id of the leave', format: 'uuid' })
  @IsUUID()
  leaveId: string;
}

export class LeaveStepView {
  @ApiProperty({ description: 'Place in the order, from 1', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  place: number;

  @ApiProperty({ description: 'Whose consent it is, by the kind of the post', enum: APPROVER_KIND_WORDS })
  @IsIn(APPROVER_KIND_WORDS)
  approverKind: ApproverKindWord;

  @ApiProperty({ description: 'What was decided', enum: LEAVE_STEP_STATES })
  @IsIn(LEAVE_STEP_STATES)
  state: LeaveStepState;

  @OptionalText('Staff number of who decided', 20)
  decidedBy?: string;

  @OptionalInstant('When')
  decidedAt?: string;

  @ApiPropertyOptional({ description: 'Decided in the place of who was away or is the applicant' })
  @IsOptional()
  @IsBoolean()
  alternate?: boolean;

  @OptionalText('What is to be known about it', 500)
  note?: string;
}

export class LeavePaperView {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  @IsUUID()
  paperId: string;

  @ApiProperty({ description: 'What it is', enum: LEAVE_PAPER_WORDS })
  @IsIn(LEAVE_PAPER_WORDS)
  kind: LeavePaperWord;

  @RequiredText('Name of the file', 255)
  fileName: string;

  @Instant('When it was handed in')
  addedAt: string;
}

export class LeaveView extends OfStaff {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  @IsUUID()
  leaveId: string;

  @ApiProperty({ description: 'Kind', enum: LEAVE_KIND_WORDS })
  @IsIn(LEAVE_KIND_WORDS)
  kind: LeaveKindWord;

  @Day('First day')
  from: string;

  @ApiProperty({ description: 'From this half of the first day', enum: LEAVE_HALF_WORDS })
  @IsIn(LEAVE_HALF_WORDS)
  fromHalf: LeaveHalfWord;

  @Day('Last day')
  to: string;

  @ApiProperty({ description: 'To the end of this half of the last day', enum: LEAVE_HALF_WORDS })
  @IsIn(LEAVE_HALF_WORDS)
  toHalf: LeaveHalfWord;

  @ApiProperty({ description: 'Days that count: rest days and holidays are not counted twice (L395)' })
  @IsNumber()
  days: number;

  @RequiredText('Why', 1000)
  reason: string;

  @ApiProperty({ description: 'Where it stands; approved only after the last step', enum: LEAVE_STATES })
  @IsIn(LEAVE_STATES)
  state: LeaveState;

  @ApiProperty({ description: 'Rules that it asks an exception from', type: [String] })
  @IsString({ each: true })
  exceptions: string[];

  @OptionalText('Why the exception', 1000)
  exceptionReason?: string;

  @ApiPropertyOptional({ description: 'The leave that it extends (续假)', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  extensionOf?: string;

  @Instant('When it was asked for')
  appliedAt: string;

  @OptionalInstant('When the last decision was made')
  decidedAt?: string;

  @ApiProperty({ description: 'Who has to consent, in order', type: [LeaveStepView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeaveStepView)
  steps: LeaveStepView[];

  @ApiProperty({ description: 'Papers handed in', type: [LeavePaperView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeavePaperView)
  papers: LeavePaperView[];

  @ApiProperty({ description: 'Papers that are missing', enum: LEAVE_PAPER_WORDS, isArray: true })
  @IsIn(LEAVE_PAPER_WORDS, { each: true })
  papersMissing: LeavePaperWord[];

  @OptionalDay('By when missing papers are to be handed in')
  papersDue?: string;

  @OptionalDay('The applicant asks to cancel it from this day on')
  cancelFrom?: string;

  @OptionalText('Why', 1000)
  cancelReason?: string;
}

export class LeaveEventView {
  @RequiredText('What was done', 40)
  kind: string;

  @OptionalText('Why', 1000)
  note?: string;

  @Instant('When')
  at: string;

  @RequiredText('Who', 200)
  by: string;
}

export class LeaveHalfDayView {
  @Day('The day')
  date: string;

  @ApiProperty({ description: 'Half of it', enum: LEAVE_HALF_WORDS })
  @IsIn(LEAVE_HALF_WORDS)
  half: LeaveHalfWord;

  @ApiProperty({ description: 'What the day is', enum: LEAVE_DAY_TYPE_WORDS })
  @IsIn(LEAVE_DAY_TYPE_WORDS)
  type: LeaveDayTypeWord;

  @ApiProperty({ description: 'Whether it is taken off the leave' })
  @IsBoolean()
  counts: boolean;
}

export class LeaveDetails extends LeaveView {
  @ApiProperty({ description: 'Half by half', type: [LeaveHalfDayView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeaveHalfDayView)
  halfDays: LeaveHalfDayView[];

  @ApiProperty({ description: 'What happened, in order', type: [LeaveEventView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeaveEventView)
  history: LeaveEventView[];

  @ApiProperty({ description: 'Staff numbers of who may decide the next step now', type: [String] })
  @IsString({ each: true })
  deciders: string[];
}
