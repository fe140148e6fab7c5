import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { operation } from '../../kernel/contract';
import { OptionalDay, OptionalFlag } from '../../kernel/fields';
import { PeopleListRequest } from '../attendance/people-list';
import { ATTENDANCE_ERRORS } from '../attendance/words';
import { LeaveDetails, LeaveReference, LeaveView } from './leave.view';
import { LEAVE_ERRORS, LEAVE_KIND_WORDS, LEAVE_STATES, type LeaveKindWord, type LeaveState } from './words';
import { PageOf } from '../../kernel/paging';

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
