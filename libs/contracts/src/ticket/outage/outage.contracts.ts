import { ApiProperty, ApiPropertyOptional, OmitType, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import { IsArray, IsBoolean, IsIn, IsObject, IsOptional, IsUUID, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { Instant, OptionalAreaCode, OptionalInstant, OptionalText, RequiredText } from '../fields';
import {
  OUTAGE_KINDS,
  OUTAGE_STATUSES,
  OutageFacts,
  type OutageKind,
  type OutageStatus,
  OutageView,
} from './outage.view';

export const OUTAGE_ERRORS = {
  notFound: 'outage.not-found',
  areaUnknown: 'outage.area-unknown',
  /** It was restored or cancelled; `details.status` says which. */
  wrongState: 'outage.not-allowed-in-state',
  /** The expected or actual restoration lies before the start. */
  endsBeforeStart: 'outage.ends-before-start',
  /** The reference is another outage's: of another kind or area. */
  referenceReused: 'outage.reference-reused',
  maintenanceUnknown: 'outage.maintenance-unknown',
} as const;

export class OutageReference {
  @ApiProperty({ description: 'Id of the outage', format: 'uuid' })
  @IsUUID()
  outageId: string;
}

export class RegisterOutageRequest extends OutageFacts {
  @OptionalText("The source's own reference; the same reference registers one outage", 100)
  reference?: string;
}

/** Registers an outage, once per reference: a repeated reference answers with the one that is there. */
export const RegisterOutage = operation({
  subject: 'ticket.command.register-outage.v1',
  request: RegisterOutageRequest,
  reply: OutageView,
  errors: [
    OUTAGE_ERRORS.areaUnknown,
    OUTAGE_ERRORS.endsBeforeStart,
    OUTAGE_ERRORS.referenceReused,
    OUTAGE_ERRORS.maintenanceUnknown,
  ],
});

export class OutageChange extends PartialType(OmitType(OutageFacts, ['kind', 'areaCode'] as const)) {}

export class UpdateOutageRequest extends OutageChange {
  @OptionalText('Why it changes, e.g. why supply comes back later', 500)
  reason?: string;

  @ApiProperty({ description: 'Id of the outage', format: 'uuid' })
  @IsUUID()
  outageId: string;
}

/** Changes what is known of an outage; what is left out stays. */
export const UpdateOutage = operation({
  subject: 'ticket.command.update-outage.v1',
  request: UpdateOutageRequest,
  reply: OutageView,
  errors: [
    OUTAGE_ERRORS.notFound,
    OUTAGE_ERRORS.wrongState,
    OUTAGE_ERRORS.endsBeforeStart,
    OUTAGE_ERRORS.areaUnknown,
    OUTAGE_ERRORS.maintenanceUnknown,
  ],
});

export class RestoreOutageRequest extends OutageReference {
  @OptionalInstant('When supply came back; now unless told')
  restoredAt?: string;
}

/** Supply is back. Told twice with the same time, it is done once. */
export const RestoreOutage = operation({
  subject: 'ticket.command.restore-outage.v1',
  request: RestoreOutageRequest,
  reply: OutageView,
  errors: [OUTAGE_ERRORS.notFound, OUTAGE_ERRORS.wrongState, OUTAGE_ERRORS.endsBeforeStart],
});

export class CancelOutageRequest extends OutageReference {
  @OptionalText('Why', 500)
  reason?: string;
}

/** It does not take place, or was registered by mistake. */
export const CancelOutage = operation({
  subject: 'ticket.command.cancel-outage.v1',
  request: CancelOutageRequest,
  reply: OutageView,
  errors: [OUTAGE_ERRORS.notFound, OUTAGE_ERRORS.wrongState],
});

export const GetOutage = operation({
  subject: 'ticket.query.outage.v1',
  request: OutageReference,
  reply: OutageView,
  errors: [OUTAGE_ERRORS.notFound],
});

export class ListOutagesRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only this kind', enum: OUTAGE_KINDS })
  @IsOptional()
  @IsIn(OUTAGE_KINDS)
  kind?: OutageKind;

  @ApiPropertyOptional({ description: 'Only with this status at this moment', enum: OUTAGE_STATUSES })
  @IsOptional()
  @IsIn(OUTAGE_STATUSES)
  status?: OutageStatus;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({ description: 'Only those announced too late without a reason (L27)' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  reasonMissing?: boolean;

  @OptionalInstant('Only those that start at this time or later')
  startsFrom?: string;

  @OptionalInstant('Only those that start before this time')
  startsBefore?: string;
}

export class OutagePage extends PageOf(OutageView, 'Outages, the latest start first') {}

export const ListOutages = operation({
  subject: 'ticket.query.outages.v1',
  request: ListOutagesRequest,
  reply: OutagePage,
});

export const OUTAGE_CHANGE_NAMES = ['registered', 'changed', 'restored', 'cancelled'] as const;
export type OutageChangeWord = (typeof OUTAGE_CHANGE_NAMES)[number];

/** What an outage was after a change. */
export class OutageHistoryEntry {
  @Instant('When')
  at: string;

  @RequiredText('Who changed it', 200)
  by: string;

  @ApiProperty({ description: 'What happened', enum: OUTAGE_CHANGE_NAMES })
  @IsIn(OUTAGE_CHANGE_NAMES)
  change: OutageChangeWord;

  @OptionalText('Why', 500)
  reason?: string;

  @OptionalInstant('When supply was expected back, from then on')
  expectedRestorationAt?: string;

  @ApiProperty({
    description: 'The whole of it after the change',
    type: 'object',
    additionalProperties: true,
  })
  @IsObject()
  state: Record<string, unknown>;
}

export class OutageHistory {
  @ApiProperty({ description: 'The first first', type: [OutageHistoryEntry] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OutageHistoryEntry)
  items: OutageHistoryEntry[];
}

/** Every change of an outage, its estimates among them. */
export const GetOutageHistory = operation({
  subject: 'ticket.query.outage-history.v1',
  request: OutageReference,
  reply: OutageHistory,
  errors: [OUTAGE_ERRORS.notFound],
});
