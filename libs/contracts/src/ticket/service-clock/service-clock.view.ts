import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import { Instant, OptionalAreaCode, OptionalInstant, OptionalText } from '../fields';
import { Level, Limit, OptionalWord, Word } from './service-clock.fields';
import {
  CLOCK_DUE_SOURCES,
  CLOCK_SUBJECTS,
  CLOCK_TARGET_UNITS,
  type ClockDueSource,
  type ClockSubjectName,
  type ClockTargetUnit,
  NOTIFIED_ROLES,
  type NotifiedRole,
  SERVICE_CLOCK_STATES,
  type ServiceClockState,
} from './words';

export class ClockPauseView {
  @Instant('From when it stood still')
  from: string;

  @OptionalInstant('Until when; absent while it still does')
  to?: string;
}

export class ClockTargetView {
  @ApiProperty({
    description: 'Unit; `given`: a point in time of its own',
    enum: [...CLOCK_TARGET_UNITS, 'given'],
  })
  @IsIn([...CLOCK_TARGET_UNITS, 'given'])
  unit: ClockTargetUnit | 'given';

  @ApiPropertyOptional({ description: 'Length in that unit', type: 'integer', minimum: 1 })
  @IsOptional()
  @IsInt()
  @Min(1)
  value?: number;
}

export class ClockLevelView {
  @Level('Level of escalation')
  level: number;

  @OptionalInstant('When it is reached; absent while the clock stands still')
  at?: string;

  @ApiProperty({ description: 'Whom it tells', enum: NOTIFIED_ROLES, isArray: true })
  @IsArray()
  @IsIn(NOTIFIED_ROLES, { each: true })
  recipients: NotifiedRole[];

  @OptionalInstant('When they were told')
  firedAt?: string;

  @ApiProperty({ description: 'It will not be told any more' })
  @IsBoolean()
  lapsed: boolean;

  @OptionalInstant('When somebody took note')
  acknowledgedAt?: string;

  @OptionalText('Who took note', 200)
  acknowledgedBy?: string;

  @OptionalText('What is being done', 1000)
  acknowledgement?: string;
}

export class ServiceClockView {
  @ApiProperty({ description: 'Id of the clock', format: 'uuid' })
  @IsUUID()
  clockId: string;

  @ApiProperty({ description: 'What it is about', enum: CLOCK_SUBJECTS })
  @IsIn(CLOCK_SUBJECTS)
  subject: ClockSubjectName;

  @ApiProperty({ description: 'Number of the work order, or id of the outage', example: 'W20260302-000117' })
  @IsString()
  subjectId: string;

  @OptionalWord('Kind of work order or outage', 'complaint')
  kind?: string;

  @OptionalAreaCode()
  areaCode?: string;

  @Word('What is waited for', 'department-result')
  stage: string;

  @Word('Whose clock it is: `centre`, or a department', 'business')
  owner: string;

  @ApiProperty({
    description: '1, and one more each time the stage starts anew',
    type: 'integer',
    minimum: 1,
  })
  @IsInt()
  @Min(1)
  cycle: number;

  @Limit()
  limit: string;

  @ApiProperty({ description: 'The policy, and which version of it', example: 'L21-low-voltage' })
  @IsString()
  policyId: string;

  @ApiProperty({ description: 'Version of the policy; the clock keeps the one under which it started' })
  @IsInt()
  policyVersion: number;

  @ApiProperty({ description: 'Name of the limit, in Chinese' })
  @IsString()
  nameZh: string;

  @ApiProperty({ description: 'Name of the limit, in English' })
  @IsString()
  nameEn: string;

  @ApiProperty({ description: 'Where it stands', enum: SERVICE_CLOCK_STATES })
  @IsIn(SERVICE_CLOCK_STATES)
  state: ServiceClockState;

  @Instant('When it started')
  startedAt: string;

  @ApiProperty({ description: 'How long', type: ClockTargetView })
  @ValidateNested()
  @Type(() => ClockTargetView)
  target: ClockTargetView;

  @ApiProperty({ description: 'Where the due date comes from', enum: CLOCK_DUE_SOURCES })
  @IsIn(CLOCK_DUE_SOURCES)
  dueBy: ClockDueSource;

  @OptionalInstant('When it is due; absent while it stands still')
  dueAt?: string;

  @ApiProperty({
    description:
      'Days beyond the calendar had a say: reckoned on the weekly pattern, and anew once they are known',
  })
  @IsBoolean()
  provisional: boolean;

  @ApiProperty({ description: 'When it stood still, in order', type: [ClockPauseView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClockPauseView)
  pauses: ClockPauseView[];

  @OptionalInstant('When what was waited for came')
  metAt?: string;

  @OptionalInstant('When it ended without a verdict')
  endedAt?: string;

  @OptionalText('What ended it', 60)
  endedBy?: string;

  @OptionalInstant('Since when it is or was late')
  breachedAt?: string;

  @ApiPropertyOptional({ description: 'Highest level that was told', type: 'integer' })
  @IsOptional()
  @IsInt()
  level?: number;
}

export class ServiceClockDetails extends ServiceClockView {
  @ApiProperty({ description: 'Levels, ascending', type: [ClockLevelView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ClockLevelView)
  levels: ClockLevelView[];
}
