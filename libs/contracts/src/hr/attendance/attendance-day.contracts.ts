import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Day,
  Instant,
  OptionalDay,
  OptionalFlag,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { OptionalOrganisationCode, OptionalStaffNumber } from '../staff/staff-fields';
import { OfStaff, PeopleListRequest } from './people-list';
import { ATTENDANCE_ERRORS, ATTENDANCE_STATUSES, type AttendanceStatus } from './words';
import { PageOf } from '../../kernel/paging';

const Count =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ description, type: 'integer', minimum: 0 })(target, key);
    IsInt()(target, key);
    Min(0)(target, key);
  };

/** What one shift of a person was; told as far as it is known while `final` is false. */
export class AttendanceDayView extends OfStaff {
  @ApiProperty({ description: 'The shift in the roster', format: 'uuid' })
  @IsUUID()
  entryId: string;

  @Day('Day on which the shift begins')
  workDate: string;

  @Instant('Start of the shift')
  startAt: string;

  @Instant('End of the shift')
  endAt: string;

  @ApiProperty({ description: 'What the shift was', enum: ATTENDANCE_STATUSES })
  @IsIn(ATTENDANCE_STATUSES)
  status: AttendanceStatus;

  @ApiProperty({ description: 'Nothing more is waited for' })
  @IsBoolean()
  final: boolean;

  @ApiProperty({ description: 'Part of it on leave: 0, 0.5 or 1' })
  @IsNumber()
  leaveShare: number;

  @Count('Minutes late (C17); 0 where it is absence')
  lateMinutes: number;

  @ApiPropertyOptional({ description: 'What made it late', enum: ['first-case', 'sign-in'] })
  @IsOptional()
  @IsIn(['first-case', 'sign-in'])
  lateBy?: 'first-case' | 'sign-in';

  @ApiProperty({ description: 'Late enough to be logged (L256)' })
  @IsBoolean()
  lateLogged: boolean;

  @Count(
    'Signed in so many minutes after the start, though the first case was handled in time: shown, not counted',
  )
  signedInLateMinutes: number;

  @Count('Minutes left early (L339)')
  earlyMinutes: number;

  @ApiPropertyOptional({ description: 'What made it early', enum: ['leftover', 'sign-out'] })
  @IsOptional()
  @IsIn(['leftover', 'sign-out'])
  earlyBy?: 'leftover' | 'sign-out';

  @ApiPropertyOptional({ description: 'Why it is absence', enum: ['no-show', 'too-late'] })
  @IsOptional()
  @IsIn(['no-show', 'too-late'])
  absentBecause?: 'no-show' | 'too-late';

  @ApiPropertyOptional({ description: 'The punch that is missing', enum: ['in', 'out'] })
  @IsOptional()
  @IsIn(['in', 'out'])
  missed?: 'in' | 'out';

  @OptionalInstant('Came')
  firstInAt?: string;

  @OptionalInstant('Went')
  lastOutAt?: string;

  @OptionalText('The first case: number of its work order', 40)
  firstCaseWork?: string;

  @OptionalInstant('The first case came in')
  firstCaseReceivedAt?: string;

  @OptionalInstant('The first case was handled')
  firstCaseHandledAt?: string;

  @Count('Minutes of the roster without breaks, leave and training')
  rosteredMinutes: number;

  @Count('Of those, minutes between coming and going')
  workedMinutes: number;

  @Count('Minutes beyond the shift, or of a shift of overtime')
  overtimeMinutes: number;

  @Instant('When this was reckoned')
  evaluatedAt: string;
}

export class ListAttendanceDaysRequest extends PeopleListRequest {
  @OptionalDay('From this day on')
  from?: string;

  @OptionalDay('Up to this day')
  to?: string;

  @ApiPropertyOptional({ description: 'Only of this status', enum: ATTENDANCE_STATUSES })
  @IsOptional()
  @IsIn(ATTENDANCE_STATUSES)
  status?: AttendanceStatus;

  @OptionalFlag('Only late, or only not late')
  late?: boolean;

  @OptionalFlag('Only left early, or only not')
  early?: boolean;
}

export class AttendanceDayPage extends PageOf(AttendanceDayView, 'Shifts, the newest day first') {}

export const ListAttendanceDays = operation({
  subject: 'hr.query.attendance-days.v1',
  request: ListAttendanceDaysRequest,
  reply: AttendanceDayPage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});

/** A day in numbers: people, by their shifts of the day. */
export class AttendanceTotals {
  @Day('The day')
  day: string;

  @Count('With a shift')
  rostered: number;

  @Count('Who worked, training and field work included')
  attended: number;

  @Count('Late')
  late: number;

  @Count('Left early')
  early: number;

  @Count('Absent without leave')
  absent: number;

  @Count('On leave for the day or half of it')
  onLeave: number;

  @Count('With a missing punch')
  missedPunch: number;

  @Count('Of whom nothing is known yet')
  expected: number;
}

export class GetAttendanceTotalsRequest {
  @Day('First day')
  from: string;

  @Day('Last day; at most 366 in all')
  to: string;

  @OptionalOrganisationCode('Only of this department', 'operations')
  departmentCode?: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;
}

export class AttendanceTotalsList {
  @ApiProperty({ description: 'Day by day; days that nobody worked are left out', type: [AttendanceTotals] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttendanceTotals)
  items: AttendanceTotals[];
}

export const GetAttendanceTotals = operation({
  subject: 'hr.query.attendance-totals.v1',
  request: GetAttendanceTotalsRequest,
  reply: AttendanceTotalsList,
  errors: [ATTENDANCE_ERRORS.badPeriod],
});

export class RecomputeAttendanceRequest {
  @Day('First day')
  from: string;

  @Day('Last day; at most 62 in all')
  to: string;

  @OptionalStaffNumber('Of this member of staff; everybody with a shift unless given')
  staffNumber?: string;

  @RequiredText('Why', 500)
  reason: string;
}

export class AttendanceRecomputation {
  @Count('Of so many people days are reckoned again; closed months are left as they are')
  people: number;
}

/** Reckons days again from punches, cases, leave and roster; soon, person by person. */
export const RecomputeAttendance = operation({
  subject: 'hr.command.recompute-attendance.v1',
  request: RecomputeAttendanceRequest,
  reply: AttendanceRecomputation,
  errors: [ATTENDANCE_ERRORS.badPeriod, ATTENDANCE_ERRORS.staffNotFound],
});
