import { ApiProperty, ApiPropertyOptional, OmitType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsUUID,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { Day, OptionalDay, OptionalFlag, OptionalText, Reference, RequiredText } from '../../kernel/fields';
import { FiledPaper } from '../attendance/interview.contracts';
import { OfStaff, PeopleListRequest } from '../attendance/people-list';
import { ATTENDANCE_ERRORS } from '../attendance/words';
import { OptionalStaffNumber, StaffNumber } from '../staff/staff-fields';
import { LeaveDetails, LeaveHalfDayView, LeaveReference, LeaveView } from './leave.view';
import {
  APPROVER_KIND_WORDS,
  type ApproverKindWord,
  LEAVE_ERRORS,
  LEAVE_HALF_WORDS,
  LEAVE_KIND_WORDS,
  LEAVE_PAPER_WORDS,
  LEAVE_STATES,
  type LeaveHalfWord,
  type LeaveKindWord,
  type LeavePaperWord,
  type LeaveState,
} from './words';
import { PageOf } from '../../kernel/paging';

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

export class AddLeavePaperRequest extends LeaveReference {
  @ApiProperty({ description: 'What it is', enum: LEAVE_PAPER_WORDS })
  @IsIn(LEAVE_PAPER_WORDS)
  kind: LeavePaperWord;

  @ApiProperty({ description: 'Key in the file store' })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/)
  fileKey: string;

  @RequiredText('Name of the file', 255)
  fileName: string;

  @ApiProperty({ description: 'Size', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  bytes: number;

  @ApiPropertyOptional({ description: 'Of one of mine only' })
  @IsOptional()
  @IsBoolean()
  own?: boolean;
}

export const AddLeavePaper = operation({
  subject: 'hr.command.add-leave-paper.v1',
  request: AddLeavePaperRequest,
  reply: LeaveView,
  errors: [LEAVE_ERRORS.notFound, LEAVE_ERRORS.notInState, ATTENDANCE_ERRORS.noStaff],
});

export class OpenLeavePaperRequest extends LeaveReference {
  @ApiProperty({ description: 'Id of the paper', format: 'uuid' })
  @IsUUID()
  paperId: string;

  @ApiPropertyOptional({ description: 'Of one of mine only' })
  @IsOptional()
  @IsBoolean()
  own?: boolean;
}

export const OpenLeavePaper = operation({
  subject: 'hr.query.open-leave-paper.v1',
  request: OpenLeavePaperRequest,
  reply: FiledPaper,
  errors: [LEAVE_ERRORS.notFound, LEAVE_ERRORS.paperNotFound, ATTENDANCE_ERRORS.noStaff],
});

export class GetLeaveRequest extends LeaveReference {
  @ApiPropertyOptional({ description: 'Of mine only' })
  @IsOptional()
  @IsBoolean()
  own?: boolean;
}

export const GetLeave = operation({
  subject: 'hr.query.leave.v1',
  request: GetLeaveRequest,
  reply: LeaveDetails,
  errors: [LEAVE_ERRORS.notFound, ATTENDANCE_ERRORS.noStaff],
});

export class ListLeavesRequest extends PeopleListRequest {
  @ApiPropertyOptional({ description: 'Only of this kind', enum: LEAVE_KIND_WORDS })
  @IsOptional()
  @IsIn(LEAVE_KIND_WORDS)
  kind?: LeaveKindWord;

  @ApiPropertyOptional({ description: 'Only in this state', enum: LEAVE_STATES })
  @IsOptional()
  @IsIn(LEAVE_STATES)
  state?: LeaveState;

  @OptionalDay('Ending on this day or later')
  from?: string;

  @OptionalDay('Beginning on this day or earlier')
  to?: string;

  @OptionalFlag('Only those whose papers are missing after the day they were due')
  papersOverdue?: boolean;

  @OptionalFlag('Only those that wait for the decision of the caller')
  waitingForMe?: boolean;

  @OptionalFlag('Only those whose cancellation is asked for')
  cancelAsked?: boolean;
}

export class LeavePage extends PageOf(LeaveView, 'Leaves, the newest application first') {}

export const ListLeaves = operation({
  subject: 'hr.query.leaves.v1',
  request: ListLeavesRequest,
  reply: LeavePage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});

export class AnnualBalanceView extends OfStaff {
  @ApiProperty({ description: 'The year', type: 'integer' })
  @IsInt()
  year: number;

  @ApiProperty({ description: 'Days of the year itself' })
  @IsNumber()
  entitledDays: number;

  @ApiProperty({ description: 'Days that came over from the year before' })
  @IsNumber()
  carriedDays: number;

  @ApiProperty({ description: 'Days approved' })
  @IsNumber()
  takenDays: number;

  @ApiProperty({ description: 'Days asked for and not decided' })
  @IsNumber()
  reservedDays: number;

  @ApiProperty({ description: 'Days left' })
  @IsNumber()
  leftDays: number;
}

const Year = (): PropertyDecorator => (target, key) => {
  ApiProperty({ description: 'The year', type: 'integer', minimum: 2000, maximum: 2099, example: 2026 })(
    target,
    key,
  );
  Type(() => Number)(target, key);
  IsInt()(target, key);
  Min(2000)(target, key);
  Max(2099)(target, key);
};

export class ListAnnualBalancesRequest extends PeopleListRequest {
  @Year()
  year: number;
}

export class AnnualBalancePage extends PageOf(AnnualBalanceView, 'By staff number') {}

export const ListAnnualBalances = operation({
  subject: 'hr.query.annual-balances.v1',
  request: ListAnnualBalancesRequest,
  reply: AnnualBalancePage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});

export class SetAnnualEntitlementRequest {
  @StaffNumber()
  staffNumber: string;

  @Year()
  year: number;

  @ApiProperty({ description: 'Days of annual leave of that year, in halves', minimum: 0, maximum: 60 })
  @IsNumber({ maxDecimalPlaces: 1 })
  @Min(0)
  @Max(60)
  days: number;

  @RequiredText('Why it differs from the years of service here', 500)
  reason: string;
}

export const SetAnnualEntitlement = operation({
  subject: 'hr.command.set-annual-entitlement.v1',
  request: SetAnnualEntitlementRequest,
  reply: AnnualBalanceView,
  errors: [ATTENDANCE_ERRORS.staffNotFound, ATTENDANCE_ERRORS.ownMatter],
});

export class LeaveOfDay extends OfStaff {
  @Day('The day')
  date: string;

  @ApiProperty({ description: 'The whole day, or this half of it', enum: ['am', 'pm', 'whole'] })
  @IsIn(['am', 'pm', 'whole'])
  half: LeaveHalfWord | 'whole';

  @ApiProperty({ description: 'Kind', enum: LEAVE_KIND_WORDS })
  @IsIn(LEAVE_KIND_WORDS)
  kind: LeaveKindWord;

  @ApiProperty({ description: 'Approved, or only asked for' })
  @IsBoolean()
  approved: boolean;

  @ApiProperty({ description: 'Id of the leave', format: 'uuid' })
  @IsUUID()
  leaveId: string;
}

export class ListLeaveDaysRequest extends PeopleListRequest {
  @Day('First day')
  from: string;

  @Day('Last day')
  to: string;
}

export class LeaveDayPage extends PageOf(LeaveOfDay, 'By day, then by staff number') {}

/** Who is away when, day by day. */
export const ListLeaveDays = operation({
  subject: 'hr.query.leave-days.v1',
  request: ListLeaveDaysRequest,
  reply: LeaveDayPage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});
