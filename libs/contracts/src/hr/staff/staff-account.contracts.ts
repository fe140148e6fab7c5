import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Min,
} from 'class-validator';
import { event, operation } from '../../kernel/contract';
import { Day, OptionalText } from '../../kernel/fields';
import { STAFF_ERRORS, STAFF_STATUS_WORDS, StaffNumber, type StaffStatusWord } from './staff-fields';
import { StaffReference } from './staff.contracts';

/**
 * What a sign-in account has to follow. The version grows with each change of one person: an event with a version that
 * is not above the one known is old, and changes nothing.
 */
export class StaffStatusChangedPayload {
  @StaffNumber()
  staffNumber: string;

  @ApiProperty({ description: 'Of this person', type: 'integer' })
  @IsInt()
  @Min(1)
  version: number;

  @ApiProperty({ description: 'Status', enum: STAFF_STATUS_WORDS })
  @IsIn(STAFF_STATUS_WORDS)
  status: StaffStatusWord;

  @ApiPropertyOptional({ description: 'Sign-in account; absent when there is none', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  accountId?: string;

  @ApiPropertyOptional({ description: 'Account that is not theirs any more', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  unlinkedAccountId?: string;

  @ApiProperty({ description: 'Whether the account may sign in' })
  @IsBoolean()
  mayAct: boolean;

  @ApiProperty({ description: 'Roles by the post', type: [String] })
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  roles: string[];

  @ApiProperty({ description: 'Data scope by the department', type: [String] })
  @IsArray()
  @ArrayMaxSize(100)
  @IsString({ each: true })
  scope: string[];

  @Day('From which day')
  effectiveOn: string;
}

/** Status, post, department or account of a member of staff changed, or what a post or a department gives. */
export const StaffStatusChanged = event({
  subject: 'hr.event.staff-status-changed.v1',
  payload: StaffStatusChangedPayload,
});

export class LinkStaffAccountRequest extends StaffReference {
  @ApiProperty({ description: 'The sign-in account', format: 'uuid' })
  @IsUUID()
  accountId: string;

  @OptionalText('Why', 500)
  reason?: string;
}

/** Gives a member of staff a sign-in account, in the place of the one before. Answers what the account has to follow. */
export const LinkStaffAccount = operation({
  subject: 'hr.command.link-staff-account.v1',
  request: LinkStaffAccountRequest,
  reply: StaffStatusChangedPayload,
  errors: [STAFF_ERRORS.notFound, STAFF_ERRORS.accountTaken, STAFF_ERRORS.left],
});

export class UnlinkStaffAccountRequest extends StaffReference {
  @OptionalText('Why', 500)
  reason?: string;
}

/** Takes the sign-in account away; it is switched off. */
export const UnlinkStaffAccount = operation({
  subject: 'hr.command.unlink-staff-account.v1',
  request: UnlinkStaffAccountRequest,
  reply: StaffStatusChangedPayload,
  errors: [STAFF_ERRORS.notFound, STAFF_ERRORS.noAccount],
});

/** What the account of a member of staff has to follow now. */
export const GetStaffStanding = operation({
  subject: 'hr.query.staff-standing.v1',
  request: StaffReference,
  reply: StaffStatusChangedPayload,
  errors: [STAFF_ERRORS.notFound],
});
