import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsUUID } from 'class-validator';
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
import { OptionalStaffNumber } from '../staff/staff-fields';
import { OfStaff, PeopleListRequest } from './people-list';
import { ATTENDANCE_ERRORS } from './words';
import { PageOf } from '../../kernel/paging';

export class RecordSickCallRequest {
  @OptionalStaffNumber('Who called; oneself unless given')
  staffNumber?: string;

  @Day('Day of the shift')
  workDate: string;

  @OptionalInstant('When it was called; now unless told')
  calledAt?: string;

  @OptionalText('What was said', 500)
  note?: string;
}

export class SickCallView extends OfStaff {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  @IsUUID()
  sickCallId: string;

  @Day('Day of the shift')
  workDate: string;

  @Instant('When it was called')
  calledAt: string;

  @Instant('Before when it had to be (L244)')
  beforeAt: string;

  @ApiProperty({ description: 'Called in time' })
  @IsBoolean()
  inTime: boolean;

  @OptionalText('What was said', 500)
  note?: string;

  @RequiredText('Who took the call', 200)
  recordedBy: string;
}

/** Somebody called in sick; for oneself or by whoever took the call. It is no leave: that is asked for besides. */
export const RecordSickCall = operation({
  subject: 'hr.command.record-sick-call.v1',
  request: RecordSickCallRequest,
  reply: SickCallView,
  errors: [
    ATTENDANCE_ERRORS.staffNotFound,
    ATTENDANCE_ERRORS.sickCallRecorded,
    ATTENDANCE_ERRORS.sickCallNoShift,
    ATTENDANCE_ERRORS.punchBadTime,
  ],
});

export class ListSickCallsRequest extends PeopleListRequest {
  @OptionalDay('From this day on')
  from?: string;

  @OptionalDay('Up to this day')
  to?: string;

  @OptionalFlag('Only in time, or only too late')
  inTime?: boolean;
}

export class SickCallPage extends PageOf(SickCallView, 'The newest day first') {}

export const ListSickCalls = operation({
  subject: 'hr.query.sick-calls.v1',
  request: ListSickCallsRequest,
  reply: SickCallPage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});
