import { ApiProperty, OmitType } from '@nestjs/swagger';
import { IsBoolean } from 'class-validator';
import { operation } from '../../kernel/contract';
import { OptionalInstant, OptionalPhone, OptionalText, RequiredText } from '../fields';

export const IDENTITY_ERRORS = {
  workOrderUnknown: 'identity.work-order-not-found',
  /** The work order names its reporter: there is nothing to keep apart. */
  notAnonymous: 'identity.order-not-anonymous',
  alreadyKept: 'identity.already-kept',
  empty: 'identity.empty',
  notKept: 'identity.not-found',
  /** No key is configured, or the key of the record is not among them; `details.keyId` names it. */
  keyMissing: 'identity.key-unavailable',
  reasonTooShort: 'identity.reason-too-short',
  alreadyRequested: 'identity-reading.already-requested',
  requestNotFound: 'identity-reading.not-found',
  wrongState: 'identity-reading.not-allowed-in-state',
  ownRequest: 'identity-reading.own-request',
  notYours: 'identity-reading.not-yours',
  expired: 'identity-reading.expired',
} as const;

/** Who reported, as they said it in confidence. */
export class ReporterIdentity {
  @OptionalText('Name', 200)
  name?: string;

  @OptionalPhone('Telephone number')
  phone?: string;

  @OptionalText('Address', 300)
  address?: string;

  @OptionalText('Number of an identity document', 40)
  documentNo?: string;

  @OptionalText('How and when they may be reached, and what else they want known', 1000)
  note?: string;
}

export class KeepIdentityRequest extends ReporterIdentity {
  @RequiredText('Number of the work order', 40)
  number: string;
}

/** What is shown of an identity to who may see the work order: that it is kept apart. */
export class IdentityStatus {
  @RequiredText('Number of the work order', 40)
  number: string;

  @ApiProperty({ description: 'Whether the identity of the reporter is kept apart' })
  @IsBoolean()
  keptApart: boolean;

  @OptionalInstant('Since when')
  keptAt?: string;
}

/**
 * Keeps who reported apart from an anonymous work order, encrypted by a key of its own (§5): once, and nothing of it
 * is shown again but by an approved reading.
 */
export const KeepIdentity = operation({
  subject: 'ticket.command.keep-identity.v1',
  request: KeepIdentityRequest,
  reply: IdentityStatus,
  errors: [
    IDENTITY_ERRORS.workOrderUnknown,
    IDENTITY_ERRORS.notAnonymous,
    IDENTITY_ERRORS.alreadyKept,
    IDENTITY_ERRORS.empty,
    IDENTITY_ERRORS.keyMissing,
  ],
});

export class IdentityReference {
  @RequiredText('Number of the work order', 40)
  number: string;
}

export const GetIdentityStatus = operation({
  subject: 'ticket.query.identity-status.v1',
  request: IdentityReference,
  reply: IdentityStatus,
  errors: [IDENTITY_ERRORS.workOrderUnknown],
});

export class IdentityBody extends OmitType(KeepIdentityRequest, ['number'] as const) {}
