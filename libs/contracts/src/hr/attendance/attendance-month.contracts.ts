import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsInt, IsNumber, IsOptional, Min, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant, Month, OptionalInstant, OptionalText, RequiredText } from '../../kernel/fields';
import { StaffNumber } from '../staff/staff-fields';
import { OfStaff, PeopleListRequest } from './people-list';
import { ATTENDANCE_ERRORS, MONTH_STATES, type MonthState } from './words';
import { PageOf } from '../../kernel/paging';

const Figure =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ description, minimum: 0 })(target, key);
    IsNumber()(target, key);
    Min(0)(target, key);
  };

export class LeaveTotalsView {
  @Figure('Leaves; one of three days is one')
  occurrences: number;

  @Figure('Days; half a day is 0.5')
  days: number;
}

const Totals =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ description, type: LeaveTotalsView })(target, key);
    ValidateNested()(target, key);
    Type(() => LeaveTotalsView)(target, key);
  };

/** A month of a person (§9, §12.1, §12.2). */
export class AttendanceFigures {
  @Figure('Days with a shift')
  rosteredDays: number;

  @Figure('Days that were worked')
  attendedDays: number;

  @Figure('Of those neither late nor left early')
  onTimeDays: number;

  @Figure('Days with a shift without leave and training')
  onTimeBaseDays: number;

  @Figure('Times late')
  lateCount: number;

  @Figure('Minutes late')
  lateMinutes: number;

  @Figure('Times late enough to be logged')
  loggedLateCount: number;

  @Figure('Times left early')
  earlyCount: number;

  @Figure('Minutes left early')
  earlyMinutes: number;

  @Figure('Days absent without leave')
  absentDays: number;

  @Figure('Days with a missing punch')
  missedPunchDays: number;

  @Figure('Days of training')
  trainingDays: number;

  @Figure('Days of field work')
  fieldDays: number;

  @Figure('Days of leave on days with a shift')
  leaveDays: number;

  @Figure('Days without a shift')
  restDays: number;

  @Figure('Minutes of overtime')
  overtimeMinutes: number;

  @Figure('Minutes of the roster without breaks, leave and training')
  rosteredMinutes: number;

  @Figure('Minutes worked of those')
  workedMinutes: number;

  @Totals('Sickness in the month')
  sick: LeaveTotalsView;

  @Totals('Personal leave in the month')
  personal: LeaveTotalsView;

  @Totals('Sickness in the year up to the end of the month')
  yearSick: LeaveTotalsView;

  @Totals('Personal leave in the year up to the end of the month')
  yearPersonal: LeaveTotalsView;
}

export class AttendanceMonthView extends OfStaff {
  @Month('The month')
  month: string;

  @ApiProperty({ description: 'Where the month stands', enum: MONTH_STATES })
  @IsIn(MONTH_STATES)
  state: MonthState;

  @ApiProperty({ description: 'The figures', type: AttendanceFigures })
  @ValidateNested()
  @Type(() => AttendanceFigures)
  figures: AttendanceFigures;

  @ApiPropertyOptional({ description: 'Days worked of days with a shift, per cent (出勤率, §12.1)' })
  @IsOptional()
  @IsNumber()
  attendancePercent?: number;

  @ApiPropertyOptional({
    description: 'Days on time of days without leave and training, per cent (准时出勤率, §12.2)',
  })
  @IsOptional()
  @IsNumber()
  onTimePercent?: number;
}

export class ListAttendanceMonthRequest extends PeopleListRequest {
  @Month('The month')
  month: string;
}

export class AttendanceMonthPage extends PageOf(AttendanceMonthView, 'By staff number') {}

export const ListAttendanceMonth = operation({
  subject: 'hr.query.attendance-month.v1',
  request: ListAttendanceMonthRequest,
  reply: AttendanceMonthPage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});

export class AttendanceMonthReference {
  @Month('The month')
  month: string;
}

export class AttendanceClosing extends AttendanceMonthReference {
  @ApiProperty({ description: 'Where it stands', enum: MONTH_STATES })
  @IsIn(MONTH_STATES)
  state: MonthState;

  @ApiProperty({ description: 'People of the month', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  staffTotal: number;

  @ApiProperty({ description: 'Of those reckoned and closed', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  staffDone: number;

  @OptionalInstant('When closing was asked for')
  startedAt?: string;

  @OptionalText('Who asked for it', 200)
  startedBy?: string;

  @OptionalInstant('When it was closed')
  closedAt?: string;
}

/** Closes a month that is over, a hundred people at a time; asked again, it tells how far it is. */
export const CloseAttendanceMonth = operation({
  subject: 'hr.command.close-attendance-month.v1',
  request: AttendanceMonthReference,
  reply: AttendanceClosing,
  errors: [ATTENDANCE_ERRORS.monthNotOver, ATTENDANCE_ERRORS.monthUndecided],
});

export const GetAttendanceClosing = operation({
  subject: 'hr.query.attendance-closing.v1',
  request: AttendanceMonthReference,
  reply: AttendanceClosing,
});

export class AttendanceRevisionsRequest extends AttendanceMonthReference {
  @StaffNumber()
  staffNumber: string;
}

export class AttendanceRevision {
  @ApiProperty({ description: 'From 1, which is as it was closed', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  revision: number;

  @ApiProperty({ description: 'The figures', type: AttendanceFigures })
  @ValidateNested()
  @Type(() => AttendanceFigures)
  figures: AttendanceFigures;

  @OptionalText('Why the month was reopened for this person', 500)
  reason?: string;

  @Instant('When')
  madeAt: string;

  @RequiredText('Who', 200)
  madeBy: string;
}

export class AttendanceRevisions {
  @ApiProperty({ description: 'The newest first; it counts', type: [AttendanceRevision] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttendanceRevision)
  items: AttendanceRevision[];
}

export const ListAttendanceRevisions = operation({
  subject: 'hr.query.attendance-revisions.v1',
  request: AttendanceRevisionsRequest,
  reply: AttendanceRevisions,
  errors: [ATTENDANCE_ERRORS.staffNotFound],
});
