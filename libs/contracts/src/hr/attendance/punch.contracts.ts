import { ApiProperty, ApiPropertyOptional, PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsLatitude, IsLongitude, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { Instant, OptionalInstant, OptionalText, Reference, RequiredText } from '../../kernel/fields';
import { StaffNumber } from '../staff/staff-fields';
import { PeopleListRequest } from './people-list';
import {
  ATTENDANCE_ERRORS,
  PUNCH_DIRECTION_WORDS,
  PUNCH_SOURCES,
  PUNCH_STATES,
  type PunchDirectionWord,
  type PunchSource,
  type PunchState,
} from './words';
import { PageOf } from '../../kernel/paging';

class PunchFacts {
  @ApiProperty({ description: 'Came or went', enum: PUNCH_DIRECTION_WORDS })
  @IsIn(PUNCH_DIRECTION_WORDS)
  direction: PunchDirectionWord;

  @Instant('When')
  at: string;

  @ApiPropertyOptional({ description: 'Where it was punched on the road: latitude', type: Number })
  @IsOptional()
  @Type(() => Number)
  @IsLatitude()
  latitude?: number;

  @ApiPropertyOptional({ description: 'Longitude', type: Number })
  @IsOptional()
  @Type(() => Number)
  @IsLongitude()
  longitude?: number;

  @OptionalText('The place, in words', 200)
  place?: string;

  @ApiPropertyOptional({ description: 'The punch that this one takes the place of', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  replaces?: string;
}

export class PunchView extends PunchFacts {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  @IsUUID()
  punchId: string;

  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 200)
  name: string;

  @RequiredText('Zone of the clock that it was read from', 40)
  zone: string;

  @ApiProperty({ description: 'Where it comes from', enum: PUNCH_SOURCES })
  @IsIn(PUNCH_SOURCES)
  source: PunchSource;

  @ApiProperty({ description: 'Whether it counts', enum: PUNCH_STATES })
  @IsIn(PUNCH_STATES)
  state: PunchState;

  @OptionalText('Why it was asked for, or recorded by hand', 500)
  reason?: string;

  @Instant('When it was recorded')
  recordedAt: string;

  @RequiredText('Who recorded it', 200)
  recordedBy: string;
}

export class PunchReference {
  @ApiProperty({ description: 'Id of the punch', format: 'uuid' })
  @IsUUID()
  punchId: string;
}

export const OWN_PUNCH_SOURCES = ['field', 'correction'] as const;

export class RequestPunchRequest extends PunchFacts {
  @ApiProperty({ description: 'Punched on the road, or a correction', enum: OWN_PUNCH_SOURCES })
  @IsIn(OWN_PUNCH_SOURCES)
  source: (typeof OWN_PUNCH_SOURCES)[number];

  @RequiredText('Why', 500)
  reason: string;

  @Reference('Said twice under one reference, it is one punch')
  reference: string;
}

/** One's own punch on the road, or a correction: it counts once a leader has approved it. */
export const RequestPunch = operation({
  subject: 'hr.command.request-punch.v1',
  request: RequestPunchRequest,
  reply: PunchView,
  errors: [
    ATTENDANCE_ERRORS.noStaff,
    ATTENDANCE_ERRORS.punchBadTime,
    ATTENDANCE_ERRORS.punchReference,
    ATTENDANCE_ERRORS.punchNotFound,
    ATTENDANCE_ERRORS.punchSettled,
  ],
});

export class RecordPunchRequest extends PickType(PunchFacts, ['direction', 'at', 'place'] as const) {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Why it is recorded by hand', 500)
  reason: string;

  @Reference('Said twice under one reference, it is one punch')
  reference: string;

  @OptionalText('Why the figures of a closed month are to change for this person', 500)
  reopenReason?: string;
}

/** Somebody else's punch by hand; it counts at once. */
export const RecordPunch = operation({
  subject: 'hr.command.record-punch.v1',
  request: RecordPunchRequest,
  reply: PunchView,
  errors: [
    ATTENDANCE_ERRORS.staffNotFound,
    ATTENDANCE_ERRORS.ownMatter,
    ATTENDANCE_ERRORS.punchBadTime,
    ATTENDANCE_ERRORS.punchReference,
    ATTENDANCE_ERRORS.monthClosed,
  ],
});

export const PUNCH_DECISIONS = ['approve', 'refuse'] as const;

export class DecidePunchRequest extends PunchReference {
  @ApiProperty({ description: 'What is decided', enum: PUNCH_DECISIONS })
  @IsIn(PUNCH_DECISIONS)
  decision: (typeof PUNCH_DECISIONS)[number];

  @OptionalText('What is to be known about it; a refusal needs it', 500)
  note?: string;

  @OptionalText('Why the figures of a closed month are to change for this person', 500)
  reopenReason?: string;
}

/** Approves or refuses a punch that somebody else asked for. */
export const DecidePunch = operation({
  subject: 'hr.command.decide-punch.v1',
  request: DecidePunchRequest,
  reply: PunchView,
  errors: [
    ATTENDANCE_ERRORS.punchNotFound,
    ATTENDANCE_ERRORS.punchSettled,
    ATTENDANCE_ERRORS.ownMatter,
    ATTENDANCE_ERRORS.monthClosed,
  ],
});

export class VoidPunchRequest extends PunchReference {
  @RequiredText('Why it does not count', 500)
  reason: string;

  @OptionalText('Why the figures of a closed month are to change for this person', 500)
  reopenReason?: string;
}

/** A punch that was wrong no longer counts; it stays to be seen. */
export const VoidPunch = operation({
  subject: 'hr.command.void-punch.v1',
  request: VoidPunchRequest,
  reply: PunchView,
  errors: DecidePunch.errors,
});

export class ListPunchesRequest extends PeopleListRequest {
  @OptionalInstant('From this time on')
  from?: string;

  @OptionalInstant('Before this time')
  before?: string;

  @ApiPropertyOptional({ description: 'Only in this state', enum: PUNCH_STATES })
  @IsOptional()
  @IsIn(PUNCH_STATES)
  state?: PunchState;

  @ApiPropertyOptional({ description: 'Only from there', enum: PUNCH_SOURCES })
  @IsOptional()
  @IsIn(PUNCH_SOURCES)
  source?: PunchSource;
}

export class PunchPage extends PageOf(PunchView, 'Punches, the newest first') {}

export const ListPunches = operation({
  subject: 'hr.query.punches.v1',
  request: ListPunchesRequest,
  reply: PunchPage,
  errors: [ATTENDANCE_ERRORS.noStaff],
});

export const PUNCH_EVENTS = ['recorded', 'approved', 'refused', 'voided'] as const;

export class PunchEventView {
  @ApiProperty({ description: 'What was done', enum: PUNCH_EVENTS })
  @IsIn(PUNCH_EVENTS)
  kind: (typeof PUNCH_EVENTS)[number];

  @OptionalText('Why', 500)
  note?: string;

  @Instant('When')
  at: string;

  @RequiredText('Who', 200)
  by: string;
}

export class PunchHistory {
  @ApiProperty({ description: 'Who did what with it, and why, in order', type: [PunchEventView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PunchEventView)
  items: PunchEventView[];
}

export const GetPunchHistory = operation({
  subject: 'hr.query.punch-history.v1',
  request: PunchReference,
  reply: PunchHistory,
  errors: [ATTENDANCE_ERRORS.punchNotFound],
});
