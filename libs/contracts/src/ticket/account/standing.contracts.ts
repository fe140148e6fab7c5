import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsObject, IsOptional } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import {
  AccountNo,
  Instant,
  OptionalAccountNo,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../fields';
import {
  AccountView,
  LIST_FLAGS,
  type ListFlag,
  TIER_SOURCES,
  type TierSource,
  VALUE_TIERS,
  type ValueTier,
} from './account.view';

export const STANDING_ERRORS = {
  accountNotFound: 'account.not-found',
  nothingGiven: 'standing.nothing-given',
  untilPast: 'standing.until-in-past',
  /** The tier is not one that was set by hand. */
  notHeld: 'standing.not-held',
} as const;

export class SetStandingRequest {
  @AccountNo()
  accountNo: string;

  @ApiPropertyOptional({
    description: 'Value tier by hand: neither the policy nor the billing system changes it meanwhile',
    enum: VALUE_TIERS,
  })
  @IsOptional()
  @IsIn(VALUE_TIERS)
  valueTier?: ValueTier;

  @OptionalInstant('Until when the tier set by hand holds; until it is released unless told')
  valueTierUntil?: string;

  @ApiPropertyOptional({ description: 'Red list, ordinary or blacklist', enum: LIST_FLAGS })
  @IsOptional()
  @IsIn(LIST_FLAGS)
  listFlag?: ListFlag;

  @ApiPropertyOptional({ description: 'Important customer of outage notices' })
  @IsOptional()
  @IsBoolean()
  important?: boolean;

  @RequiredText('Why', 500)
  reason: string;
}

/** Sets any of the three fields of a customer's standing (C29); none changes another. */
export const SetStanding = operation({
  subject: 'ticket.command.set-standing.v1',
  request: SetStandingRequest,
  reply: AccountView,
  errors: [STANDING_ERRORS.accountNotFound, STANDING_ERRORS.nothingGiven, STANDING_ERRORS.untilPast],
});

export class ReleaseValueTierRequest {
  @AccountNo()
  accountNo: string;

  @RequiredText('Why', 500)
  reason: string;
}

/** The policy reckons the tier again, at once. */
export const ReleaseValueTier = operation({
  subject: 'ticket.command.release-value-tier.v1',
  request: ReleaseValueTierRequest,
  reply: AccountView,
  errors: [STANDING_ERRORS.accountNotFound, STANDING_ERRORS.notHeld],
});

export const STANDING_FIELDS = ['value-tier', 'list-flag', 'important', 'life-cycle'] as const;
export type StandingField = (typeof STANDING_FIELDS)[number];

export class StandingChange {
  @AccountNo()
  accountNo: string;

  @Instant('When')
  at: string;

  @ApiProperty({ description: 'What changed', enum: STANDING_FIELDS })
  @IsIn(STANDING_FIELDS)
  field: StandingField;

  @OptionalText('What it was; absent when the account was new', 40)
  before?: string;

  @RequiredText('What it is', 40)
  after: string;

  @ApiProperty({ description: 'By the billing system, the policy, or by hand', enum: TIER_SOURCES })
  @IsIn(TIER_SOURCES)
  source: TierSource;

  @RequiredText('Who', 200)
  actor: string;

  @OptionalText('Why', 500)
  reason?: string;

  @ApiPropertyOptional({
    description: 'By the policy: what it was reckoned from',
    type: 'object',
    additionalProperties: true,
  })
  @IsOptional()
  @IsObject()
  evidence?: Record<string, unknown>;
}

export class ListStandingChangesRequest extends PageRequest {
  @OptionalAccountNo()
  accountNo?: string;

  @ApiPropertyOptional({ description: 'Only this field', enum: STANDING_FIELDS })
  @IsOptional()
  @IsIn(STANDING_FIELDS)
  field?: StandingField;

  @ApiPropertyOptional({ description: 'Only from there', enum: TIER_SOURCES })
  @IsOptional()
  @IsIn(TIER_SOURCES)
  source?: TierSource;

  @OptionalInstant('At this time or later')
  from?: string;

  @OptionalInstant('Before this time')
  to?: string;
}

export class StandingChangePage extends PageOf(StandingChange, 'The latest first') {}

export const ListStandingChanges = operation({
  subject: 'ticket.query.standing-changes.v1',
  request: ListStandingChangesRequest,
  reply: StandingChangePage,
});
