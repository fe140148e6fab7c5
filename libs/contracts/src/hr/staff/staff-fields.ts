import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayUnique, IsArray, IsOptional, Matches } from 'class-validator';
import { all } from '../../kernel/fields';

const STAFF_NUMBER = /^[A-Za-z0-9][A-Za-z0-9-]{0,19}$/;
const STAFF_NUMBER_RULE = {
  message: 'must be 1 to 20 letters, digits or dashes, the first a letter or digit',
};
const CODE = /^[a-z][a-z0-9-]{0,39}$/;
const CODE_RULE = { message: 'must be 1 to 40 small letters, digits or dashes, the first a letter' };

/** Number of a member of staff (工号). */
export const StaffNumber = (description = 'Staff number (工号)'): PropertyDecorator =>
  all(ApiProperty({ description, example: '20260117' }), Matches(STAFF_NUMBER, STAFF_NUMBER_RULE));

export const OptionalStaffNumber = (description = 'Staff number (工号)'): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, example: '20260117' }),
    IsOptional(),
    Matches(STAFF_NUMBER, STAFF_NUMBER_RULE),
  );

const staffNumbers = (most: number): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMaxSize(most),
    ArrayUnique(),
    Matches(STAFF_NUMBER, { ...STAFF_NUMBER_RULE, each: true }),
  );

/** Staff numbers, each once. */
export const StaffNumbers = (description: string, most: number): PropertyDecorator =>
  all(
    ApiProperty({ description, type: [String], maxItems: most, example: ['20260117'] }),
    staffNumbers(most),
  );

export const OptionalStaffNumbers = (description: string, most: number): PropertyDecorator =>
  all(
    ApiPropertyOptional({ description, type: [String], maxItems: most, example: ['20260117'] }),
    IsOptional(),
    staffNumbers(most),
  );

/** Code of a department, post, group or skill. */
export const OrganisationCode = (description: string, example: string): PropertyDecorator =>
  all(ApiProperty({ description, example }), Matches(CODE, CODE_RULE));

export const OptionalOrganisationCode = (description: string, example: string): PropertyDecorator =>
  all(ApiPropertyOptional({ description, example }), IsOptional(), Matches(CODE, CODE_RULE));

/** `expected` has a day of entry that is still to come. */
export const STAFF_STATUS_WORDS = ['expected', 'active', 'suspended', 'left'] as const;
export type StaffStatusWord = (typeof STAFF_STATUS_WORDS)[number];

/** 专员, 高级专员, 主管, and who heads a department. */
export const STAFF_TIER_WORDS = ['agent', 'senior', 'supervisor', 'head'] as const;
export type StaffTierWord = (typeof STAFF_TIER_WORDS)[number];

/** What a post does in approvals and lists. */
export const POST_KINDS = [
  'agent',
  'group-leader',
  'shift-leader',
  'operations',
  'head',
  'director',
  'quality',
  'training',
  'hr',
  'data',
  'support',
  'administrator',
  'campaign',
  'inspector',
  'interface-person',
] as const;
export type PostKind = (typeof POST_KINDS)[number];

export const LEAVING_KIND_WORDS = ['voluntary', 'involuntary'] as const;
export type LeavingKindWord = (typeof LEAVING_KIND_WORDS)[number];

/** `never-started` is for who was hired and did not come. */
export const LEAVING_REASON_WORDS = [
  'pay',
  'workload',
  'career',
  'family',
  'studies',
  'health',
  'relations',
  'performance',
  'conduct',
  'contract-end',
  'retirement',
  'never-started',
  'other',
] as const;
export type LeavingReasonWord = (typeof LEAVING_REASON_WORDS)[number];

export const STAFF_ERRORS = {
  notFound: 'staff.not-found',
  /** The staff number is taken. */
  alreadyThere: 'staff.already-exists',
  /** A department, post, group or skill that is not there, or not in use any more; `details.field` names it. */
  unknownPlace: 'staff.unknown-place',
  /** The group belongs to another department than the one named. */
  groupElsewhere: 'staff.group-of-other-department',
  /** The step does not follow from what somebody is then; `details.problem` says why. */
  stepRefused: 'staff.step-refused',
  /** The step is done, cancelled or has failed: only what is planned can be cancelled. */
  stepSettled: 'staff.step-settled',
  stepNotFound: 'staff.step-not-found',
  /** Nobody transfers, suspends or lets go themselves: post and department decide what an account may do. */
  ownStep: 'staff.own-step',
  /** A post that gives the role admin is given only by who may change accounts. */
  adminPost: 'staff.admin-post',
  /** The sign-in account belongs to another member of staff. */
  accountTaken: 'staff.account-taken',
  /** Somebody who has left gets no account. */
  left: 'staff.left',
  noAccount: 'staff.no-account',
} as const;

export const ORGANISATION_ERRORS = {
  departmentNotFound: 'staff-department.not-found',
  /** Others are in it, or it would lie under itself. */
  departmentRefused: 'staff-department.refused',
  groupRefused: 'staff-group.refused',
  postRefused: 'post.refused',
} as const;
