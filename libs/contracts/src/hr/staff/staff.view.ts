import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  Day,
  Instant,
  OptionalDay,
  OptionalInstant,
  OptionalPhone,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import {
  LEAVING_KIND_WORDS,
  LEAVING_REASON_WORDS,
  type LeavingKindWord,
  type LeavingReasonWord,
  OptionalOrganisationCode,
  OptionalStaffNumber,
  OrganisationCode,
  POST_KINDS,
  type PostKind,
  STAFF_STATUS_WORDS,
  STAFF_TIER_WORDS,
  StaffNumber,
  type StaffStatusWord,
  type StaffTierWord,
} from './staff-fields';

export class StaffSkill {
  @OrganisationCode('Code of the skill', 'cantonese')
  code: string;

  @ApiProperty({ description: 'Level, 5 the highest', type: 'integer', minimum: 1, maximum: 5 })
  @IsInt()
  @Min(1)
  @Max(5)
  level: number;
}

export const StaffSkills = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    ApiPropertyOptional({ description: 'Skills; all of them', type: [StaffSkill] }),
    IsOptional(),
    IsArray(),
    ArrayMaxSize(50),
    ArrayUnique(({ code }: StaffSkill) => code, { message: 'must have each skill once' }),
    ValidateNested({ each: true }),
    Type(() => StaffSkill),
  ])
    decorate(target, key);
};

export class StaffView {
  @StaffNumber()
  staffNumber: string;

  @RequiredText('Name', 100)
  name: string;

  @OptionalPhone('Telephone number')
  phone?: string;

  @OrganisationCode('Department', 'operations')
  departmentCode: string;

  @OrganisationCode('Post', 'agent')
  postCode: string;

  @ApiProperty({ description: 'Kind of the post', enum: POST_KINDS })
  @IsIn(POST_KINDS)
  roleKind: PostKind;

  @ApiProperty({ description: 'Tier', enum: STAFF_TIER_WORDS })
  @IsIn(STAFF_TIER_WORDS)
  tier: StaffTierWord;

  @OptionalOrganisationCode('Group', 'telephone')
  groupCode?: string;

  @OptionalStaffNumber('Staff number of the leader of the group; absent for the leader')
  leaderNumber?: string;

  @StaffSkills()
  skills: StaffSkill[];

  @ApiProperty({ description: 'Status', enum: STAFF_STATUS_WORDS })
  @IsIn(STAFF_STATUS_WORDS)
  status: StaffStatusWord;

  @Day('First day')
  hiredOn: string;

  @OptionalDay('The first day on which they are not staff any more')
  leftOn?: string;

  @ApiPropertyOptional({ description: 'Whether they went or were made to go', enum: LEAVING_KIND_WORDS })
  @IsOptional()
  @IsIn(LEAVING_KIND_WORDS)
  leavingKind?: LeavingKindWord;

  @ApiPropertyOptional({ description: 'Why they left', enum: LEAVING_REASON_WORDS })
  @IsOptional()
  @IsIn(LEAVING_REASON_WORDS)
  leavingReason?: LeavingReasonWord;

  @ApiPropertyOptional({ description: 'Sign-in account', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  accountId?: string;

  @ApiProperty({ description: 'Grows with what an account has to follow', type: 'integer' })
  @IsInt()
  version: number;

  @Instant('When the entry last changed')
  updatedAt: string;
}

export const STAFF_EVENT_KINDS = [
  'hired',
  'enter',
  'transfer',
  'suspend',
  'resume',
  'leave',
  'corrected',
  'skills',
  'account-linked',
  'account-unlinked',
] as const;
export const STAFF_EVENT_STATES = ['planned', 'done', 'cancelled', 'failed'] as const;

export class StaffEventView {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  @IsUUID()
  eventId: string;

  @StaffNumber()
  staffNumber: string;

  @ApiProperty({ description: 'What', enum: STAFF_EVENT_KINDS })
  @IsIn(STAFF_EVENT_KINDS)
  kind: (typeof STAFF_EVENT_KINDS)[number];

  @Day('From which day it holds')
  effectiveOn: string;

  @ApiProperty({ description: 'Planned steps wait for their day', enum: STAFF_EVENT_STATES })
  @IsIn(STAFF_EVENT_STATES)
  state: (typeof STAFF_EVENT_STATES)[number];

  @ApiProperty({ description: 'What it changes', type: 'object', additionalProperties: true })
  @IsObject()
  details: Record<string, unknown>;

  @OptionalText('Why', 500)
  reason?: string;

  @Instant('When it was recorded')
  recordedAt: string;

  @ApiProperty({ description: 'Who recorded it' })
  @IsString()
  recordedBy: string;

  @OptionalInstant('When it took effect, was cancelled or failed')
  settledAt?: string;

  @OptionalText('Who settled it', 200)
  settledBy?: string;

  @OptionalText('Why it could not take effect', 1000)
  failure?: string;
}
