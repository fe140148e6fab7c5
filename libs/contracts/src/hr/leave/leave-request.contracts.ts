import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsNumber, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Day, OptionalText, Reference, RequiredText } from '../../kernel/fields';
import { ATTENDANCE_ERRORS } from '../attendance/words';
import { OptionalStaffNumber } from '../staff/staff-fields';
import { LeaveHalfDayView, LeaveView } from './leave.view';
import {
  APPROVER_KIND_WORDS,
  type ApproverKindWord,
  LEAVE_ERRORS,
  LEAVE_HALF_WORDS,
  LEAVE_KIND_WORDS,
  LEAVE_PAPER_WORDS,
  type LeaveHalfWord,
  type LeaveKindWord,
  type LeavePaperWord,
} from './words';

export class CheckLeaveRequest {
  @OptionalStaffNumber('Whose leave; oneself unless given')
  staffNumber?: string;

  @ApiProperty({ description: 'Kind', enum: LEAVE_KIND_WORDS })
  @IsIn(LEAVE_KIND_WORDS)
  kind: LeaveKindWord;

  @Day('First day')
  from: string;

  @ApiPropertyOptional({
    description: 'From this half of the first day',
    enum: LEAVE_HALF_WORDS,
    default: 'am',
  })
  @IsOptional()
  @IsIn(LEAVE_HALF_WORDS)
  fromHalf?: LeaveHalfWord;

  @Day('Last day')
  to: string;

  @ApiPropertyOptional({
    description: 'To the end of this half of the last day',
    enum: LEAVE_HALF_WORDS,
    default: 'pm',
  })
  @IsOptional()
  @IsIn(LEAVE_HALF_WORDS)
  toHalf?: LeaveHalfWord;

  @ApiPropertyOptional({ description: 'The leave that it extends (续假)', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  extensionOf?: string;
}

export class LeaveProblemView {
  @RequiredText('Code of the error that asking for it would answer', 60)
  code: string;

  @RequiredText('What is wrong, and what helps', 500)
  message: string;

  @OptionalText('The day or the number that it is about', 60)
  about?: string;

  @ApiProperty({ description: 'May be granted as an exception, for a reason' })
  @IsBoolean()
  excusable: boolean;
}

export class LeavePlan {
  @ApiProperty({ description: 'Days that count' })
  @IsNumber()
  days: number;

  @ApiProperty({ description: 'Half by half', type: [LeaveHalfDayView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeaveHalfDayView)
  halfDays: LeaveHalfDayView[];

  @ApiProperty({ description: 'What speaks against it', type: [LeaveProblemView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeaveProblemView)
  problems: LeaveProblemView[];

  @ApiProperty({
    description: 'Who would have to consent, in order',
    enum: APPROVER_KIND_WORDS,
    isArray: true,
  })
  @IsIn(APPROVER_KIND_WORDS, { each: true })
  steps: ApproverKindWord[];

  @ApiProperty({ description: 'Papers that are needed', enum: LEAVE_PAPER_WORDS, isArray: true })
  @IsIn(LEAVE_PAPER_WORDS, { each: true })
  papers: LeavePaperWord[];
}

/** What a leave would be, and what speaks against it; nothing is asked for yet. */
export const CheckLeave = operation({
  subject: 'hr.query.check-leave.v1',
  request: CheckLeaveRequest,
  reply: LeavePlan,
  errors: [ATTENDANCE_ERRORS.noStaff, ATTENDANCE_ERRORS.staffNotFound, LEAVE_ERRORS.notFound],
});

export class RequestLeaveRequest extends CheckLeaveRequest {
  @RequiredText('Why', 1000)
  reason: string;

  @OptionalText('Why an exception from the rules is asked for; without it what is excusable is refused', 1000)
  exceptionReason?: string;

  @Reference('Said twice under one reference, it is one leave')
  reference: string;
}

/** Asks for leave; each day is reserved from now on. */
export const RequestLeave = operation({
  subject: 'hr.command.request-leave.v1',
  request: RequestLeaveRequest,
  reply: LeaveView,
  errors: [...Object.values(LEAVE_ERRORS), ATTENDANCE_ERRORS.noStaff, ATTENDANCE_ERRORS.staffNotFound],
});
