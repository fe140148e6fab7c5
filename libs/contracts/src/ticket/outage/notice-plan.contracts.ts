import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { OptionalText, RequiredText } from '../fields';
import { OutageReference } from './outage.contracts';
import {
  NOTICE_STATES,
  type NoticeState,
  NOTICE_PROOFS,
  type NoticeProof,
  OUTAGE_NOTICE_ERRORS,
} from './notice-words';
import { NoticePlanReference, NoticePlans, NoticePlanView, OutageNoticeView } from './notice-plan.view';

/** Who is told of an outage, and how far that is. */
export const GetNoticePlans = operation({
  subject: 'ticket.query.outage-notice-plans.v1',
  request: OutageReference,
  reply: NoticePlans,
  errors: ['outage.not-found'],
});

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

export class OutageNoticePage extends PageOf(OutageNoticeView, 'Customers, important ones first') {}

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
