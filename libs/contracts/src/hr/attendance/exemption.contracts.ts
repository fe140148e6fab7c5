import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant, OptionalInstant, RequiredText } from '../../kernel/fields';
import { StaffNumber } from '../staff/staff-fields';
import { OfStaff, PeopleListRequest } from './people-list';
import { ATTENDANCE_ERRORS, EXEMPTION_KIND_WORDS, type ExemptionKindWord } from './words';
import { PageOf } from '../../kernel/paging';

export class ExemptionView extends OfStaff {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  @IsUUID()
  exemptionId: string;

  @ApiProperty({ description: 'Why nobody is expected at the desk', enum: EXEMPTION_KIND_WORDS })
  @IsIn(EXEMPTION_KIND_WORDS)
  kind: ExemptionKindWord;

  @Instant('From')
  from: string;

  @Instant('To')
  to: string;

  @RequiredText('Why', 500)
  reason: string;

  @RequiredText('Who recorded it', 200)
  recordedBy: string;
}

export class ExemptFromAttendanceRequest {
  @StaffNumber()
  staffNumber: string;

  @ApiProperty({ description: 'Why nobody is expected at the desk', enum: EXEMPTION_KIND_WORDS })
  @IsIn(EXEMPTION_KIND_WORDS)
  kind: ExemptionKindWord;

  @Instant('From')
  from: string;

  @Instant('To; at most 31 days later')
  to: string;

  @RequiredText('Why', 500)
  reason: string;
}

/** Field work or training of a person, told by hand; courses tell it by themselves. */
export const ExemptFromAttendance = operation({
  subject: 'hr.command.exempt-from-attendance.v1',
  request: ExemptFromAttendanceRequest,
  reply: ExemptionView,
  errors: [
    ATTENDANCE_ERRORS.staffNotFound,
    ATTENDANCE_ERRORS.ownMatter,
    ATTENDANCE_ERRORS.exemptionBadTime,
    ATTENDANCE_ERRORS.monthClosed,
  ],
});

export class ExemptionReference {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  @IsUUID()
  exemptionId: string;
}

export const WithdrawExemption = operation({
  subject: 'hr.command.withdraw-exemption.v1',
  request: ExemptionReference,
  reply: ExemptionView,
  errors: [ATTENDANCE_ERRORS.exemptionNotFound, ATTENDANCE_ERRORS.ownMatter, ATTENDANCE_ERRORS.monthClosed],
});

export class ListExemptionsRequest extends PeopleListRequest {
  @OptionalInstant('Ending after this time')
  from?: string;

  @OptionalInstant('Beginning before this time')
  before?: string;
}

export class ExemptionPage extends PageOf(ExemptionView, 'The newest first') {}

export const ListExemptions = operation({
  subject: 'hr.query.attendance-exemptions.v1',
  request: ListExemptionsRequest,
  reply: ExemptionPage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});
