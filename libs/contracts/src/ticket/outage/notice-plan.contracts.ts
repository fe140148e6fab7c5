import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { event, operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
import { CUSTOMER_KINDS, type CustomerKind } from '../account/account.view';
import {
  AccountNo,
  Instant,
  OptionalAccountNo,
  OptionalAreaCode,
  OptionalInstant,
  OptionalPhone,
  OptionalText,
  RequiredText,
} from '../fields';
import { OutageReference } from './outage.contracts';

/** What customers are told: that it is out or will be, that something of it changes, that it does not take place, or that supply is back. */
export const NOTICE_OCCASIONS = ['announcement', 'change', 'cancellation', 'restoration'] as const;
export type NoticeOccasion = (typeof NOTICE_OCCASIONS)[number];

export const NOTICE_STATES = [
  /** In the plan. */
  'waiting',
  /** Given to the dialler. */
  'calling',
  /** Told, and proven: an answered call, or a person's word. */
  'confirmed',
  /** No number, or no call could reach it: somebody has to tell an important customer otherwise. */
  'failed',
  /** The plan ended before. */
  'dropped',
] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

/** Art. 19(5): by SMS, phone or fax, delivery ensured and recorded. */
export const NOTICE_PROOFS = ['answered-call', 'phone', 'sms', 'fax', 'in-person'] as const;
export type NoticeProof = (typeof NOTICE_PROOFS)[number];

export const OUTAGE_NOTICE_ERRORS = {
  planNotFound: 'outage-notice.plan-not-found',
  notFound: 'outage-notice.not-found',
  /** It is confirmed already, or the plan has ended; `details.state` says which. */
  wrongState: 'outage-notice.not-allowed-in-state',
} as const;

const Count =
  (description: string): PropertyDecorator =>
  (target, key) => {
    ApiProperty({ description, type: 'integer', minimum: 0 })(target, key);
    IsInt()(target, key);
    Min(0)(target, key);
  };

export class NoticeCounts {
  @Count('Customers in the plan')
  all: number;

  @Count('Told, with proof')
  confirmed: number;

  @Count('In the plan or with the dialler')
  underWay: number;

  @Count('Could not be told')
  failed: number;
}

export class NoticePlanView {
  @ApiProperty({ description: 'Id of the plan', format: 'uuid' })
  @IsUUID()
  planId: string;

  @ApiProperty({ description: 'The outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @ApiProperty({ description: 'What is told', enum: NOTICE_OCCASIONS })
  @IsIn(NOTICE_OCCASIONS)
  occasion: NoticeOccasion;

  @Instant('When it was wanted (L29: at once)')
  wantedAt: string;

  @OptionalInstant('When it was made')
  madeAt?: string;

  @OptionalInstant('When it ended: nobody is called for it any more')
  endedAt?: string;

  @ApiProperty({ description: 'Important customers: none may be missed', type: NoticeCounts })
  @ValidateNested()
  @Type(() => NoticeCounts)
  important: NoticeCounts;

  @ApiProperty({ description: 'All others', type: NoticeCounts })
  @ValidateNested()
  @Type(() => NoticeCounts)
  others: NoticeCounts;

  @ApiPropertyOptional({ description: 'Batch of the important customers', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  importantBatchId?: string;

  @ApiPropertyOptional({ description: 'Batch of the others', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  othersBatchId?: string;

  @ApiProperty({ description: 'The calls to the others were started' })
  @IsBoolean()
  othersStarted: boolean;
}

export class NoticePlans {
  @ApiProperty({ description: 'Plans of the outage, the first first', type: [NoticePlanView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => NoticePlanView)
  items: NoticePlanView[];
}

/** Who is told of an outage, and how far that is. */
export const GetNoticePlans = operation({
  subject: 'ticket.query.outage-notice-plans.v1',
  request: OutageReference,
  reply: NoticePlans,
  errors: ['outage.not-found'],
});

export class NoticePlanReference {
  @ApiProperty({ description: 'Id of the plan', format: 'uuid' })
  @IsUUID()
  planId: string;
}

export class OutageNoticeView {
  @ApiProperty({ description: 'Id of the plan', format: 'uuid' })
  @IsUUID()
  planId: string;

  @ApiProperty({ description: 'The outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @RequiredText('Who is told: `account:<number>`, or `order:<number>` of a reporter without an account', 80)
  recipient: string;

  @OptionalAccountNo()
  accountNo?: string;

  @OptionalText('Name', 200)
  name?: string;

  @ApiProperty({ description: 'Kind of customer', enum: CUSTOMER_KINDS })
  @IsIn(CUSTOMER_KINDS)
  customerKind: CustomerKind;

  @OptionalPhone('Number to call')
  phone?: string;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiProperty({ description: 'An important customer (art. 19)' })
  @IsBoolean()
  important: boolean;

  @ApiProperty({ description: 'Where it stands', enum: NOTICE_STATES })
  @IsIn(NOTICE_STATES)
  state: NoticeState;

  @ApiPropertyOptional({ description: 'What proves that the customer was told', enum: NOTICE_PROOFS })
  @IsOptional()
  @IsIn(NOTICE_PROOFS)
  proof?: NoticeProof;

  @OptionalText('Who confirmed, or the call', 200)
  confirmedBy?: string;

  @OptionalInstant('When')
  confirmedAt?: string;

  @OptionalText('What was said', 500)
  note?: string;

  @OptionalText('Why it failed', 100)
  failure?: string;

  @Count('How often it was escalated')
  escalationLevel: number;

  @OptionalInstant('When it is escalated next')
  escalatesAt?: string;
}

export class ListOutageNoticesRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only of this plan', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  planId?: string;

  @ApiPropertyOptional({ description: 'Only of this outage', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  outageId?: string;

  @ApiPropertyOptional({ description: 'Only in this state', enum: NOTICE_STATES })
  @IsOptional()
  @IsIn(NOTICE_STATES)
  state?: NoticeState;

  @ApiPropertyOptional({ description: 'Only important customers, or only others' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  important?: boolean;

  @ApiPropertyOptional({ description: 'Only those that nobody has confirmed yet' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  open?: boolean;
}

export class OutageNoticePage {
  @ApiProperty({ description: 'Customers, important ones first', type: [OutageNoticeView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OutageNoticeView)
  items: OutageNoticeView[];

  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  nextCursor?: string;
}

export const ListOutageNotices = operation({
  subject: 'ticket.query.outage-notices.v1',
  request: ListOutageNoticesRequest,
  reply: OutageNoticePage,
});

export class ConfirmOutageNoticeRequest extends NoticePlanReference {
  @RequiredText('Who was told: `account:<number>` or `order:<number>`', 80)
  recipient: string;

  @ApiProperty({ description: 'How', enum: NOTICE_PROOFS })
  @IsIn(NOTICE_PROOFS)
  proof: NoticeProof;

  @RequiredText('Who of the customer took note', 200)
  confirmedBy: string;

  @OptionalText('What was said', 500)
  note?: string;
}

/** A person vouches that a customer was told; confirmed twice alike is done once. */
export const ConfirmOutageNotice = operation({
  subject: 'ticket.command.confirm-outage-notice.v1',
  request: ConfirmOutageNoticeRequest,
  reply: OutageNoticeView,
  errors: [OUTAGE_NOTICE_ERRORS.notFound, OUTAGE_NOTICE_ERRORS.wrongState],
});

/** Starts the calls to customers who are not important ones; once. */
export const StartOutageNotices = operation({
  subject: 'ticket.command.start-outage-notices.v1',
  request: NoticePlanReference,
  reply: NoticePlanView,
  errors: [OUTAGE_NOTICE_ERRORS.planNotFound, OUTAGE_NOTICE_ERRORS.wrongState],
});

/** Tells customers of a change of start or estimate, as it stands now. */
export const PlanChangeNotices = operation({
  subject: 'ticket.command.plan-change-notices.v1',
  request: OutageReference,
  reply: NoticePlanView,
  errors: ['outage.not-found', 'outage.not-allowed-in-state'],
});

export class OutageNoticeEscalatedPayload {
  @ApiProperty({ description: 'The outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @ApiProperty({ description: 'The plan', format: 'uuid' })
  @IsUUID()
  planId: string;

  @RequiredText('Who has not confirmed', 80)
  recipient: string;

  @Count('How often, from 1')
  level: number;

  @ApiProperty({
    description: 'Who is to see to it: agents, shift-leader, centre-head, city, province',
    type: [String],
  })
  @IsArray()
  @IsString({ each: true })
  recipients: string[];

  @OptionalText('Why calls did not reach the customer', 100)
  failure?: string;

  @Instant('When')
  at: string;
}

/** An important customer has not confirmed an outage in time (art. 19(4)(5)). */
export const OutageNoticeEscalated = event({
  subject: 'ticket.event.outage-notice-escalated.v1',
  payload: OutageNoticeEscalatedPayload,
});

export class AffectedAccount {
  @AccountNo()
  accountNo: string;

  @RequiredText('Name', 200)
  name: string;

  @ApiProperty({ description: 'Kind of customer', enum: CUSTOMER_KINDS })
  @IsIn(CUSTOMER_KINDS)
  customerKind: CustomerKind;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiProperty({ description: 'An important customer' })
  @IsBoolean()
  important: boolean;

  @OptionalPhone('First bound number')
  phone?: string;
}

export class ListAffectedAccountsRequest extends PageRequest {
  @ApiProperty({ description: 'Id of the outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @ApiPropertyOptional({ description: 'Only important customers, or only others' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  important?: boolean;
}

export class AffectedAccountPage {
  @ApiProperty({
    description: 'Accounts, important customers first, then by number',
    type: [AffectedAccount],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AffectedAccount)
  items: AffectedAccount[];

  @ApiPropertyOptional({ description: 'Cursor of the next page; absent on the last' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  nextCursor?: string;
}

/** Who is affected: the accounts of the outage's areas. */
export const ListAffectedAccounts = operation({
  subject: 'ticket.query.affected-accounts.v1',
  request: ListAffectedAccountsRequest,
  reply: AffectedAccountPage,
  errors: ['outage.not-found'],
});
