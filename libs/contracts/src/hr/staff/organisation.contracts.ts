import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
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
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { OptionalFlag, RequiredText } from '../../kernel/fields';
import {
  OptionalOrganisationCode,
  OptionalStaffNumber,
  ORGANISATION_ERRORS,
  OrganisationCode,
  POST_KINDS,
  type PostKind,
  STAFF_ERRORS,
  STAFF_TIER_WORDS,
  type StaffTierWord,
} from './staff-fields';

class NamedPlace {
  @OrganisationCode('Code', 'operations')
  code: string;

  @RequiredText('Name in Chinese', 100)
  nameZh: string;

  @RequiredText('Name in English', 100)
  nameEn: string;

  @OptionalFlag('False when it takes nobody new; true unless given')
  active?: boolean;
}

export class StaffDepartmentFields extends NamedPlace {
  @OptionalOrganisationCode('Department that it is part of', 'operations')
  parentCode?: string;

  @ApiPropertyOptional({
    description:
      'Data scope of the accounts of its people: `all`, or codes of departments and areas of the service desk',
    type: [String],
    example: ['all'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Matches(/^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$/, { each: true })
  scope?: string[];
}

export class StaffTierShare {
  @ApiProperty({ description: 'Tier', enum: STAFF_TIER_WORDS })
  @IsIn(STAFF_TIER_WORDS)
  tier: StaffTierWord;

  @ApiProperty({ description: 'Who has not left', type: 'integer' })
  @IsInt()
  members: number;

  @ApiPropertyOptional({ description: 'Per cent of the department, to a tenth' })
  @IsOptional()
  @IsNumber()
  percent?: number;
}

export class StaffDepartmentView extends StaffDepartmentFields {
  @ApiProperty({ description: 'Who has not left', type: 'integer' })
  @IsInt()
  members: number;

  @ApiProperty({ description: 'By tier; informative (C25)', type: [StaffTierShare] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffTierShare)
  tiers: StaffTierShare[];

  @ApiPropertyOptional({ description: 'Agents for each leader of a group, to a tenth; informative (C25)' })
  @IsOptional()
  @IsNumber()
  agentsPerLeader?: number;
}

export class PostFields extends NamedPlace {
  @ApiProperty({ description: 'What the post does in approvals and lists', enum: POST_KINDS })
  @IsIn(POST_KINDS)
  roleKind: PostKind;

  @ApiProperty({ description: 'Tier of who gets the post', enum: STAFF_TIER_WORDS })
  @IsIn(STAFF_TIER_WORDS)
  tier: StaffTierWord;

  @ApiProperty({
    description: 'Roles of the sign-in accounts of its holders',
    type: [String],
    example: ['agent'],
  })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(/^[a-z][a-z-]{0,39}$/, { each: true })
  roles: string[];
}

export class PostView extends PostFields {
  @ApiProperty({ description: 'Who has not left', type: 'integer' })
  @IsInt()
  members: number;
}

export class StaffGroupFields extends NamedPlace {
  @OrganisationCode('Department that it belongs to', 'operations')
  departmentCode: string;

  @OptionalStaffNumber('Staff number of its leader')
  leaderNumber?: string;
}

/** Outside the size by policy, or without a leader; nothing is refused for it (C25). */
export const GROUP_WARNINGS = ['too-few', 'too-many', 'no-leader'] as const;

export class StaffGroupView extends StaffGroupFields {
  @ApiPropertyOptional({ description: 'Name of its leader' })
  @IsOptional()
  @IsString()
  leaderName?: string;

  @ApiProperty({ description: 'Who has not left', type: 'integer' })
  @IsInt()
  members: number;

  @ApiProperty({ description: 'Worth knowing; refuses nothing', enum: GROUP_WARNINGS, isArray: true })
  @IsIn(GROUP_WARNINGS, { each: true })
  warnings: (typeof GROUP_WARNINGS)[number][];
}

export const SKILL_KINDS = ['business', 'dialect', 'language'] as const;

export class SkillFields extends NamedPlace {
  @ApiProperty({ description: 'Kind', enum: SKILL_KINDS })
  @IsIn(SKILL_KINDS)
  kind: (typeof SKILL_KINDS)[number];
}

export class SkillView extends SkillFields {
  @ApiProperty({ description: 'Who has it and has not left', type: 'integer' })
  @IsInt()
  members: number;
}

export class GetOrganisationRequest {
  @OptionalFlag('With what is not in use any more')
  withInactive?: boolean;
}

/** The whole of it: departments, posts, groups and skills. */
export class Organisation {
  @ApiProperty({ description: 'Departments, by code', type: [StaffDepartmentView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffDepartmentView)
  departments: StaffDepartmentView[];

  @ApiProperty({ description: 'Posts, by code', type: [PostView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PostView)
  posts: PostView[];

  @ApiProperty({ description: 'Groups, by code', type: [StaffGroupView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => StaffGroupView)
  groups: StaffGroupView[];

  @ApiProperty({ description: 'Skills, by code', type: [SkillView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => SkillView)
  skills: SkillView[];
}

export const GetOrganisation = operation({
  subject: 'hr.query.organisation.v1',
  request: GetOrganisationRequest,
  reply: Organisation,
});

class Written {
  @ApiProperty({ description: 'Whether something changed' })
  @IsBoolean()
  changed: boolean;
}
export class OrganisationWritten extends Written {}

/** Adds a department or changes it, by its code; a new scope goes to the accounts of its people at once. */
export const PutStaffDepartment = operation({
  subject: 'hr.command.put-staff-department.v1',
  request: StaffDepartmentFields,
  reply: OrganisationWritten,
  errors: [ORGANISATION_ERRORS.departmentRefused, STAFF_ERRORS.unknownPlace],
});

/** Adds a post or changes it, by its code; new roles go to the accounts of its holders at once. */
export const PutPost = operation({
  subject: 'hr.command.put-post.v1',
  request: PostFields,
  reply: OrganisationWritten,
  errors: [ORGANISATION_ERRORS.postRefused],
});

/** Adds a group or changes it, by its code. Without a leader it has none. */
export const PutStaffGroup = operation({
  subject: 'hr.command.put-staff-group.v1',
  request: StaffGroupFields,
  reply: OrganisationWritten,
  errors: [ORGANISATION_ERRORS.groupRefused, STAFF_ERRORS.unknownPlace],
});

export const PutSkill = operation({
  subject: 'hr.command.put-skill.v1',
  request: SkillFields,
  reply: OrganisationWritten,
});
