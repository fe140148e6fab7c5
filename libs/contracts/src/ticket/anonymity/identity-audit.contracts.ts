import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalInstant, OptionalText, RequiredText } from '../fields';
import { IDENTITY_ERRORS } from './identity.contracts';

/** What happens to identities; also what was tried and refused. */
export const IDENTITY_ACTIONS = [
  'kept',
  'requested',
  'approved',
  'refused',
  'withdrawn',
  'read',
  'reading-refused',
  'decision-refused',
  'keys-rotated',
] as const;
export type IdentityAction = (typeof IDENTITY_ACTIONS)[number];

export class IdentityAuditRow {
  @Instant('When')
  at: string;

  @ApiProperty({ description: 'What was done or tried', enum: IDENTITY_ACTIONS })
  @IsIn(IDENTITY_ACTIONS)
  action: IdentityAction;

  @RequiredText('Who: id of the sign-in account', 200)
  actor: string;

  @OptionalText('Number of the work order', 40)
  number?: string;

  @ApiPropertyOptional({ description: 'Id of the request', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  requestId?: string;

  @OptionalText('Why, or why it was refused', 500)
  reason?: string;

  @RequiredText('Finds the request in logs', 200)
  correlationId: string;
}

export class ListIdentityAuditRequest extends PageRequest {
  @OptionalText('Only of this work order', 40)
  number?: string;

  @OptionalText('Only by this sign-in account', 200)
  actor?: string;

  @ApiPropertyOptional({ description: 'Only this', enum: IDENTITY_ACTIONS })
  @IsOptional()
  @IsIn(IDENTITY_ACTIONS)
  action?: IdentityAction;

  @OptionalInstant('From this time on')
  from?: string;

  @OptionalInstant('Before this time')
  to?: string;
}

export class IdentityAuditPage extends PageOf(IdentityAuditRow, 'The latest first') {}

export const ListIdentityAudit = operation({
  subject: 'ticket.query.identity-audit.v1',
  request: ListIdentityAuditRequest,
  reply: IdentityAuditPage,
});

export class IdentityKeyUse {
  @RequiredText('Id of the key', 40)
  keyId: string;

  @ApiProperty({ description: 'Whether it is configured: records of a key that is not cannot be read' })
  @IsBoolean()
  configured: boolean;

  @ApiProperty({ description: 'Whether new records are encrypted by it' })
  @IsBoolean()
  current: boolean;

  @ApiProperty({ description: 'Records that need it', type: 'integer' })
  @IsInt()
  records: number;
}

export class IdentityKeys {
  @ApiProperty({
    description: 'Keys that are configured or needed, the current first',
    type: [IdentityKeyUse],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => IdentityKeyUse)
  items: IdentityKeyUse[];
}

export class GetIdentityKeysRequest {}

/** Which keys are still needed; one with no record may be taken out of the configuration. */
export const GetIdentityKeys = operation({
  subject: 'ticket.query.identity-keys.v1',
  request: GetIdentityKeysRequest,
  reply: IdentityKeys,
});

export class RotateIdentityKeysRequest {}

/** Encrypts again by the current key what another one holds; the service does so by itself every few minutes. */
export const RotateIdentityKeys = operation({
  subject: 'ticket.command.rotate-identity-keys.v1',
  request: RotateIdentityKeysRequest,
  reply: IdentityKeys,
  errors: [IDENTITY_ERRORS.keyMissing],
});
