import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  Matches,
} from 'class-validator';
import {
  AREA_CODE,
  AREA_CODE_RULE,
  AreaCode,
  Instant,
  OptionalInstant,
  OptionalText,
  RequiredText,
} from '../fields';

/** Planned (L27), temporary, by a fault, or a limit on the load (L28). */
export const OUTAGE_KINDS = ['planned', 'temporary', 'fault', 'load-limit'] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

export const OUTAGE_STATUSES = ['upcoming', 'ongoing', 'restored', 'cancelled'] as const;
export type OutageStatus = (typeof OUTAGE_STATUSES)[number];

/** How a planned outage was announced: seven days ahead (L27), at shorter notice, or not at all. */
export const OUTAGE_ANNOUNCEMENTS = ['not-needed', 'in-time', 'short', 'not-announced'] as const;
export type OutageAnnouncement = (typeof OUTAGE_ANNOUNCEMENTS)[number];

export class OutageFacts {
  @ApiProperty({ description: 'Kind of outage', enum: OUTAGE_KINDS })
  @IsIn(OUTAGE_KINDS)
  kind: OutageKind;

  @AreaCode()
  areaCode: string;

  @ApiPropertyOptional({ description: 'All areas concerned, where there are several', type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(100)
  @Matches(AREA_CODE, { each: true, ...AREA_CODE_RULE })
  areaCodes?: string[];

  @OptionalText('Streets, lines, transformers concerned (L28)', 1000)
  range?: string;

  @Instant('When it starts or started')
  startsAt: string;

  @OptionalInstant('When supply is expected back')
  expectedRestorationAt?: string;

  @RequiredText('Cause, as it is said', 500)
  cause: string;

  @OptionalText('Cause as it is said in English', 500)
  causeEn?: string;

  @OptionalText('What was announced, as it is said instead of a sentence made from the facts', 1000)
  announcedText?: string;

  @OptionalText('What was announced, in English', 1000)
  announcedTextEn?: string;

  @OptionalInstant('When it was announced in the media (L27)')
  announcedAt?: string;

  @OptionalText('Why a planned outage was announced less than seven days ahead (L27)', 500)
  shortNoticeReason?: string;

  @ApiPropertyOptional({ description: 'The approved maintenance that it comes from (L26)', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  maintenanceId?: string;
}

export class OutageView extends OutageFacts {
  @ApiProperty({ description: 'Id of the outage', format: 'uuid' })
  @IsUUID()
  outageId: string;

  @OptionalText("The source's own reference; the same reference is the same outage", 100)
  reference?: string;

  @ApiProperty({ description: 'Where it stands at this moment', enum: OUTAGE_STATUSES })
  @IsIn(OUTAGE_STATUSES)
  status: OutageStatus;

  @ApiProperty({ description: 'How it was announced (L27)', enum: OUTAGE_ANNOUNCEMENTS })
  @IsIn(OUTAGE_ANNOUNCEMENTS)
  announcement: OutageAnnouncement;

  @ApiProperty({ description: 'Announced too late or not at all, and nobody has said why' })
  @IsBoolean()
  reasonMissing: boolean;

  @OptionalText('Why it was called off', 500)
  cancelReason?: string;

  @OptionalInstant('When supply came back')
  restoredAt?: string;

  @OptionalInstant('When it was called off')
  cancelledAt?: string;

  @Instant('When it was registered here')
  registeredAt: string;

  @Instant('When it last changed here')
  updatedAt: string;
}
