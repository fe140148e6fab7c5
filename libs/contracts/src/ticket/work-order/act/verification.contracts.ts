import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { operation } from '../../../kernel/contract';
import { PageOf, PageRequest } from '../../../kernel/paging';
import { Instant, OptionalInstant, OptionalText, RequiredText } from '../../fields';
import { WORK_ORDER_ERRORS } from '../work-order-errors';
import { OptionalWorkOrderNumber, WorkOrderNumber } from '../work-order-number.field';
import { act, WorkOrderAct } from './act';

export class RequestVerificationRequest extends WorkOrderAct {
  @RequiredText('Field inspector (监督员) who goes there', 200)
  inspector: string;

  @RequiredText('What is to be verified', 2000)
  matter: string;

  @OptionalInstant('When the finding is wanted')
  dueAt?: string;
}

/** A field inspector verifies something on site (核查). */
export const RequestVerification = act('request-verification', RequestVerificationRequest);

export class VerificationAct extends WorkOrderAct {
  @ApiProperty({ description: 'Id of the verification', format: 'uuid' })
  @IsUUID()
  verification: string;
}

export class ReportVerificationRequest extends VerificationAct {
  @RequiredText('What was found', 4000)
  finding: string;
}

const ERRORS = [WORK_ORDER_ERRORS.verificationUnknown, WORK_ORDER_ERRORS.verificationState] as const;

export const ReportVerification = act('report-verification', ReportVerificationRequest, ...ERRORS);

export class SendBackVerificationRequest extends VerificationAct {
  @RequiredText('What is missing', 1000)
  reason: string;
}

/** The finding misses the standard: the inspector goes again. */
export const SendBackVerification = act('send-back-verification', SendBackVerificationRequest, ...ERRORS);

export const AcceptVerification = act('accept-verification', VerificationAct, ...ERRORS);

export const VERIFICATION_STATUSES = ['requested', 'reported', 'sent-back', 'accepted'] as const;
export type VerificationStatus = (typeof VERIFICATION_STATUSES)[number];

export class VerificationView {
  @ApiProperty({ description: 'Id of the verification', format: 'uuid' })
  @IsUUID()
  verification: string;

  @WorkOrderNumber('Work order that it belongs to')
  number: string;

  @RequiredText('Field inspector', 200)
  inspector: string;

  @RequiredText('What is to be verified', 2000)
  matter: string;

  @ApiProperty({ description: 'Where it stands', enum: VERIFICATION_STATUSES })
  @IsIn(VERIFICATION_STATUSES)
  status: VerificationStatus;

  @OptionalInstant('When the finding is wanted')
  dueAt?: string;

  @OptionalText('What was found', 4000)
  finding?: string;

  @OptionalText('Why it was sent back last', 1000)
  sentBackReason?: string;

  @Instant('When it was asked for')
  requestedAt: string;

  @Instant('When it changed last')
  updatedAt: string;
}

export class ListVerificationsRequest extends PageRequest {
  @OptionalText('Only of this inspector', 200)
  inspector?: string;

  @ApiPropertyOptional({ description: 'Only with this status', enum: VERIFICATION_STATUSES })
  @IsOptional()
  @IsIn(VERIFICATION_STATUSES)
  status?: VerificationStatus;

  @OptionalWorkOrderNumber('Only of this work order')
  number?: string;
}

export class VerificationPage extends PageOf(VerificationView, 'Verifications, the latest first') {}

export const ListVerifications = operation({
  subject: 'ticket.query.verifications.v1',
  request: ListVerificationsRequest,
  reply: VerificationPage,
});
