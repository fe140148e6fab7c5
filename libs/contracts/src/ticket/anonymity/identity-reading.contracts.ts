import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalInstant, OptionalText, RequiredText } from '../fields';
import { IDENTITY_ERRORS, IdentityReference, ReporterIdentity } from './identity.contracts';

export const IDENTITY_READING_STATES = [
  'pending',
  'approved',
  'refused',
  'withdrawn',
  'read',
  'expired',
] as const;
export type IdentityReadingState = (typeof IDENTITY_READING_STATES)[number];

export class RequestIdentityReadingRequest extends IdentityReference {
  @RequiredText('Why the identity must be known', 500)
  reason: string;
}

export class IdentityReadingReference {
  @ApiProperty({ description: 'Id of the request', format: 'uuid' })
  @IsUUID()
  requestId: string;
}

/** A request to read an identity; nothing of the identity is in it. */
export class IdentityReadingView extends IdentityReadingReference {
  @RequiredText('Number of the work order', 40)
  number: string;

  @ApiProperty({ description: 'Where it stands', enum: IDENTITY_READING_STATES })
  @IsIn(IDENTITY_READING_STATES)
  state: IdentityReadingState;

  @RequiredText('Why the identity must be known', 500)
  reason: string;

  @RequiredText('Who asks', 200)
  requestedBy: string;

  @Instant('When it was asked')
  requestedAt: string;

  @Instant('Until when it may be decided; once approved, until when it may be used')
  until: string;

  @OptionalText('Who decided', 200)
  decidedBy?: string;

  @OptionalInstant('When it was decided')
  decidedAt?: string;

  @OptionalText('Why it was decided so', 500)
  decisionReason?: string;

  @OptionalInstant('When the identity was read')
  readAt?: string;
}

/** Asks to read an identity; one request of a person and work order at a time. */
export const RequestIdentityReading = operation({
  subject: 'ticket.command.request-identity-reading.v1',
  request: RequestIdentityReadingRequest,
  reply: IdentityReadingView,
  errors: [IDENTITY_ERRORS.notKept, IDENTITY_ERRORS.alreadyRequested, IDENTITY_ERRORS.reasonTooShort],
});

export const IDENTITY_DECISIONS = ['approve', 'refuse', 'withdraw'] as const;
export type IdentityDecision = (typeof IDENTITY_DECISIONS)[number];

export class DecideIdentityReadingRequest extends IdentityReadingReference {
  @ApiProperty({ description: 'The decision; only who asked withdraws', enum: IDENTITY_DECISIONS })
  @IsIn(IDENTITY_DECISIONS)
  decision: IdentityDecision;

  @RequiredText('Why', 500)
  reason: string;
}

/** A second person approves or refuses; who asked may withdraw. */
export const DecideIdentityReading = operation({
  subject: 'ticket.command.decide-identity-reading.v1',
  request: DecideIdentityReadingRequest,
  reply: IdentityReadingView,
  errors: [
    IDENTITY_ERRORS.requestNotFound,
    IDENTITY_ERRORS.wrongState,
    IDENTITY_ERRORS.ownRequest,
    IDENTITY_ERRORS.notYours,
    IDENTITY_ERRORS.reasonTooShort,
  ],
});

export class ReadIdentityReply extends ReporterIdentity {
  @RequiredText('Number of the work order', 40)
  number: string;

  @Instant('When it was read; it cannot be read again by this request')
  readAt: string;
}

/** Reads the identity, once, by who asked and while the approval holds. */
export const ReadIdentity = operation({
  subject: 'ticket.command.read-identity.v1',
  request: IdentityReadingReference,
  reply: ReadIdentityReply,
  errors: [
    IDENTITY_ERRORS.requestNotFound,
    IDENTITY_ERRORS.wrongState,
    IDENTITY_ERRORS.notYours,
    IDENTITY_ERRORS.expired,
    IDENTITY_ERRORS.keyMissing,
  ],
});

export class ListIdentityReadingsRequest extends PageRequest {
  @OptionalText('Only of this work order', 40)
  number?: string;

  @ApiPropertyOptional({ description: 'Only those that stand here now', enum: IDENTITY_READING_STATES })
  @IsOptional()
  @IsIn(IDENTITY_READING_STATES)
  state?: IdentityReadingState;
}

export class IdentityReadingPage extends PageOf(IdentityReadingView, 'The latest first') {}

export const ListIdentityReadings = operation({
  subject: 'ticket.query.identity-readings.v1',
  request: ListIdentityReadingsRequest,
  reply: IdentityReadingPage,
});
