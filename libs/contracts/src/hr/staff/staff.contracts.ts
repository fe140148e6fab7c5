import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import {
  Day,
  OptionalDay,
  OptionalFlag,
  OptionalPhone,
  OptionalText,
  RequiredText,
} from '../../kernel/fields';
import { PageOf, PageRequest } from '../../kernel/paging';
import {
  LEAVING_KIND_WORDS,
  LEAVING_REASON_WORDS,
  type LeavingKindWord,
  type LeavingReasonWord,
  OptionalOrganisationCode,
  OptionalStaffNumber,
  OrganisationCode,
  STAFF_ERRORS,
  STAFF_STATUS_WORDS,
  STAFF_TIER_WORDS,
  StaffNumber,
  type StaffStatusWord,
  type StaffTierWord,
} from './staff-fields';
import { STAFF_EVENT_STATES, StaffEventView, StaffSkill, StaffSkills, StaffView } from './staff.view';

class OptionalTier {
  @ApiPropertyOptional({ description: "Tier; the post's unless given", enum: STAFF_TIER_WORDS })
  @IsOptional()
  @IsIn(STAFF_TIER_WORDS)
  tier?: StaffTierWord;
}

export class HireStaffRequest extends OptionalTier {
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

  @OptionalOrganisationCode('Group', 'telephone')
  groupCode?: string;

  @StaffSkills()
  skills?: StaffSkill[];

  @Day('First day; one to come makes them `expected` until then')
  hiredOn: string;

  @OptionalText('Why, e.g. the vacancy', 500)
  reason?: string;
}

const PLACE_ERRORS = [STAFF_ERRORS.unknownPlace, STAFF_ERRORS.groupElsewhere, STAFF_ERRORS.adminPost];

export const HireStaff = operation({
  subject: 'hr.command.hire-staff.v1',
  request: HireStaffRequest,
  reply: StaffView,
  errors: [STAFF_ERRORS.alreadyThere, ...PLACE_ERRORS],
});

export class StaffReference {
  @StaffNumber()
  staffNumber: string;
}

export const GetStaff = operation({
  subject: 'hr.query.staff.v1',
  request: StaffReference,
  reply: StaffView,
  errors: [STAFF_ERRORS.notFound],
});

export class GetOwnStaffRequest {}

/** The entry of who asks, by the sign-in account. */
export const GetOwnStaff = operation({
  subject: 'hr.query.own-staff.v1',
  request: GetOwnStaffRequest,
  reply: StaffView,
  errors: [STAFF_ERRORS.notFound],
});

export const STAFF_SORTS = ['staff-number', 'name', 'hired', 'hired-desc'] as const;

export class ListStaffRequest extends PageRequest {
  @OptionalOrganisationCode('Only of this department', 'operations')
  departmentCode?: string;

  @OptionalOrganisationCode('Only of this group', 'telephone')
  groupCode?: string;

  @OptionalOrganisationCode('Only in this post', 'agent')
  postCode?: string;

  @OptionalOrganisationCode('Only with this skill', 'cantonese')
  skill?: string;

  @ApiPropertyOptional({ description: 'Only of this status', enum: STAFF_STATUS_WORDS })
  @IsOptional()
  @IsIn(STAFF_STATUS_WORDS)
  status?: StaffStatusWord;

  @ApiPropertyOptional({ description: 'Only of this tier', enum: STAFF_TIER_WORDS })
  @IsOptional()
  @IsIn(STAFF_TIER_WORDS)
  tier?: StaffTierWord;

  @OptionalDay('Only who was staff on this day or later')
  from?: string;

  @OptionalDay('Only who was staff on this day or earlier')
  to?: string;

  @OptionalText('Part of the name, or beginning of the staff number', 100)
  text?: string;

  @OptionalFlag('Only with, or without, a sign-in account')
  hasAccount?: boolean;

  @ApiPropertyOptional({ description: 'Order', enum: STAFF_SORTS, default: 'staff-number' })
  @IsOptional()
  @IsIn(STAFF_SORTS)
  sort?: (typeof STAFF_SORTS)[number];
}

export class StaffPage extends PageOf(StaffView, 'By the order asked for') {}

/** A leader of groups sees the groups led and nobody else. */
export const ListStaff = operation({
  subject: 'hr.query.staff-list.v1',
  request: ListStaffRequest,
  reply: StaffPage,
});

