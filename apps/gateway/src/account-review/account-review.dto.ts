import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PageRequest } from '@switchyard/contracts';
import { Transform } from 'class-transformer';
import { ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { ROLES, type Role } from '../access/roles';
import {
  type AccountReview,
  REVIEW_DECISIONS,
  type ReviewDecision,
  type ReviewItem,
} from './account-reviews.port';

export class AccountReviewView {
  @ApiProperty({ description: 'Id', format: 'uuid' })
  reviewId: string;

  @ApiProperty({ description: 'When it was opened', format: 'date-time' })
  openedAt: string;

  @ApiProperty({ description: 'Who opened it; `system:gateway` when it was time' })
  openedBy: string;

  @ApiProperty({ description: 'Until when every account is to be decided on', format: 'date-time' })
  dueAt: string;

  @ApiPropertyOptional({
    description: 'When the last was decided on, or the next was opened',
    format: 'date-time',
  })
  closedAt?: string;

  @ApiProperty({ description: 'Accounts', type: 'integer' })
  accounts: number;

  @ApiProperty({ description: 'Decided on', type: 'integer' })
  decided: number;

  @ApiProperty({ description: 'Nobody has decided on them', type: 'integer' })
  undecided: number;

  @ApiProperty({ description: 'Whether there are some, and the time is over' })
  overdue: boolean;
}

export class ReviewItemView {
  @ApiProperty({ description: 'The account', format: 'uuid' })
  userId: string;

  @ApiProperty({ description: 'Its name' })
  name: string;

  @ApiProperty({ description: 'Roles when the review was opened', enum: ROLES, isArray: true })
  roles: Role[];

  @ApiProperty({ description: 'What these roles permit', type: [String] })
  permissions: string[];

  @ApiProperty({ description: 'Data scope', type: [String] })
  scope: string[];

  @ApiPropertyOptional({
    description: 'Staff number of its owner; absent for an account of nobody in the register',
  })
  staffNumber?: string;

  @ApiPropertyOptional({ description: 'Status of its owner' })
  staffStatus?: string;

  @ApiProperty({ description: "Roles beyond the owner's post, given by hand", type: [String] })
  beyondPost: string[];

  @ApiPropertyOptional({ description: 'What was decided', enum: REVIEW_DECISIONS })
  decision?: ReviewDecision;

  @ApiPropertyOptional({ description: 'Roles that were withdrawn', type: [String] })
  withdrawnRoles?: string[];

  @ApiPropertyOptional({ description: 'Why' })
  reason?: string;

  @ApiPropertyOptional({ description: 'When', format: 'date-time' })
  decidedAt?: string;

  @ApiPropertyOptional({ description: 'By whom' })
  decidedBy?: string;
}

const Flag = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value));

export class ReviewItemsQuery extends PageRequest {
  @ApiPropertyOptional({ description: 'Only those that nobody decided on, or the others', type: Boolean })
  @IsOptional()
  @Flag()
  @IsBoolean()
  undecided?: boolean;

  @ApiPropertyOptional({ description: 'Only those decided on so', enum: REVIEW_DECISIONS })
  @IsOptional()
  @IsIn(REVIEW_DECISIONS)
  decision?: ReviewDecision;

  @ApiPropertyOptional({
    description: "Only those with roles beyond the owner's post, or the others",
    type: Boolean,
  })
  @IsOptional()
  @Flag()
  @IsBoolean()
  beyondPost?: boolean;

  @ApiPropertyOptional({
    description: 'Only those of nobody in the register of staff, or the others',
    type: Boolean,
  })
  @IsOptional()
  @Flag()
  @IsBoolean()
  withoutOwner?: boolean;
}

export class ReviewPath {
  @ApiProperty({ description: 'The review', format: 'uuid' })
  @IsUUID()
  reviewId: string;
}

export class ReviewItemPath extends ReviewPath {
  @ApiProperty({ description: 'The account', format: 'uuid' })
  @IsUUID()
  userId: string;
}

export class DecisionBody {
  @ApiProperty({ description: 'Keep it, withdraw roles, or switch it off', enum: REVIEW_DECISIONS })
  @IsIn(REVIEW_DECISIONS)
  decision: ReviewDecision;

  @ApiPropertyOptional({ description: 'roles-withdrawn: which', enum: ROLES, isArray: true })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @IsIn(ROLES, { each: true })
  withdrawnRoles?: Role[];

  @ApiPropertyOptional({ description: 'Why', maxLength: 500 })
  @IsOptional()
  @IsString()
  @Length(1, 500)
  reason?: string;
}

export function toReviewView(
  { id, openedAt, dueAt, closedAt, ...review }: AccountReview,
  now: Date,
): AccountReviewView {
  const undecided = review.accounts - review.decided;
  return {
    ...review,
    reviewId: id,
    openedAt: openedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    ...(closedAt && { closedAt: closedAt.toISOString() }),
    undecided,
    overdue: undecided > 0 && dueAt < now,
  };
}

export function toItemView(
  item: ReviewItem,
  permissionsOf: (roles: readonly string[]) => string[],
): ReviewItemView {
  const { reviewId: _review, active: _active, postRoles, decidedAt, withdrawnRoles, ...facts } = item;
  return {
    ...facts,
    roles: [...item.roles],
    scope: [...item.scope],
    permissions: permissionsOf(item.roles),
    beyondPost: postRoles ? item.roles.filter((role) => !postRoles.includes(role)) : [],
    ...(withdrawnRoles && { withdrawnRoles: [...withdrawnRoles] }),
    ...(decidedAt && { decidedAt: decidedAt.toISOString() }),
  };
}
