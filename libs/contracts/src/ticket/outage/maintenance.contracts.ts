import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import {
  AREA_CODE,
  AREA_CODE_RULE,
  Instant,
  OptionalInstant,
  OptionalText,
  Reference,
  RequiredText,
} from '../fields';

/** Maintenance that interrupts supply and is approved beforehand (L26). */
export const MAINTENANCE_KINDS = ['planned', 'temporary'] as const;
export type MaintenanceKind = (typeof MAINTENANCE_KINDS)[number];

export const MAINTENANCE_ERRORS = {
  notFound: 'maintenance.not-found',
  referenceReused: 'maintenance.reference-reused',
  endsBeforeStart: 'maintenance.ends-before-start',
  areaUnknown: 'maintenance.area-unknown',
  /** Approved later than it was received here. */
  approvedLater: 'maintenance.approved-later',
} as const;

export class MaintenanceFacts {
  @Reference('Number of the document, as the department writes it; registers it once')
  reference: string;

  @ApiProperty({ description: 'Kind of maintenance', enum: MAINTENANCE_KINDS })
  @IsIn(MAINTENANCE_KINDS)
  kind: MaintenanceKind;

  @RequiredText('What is done', 1000)
  title: string;

  @RequiredText('Who approved it', 200)
  approvedBy: string;

  @Instant('When it was approved')
  approvedAt: string;

  @ApiProperty({ description: 'Areas concerned', type: [String], example: ['320102'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @Matches(AREA_CODE, { each: true, ...AREA_CODE_RULE })
  areaCodes: string[];

  @Instant('From when supply is interrupted')
  startsAt: string;

  @Instant('Until when')
  endsAt: string;

  @OptionalText('Key of the document in the file store', 200)
  fileKey?: string;
}

export class RegisterMaintenanceRequest extends MaintenanceFacts {
  @OptionalInstant('When it was received here; now unless told')
  receivedAt?: string;
}

export class MaintenanceView extends MaintenanceFacts {
  @ApiProperty({ description: 'Id of the document', format: 'uuid' })
  @IsUUID()
  maintenanceId: string;

  @Instant('When it was received here')
  receivedAt: string;

  @Instant('By when it had to be received: a working day from approval (L26)')
  dueAt: string;

  @ApiProperty({ description: 'Received after that' })
  @IsBoolean()
  late: boolean;

  @RequiredText('Who registered it', 200)
  registeredBy: string;
}

/** Approved maintenance reaches the centre (L26); a repeated reference answers with what is there. */
export const RegisterMaintenance = operation({
  subject: 'ticket.command.register-maintenance.v1',
  request: RegisterMaintenanceRequest,
  reply: MaintenanceView,
  errors: [
    MAINTENANCE_ERRORS.referenceReused,
    MAINTENANCE_ERRORS.endsBeforeStart,
    MAINTENANCE_ERRORS.areaUnknown,
    MAINTENANCE_ERRORS.approvedLater,
  ],
});

export class ListMaintenanceRequest extends PageRequest {
  @ApiPropertyOptional({ description: 'Only this kind', enum: MAINTENANCE_KINDS })
  @IsOptional()
  @IsIn(MAINTENANCE_KINDS)
  kind?: MaintenanceKind;

  @ApiPropertyOptional({ description: 'Only those received late, or only those in time' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  late?: boolean;

  @OptionalInstant('Only those approved at this time or later')
  approvedFrom?: string;

  @OptionalInstant('Only those approved before this time')
  approvedBefore?: string;
}

export class MaintenancePage extends PageOf(MaintenanceView, 'Documents, the latest approval first') {}

export const ListMaintenance = operation({
  subject: 'ticket.query.maintenance.v1',
  request: ListMaintenanceRequest,
  reply: MaintenancePage,
});