export class ChangeStaffRequest {
  @StaffNumber()
  staffNumber: string;

  @OptionalText('Name', 100)
  name?: string;

  @OptionalPhone('Telephone number')
  phone?: string;

  @StaffSkills()
  skills?: StaffSkill[];

  @OptionalText('Why', 500)
  reason?: string;
}

/** Corrects what is no step of a working life: name, telephone number, skills. */
export const ChangeStaff = operation({
  subject: 'hr.command.change-staff.v1',
  request: ChangeStaffRequest,
  reply: StaffView,
  errors: [STAFF_ERRORS.notFound, STAFF_ERRORS.unknownPlace],
});

export const STAFF_STEPS = ['transfer', 'suspend', 'resume', 'leave'] as const;

export class StaffStepFields extends OptionalTier {
  @ApiProperty({ description: 'What happens', enum: STAFF_STEPS })
  @IsIn(STAFF_STEPS)
  kind: (typeof STAFF_STEPS)[number];

  @OptionalDay('From which day; today unless given, a later one waits for its day')
  effectiveOn?: string;

  @RequiredText('Why', 500)
  reason: string;

  @OptionalOrganisationCode('transfer: department', 'quality')
  departmentCode?: string;

  @OptionalOrganisationCode('transfer: post', 'quality-inspector')
  postCode?: string;

  @OptionalOrganisationCode('transfer: group', 'inspection')
  groupCode?: string;

  @OptionalFlag('transfer: into no group')
  withoutGroup?: boolean;

  @ApiPropertyOptional({ description: 'leave: went, or was made to go', enum: LEAVING_KIND_WORDS })
  @IsOptional()
  @IsIn(LEAVING_KIND_WORDS)
  leavingKind?: LeavingKindWord;

  @ApiPropertyOptional({ description: 'leave: reason, for the figures', enum: LEAVING_REASON_WORDS })
  @IsOptional()
  @IsIn(LEAVING_REASON_WORDS)
  leavingReason?: LeavingReasonWord;
}

export class RecordStaffStepRequest extends StaffStepFields {
  @StaffNumber()
  staffNumber: string;
}

export class RecordedStaffStep {
  @ApiProperty({ description: 'The step', type: StaffEventView })
  @ValidateNested()
  @Type(() => StaffEventView)
  event: StaffEventView;

  @ApiProperty({ description: 'The entry as of now', type: StaffView })
  @ValidateNested()
  @Type(() => StaffView)
  staff: StaffView;
}

/** A step of a working life; one for a day to come takes effect on its day. `request.invalid` when it lacks what its kind needs. */
export const RecordStaffStep = operation({
  subject: 'hr.command.record-staff-step.v1',
  request: RecordStaffStepRequest,
  reply: RecordedStaffStep,
  errors: [STAFF_ERRORS.notFound, STAFF_ERRORS.stepRefused, STAFF_ERRORS.ownStep, ...PLACE_ERRORS],
});

export class StaffStepReference {
  @StaffNumber()
  staffNumber: string;

  @ApiProperty({ description: 'The step', format: 'uuid' })
  @IsUUID()
  eventId: string;
}

export const CancelStaffStep = operation({
  subject: 'hr.command.cancel-staff-step.v1',
  request: StaffStepReference,
  reply: StaffEventView,
  errors: [STAFF_ERRORS.stepNotFound, STAFF_ERRORS.stepSettled, STAFF_ERRORS.ownStep],
});

export class ListStaffEventsRequest extends PageRequest {
  @OptionalStaffNumber('Only of this member of staff')
  staffNumber?: string;

  @ApiPropertyOptional({ description: 'Only in this state', enum: STAFF_EVENT_STATES })
  @IsOptional()
  @IsIn(STAFF_EVENT_STATES)
  state?: (typeof STAFF_EVENT_STATES)[number];

  @OptionalDay('Only effective on this day or later')
  from?: string;

  @OptionalDay('Only effective on this day or earlier')
  to?: string;
}

export class StaffEventPage extends PageOf(StaffEventView, 'The latest day first') {}

export const ListStaffEvents = operation({
  subject: 'hr.query.staff-events.v1',
  request: ListStaffEventsRequest,
  reply: StaffEventPage,
});
