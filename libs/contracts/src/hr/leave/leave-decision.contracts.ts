import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { OptionalDay, OptionalText, RequiredText } from '../../kernel/fields';
import { ATTENDANCE_ERRORS } from '../attendance/words';
import { LeaveReference, LeaveView } from './leave.view';
import { LEAVE_ERRORS } from './words';

export const LEAVE_DECISIONS = ['approve', 'refuse'] as const;
export type LeaveDecision = (typeof LEAVE_DECISIONS)[number];

export class DecideLeaveRequest extends LeaveReference {
  @ApiProperty({ description: 'What is decided', enum: LEAVE_DECISIONS })
  @IsIn(LEAVE_DECISIONS)
  decision: LeaveDecision;

  @OptionalText('What is to be known about it; a refusal needs it', 500)
  note?: string;
}

const DECISION_ERRORS = [
  LEAVE_ERRORS.notFound,
  LEAVE_ERRORS.notInState,
  LEAVE_ERRORS.notYours,
  LEAVE_ERRORS.papersMissing,
  LEAVE_ERRORS.noteMissing,
  LEAVE_ERRORS.monthClosed,
  ATTENDANCE_ERRORS.noStaff,
];

/** Decides the next step; the leave is approved once the last is. */
export const DecideLeave = operation({
  subject: 'hr.command.decide-leave.v1',
  request: DecideLeaveRequest,
  reply: LeaveView,
  errors: DECISION_ERRORS,
});

export class DecideLeavesRequest extends OmitType(DecideLeaveRequest, ['leaveId'] as const) {
  @ApiProperty({ description: 'Leaves, 1 to 100', type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  leaveIds: string[];
}

export class LeaveDecisionResult extends LeaveReference {
  @ApiPropertyOptional({ description: 'The leave after it, where it was possible', type: LeaveView })
  @IsOptional()
  @ValidateNested()
  @Type(() => LeaveView)
  leave?: LeaveView;

  @OptionalText('Code of the refusal', 60)
  code?: string;

  @OptionalText('Why it was not possible', 1000)
  message?: string;
}

export class LeaveDecisionResults {
  @ApiProperty({ description: 'One for each, in the order given', type: [LeaveDecisionResult] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => LeaveDecisionResult)
  items: LeaveDecisionResult[];
}

/** The same for many, each by itself: what is not possible for one stops no other. */
export const DecideLeaves = operation({
  subject: 'hr.command.decide-leaves.v1',
  request: DecideLeavesRequest,
  reply: LeaveDecisionResults,
});

/** One's own leave that is not decided yet. */
export const WithdrawLeave = operation({
  subject: 'hr.command.withdraw-leave.v1',
  request: LeaveReference,
  reply: LeaveView,
  errors: [LEAVE_ERRORS.notFound, LEAVE_ERRORS.notInState, ATTENDANCE_ERRORS.noStaff],
});

export class AskLeaveCancellationRequest extends LeaveReference {
  @OptionalDay('From this day on, not in the past; the whole leave unless given')
  from?: string;

  @RequiredText('Why', 1000)
  reason: string;
}

/** Approved leave is not cancelled by its taker alone: it is asked for, and whoever decided last consents. */
export const AskLeaveCancellation = operation({
  subject: 'hr.command.ask-leave-cancellation.v1',
  request: AskLeaveCancellationRequest,
  reply: LeaveView,
  errors: [
    LEAVE_ERRORS.notFound,
    LEAVE_ERRORS.notInState,
    LEAVE_ERRORS.cancelInPast,
    ATTENDANCE_ERRORS.noStaff,
  ],
});

export const DecideLeaveCancellation = operation({
  subject: 'hr.command.decide-leave-cancellation.v1',
  request: DecideLeaveRequest,
  reply: LeaveView,
  errors: DECISION_ERRORS,
});
