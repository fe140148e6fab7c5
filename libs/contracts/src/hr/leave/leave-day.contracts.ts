import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Day } from '../../kernel/fields';
import { OfStaff, PeopleListRequest } from '../attendance/people-list';
import { ATTENDANCE_ERRORS } from '../attendance/words';
import { LEAVE_KIND_WORDS, type LeaveHalfWord, type LeaveKindWord } from './words';
import { PageOf } from '../../kernel/paging';

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
