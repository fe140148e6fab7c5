import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { AreaCode, Instant, OptionalInstant, OptionalText, RequiredText } from '../fields';

/** Planned (L27), temporary, by a fault, or a limit on the load (L28). */
export const OUTAGE_KINDS = ['planned', 'temporary', 'fault', 'load-limit'] as const;
export type OutageKind = (typeof OUTAGE_KINDS)[number];

export const OUTAGE_STATUSES = ['upcoming', 'ongoing', 'restored', 'cancelled'] as const;
export type OutageStatus = (typeof OUTAGE_STATUSES)[number];

export class OutageFacts {
  @ApiProperty({ description: 'Kind of outage', enum: OUTAGE_KINDS })
  @IsIn(OUTAGE_KINDS)
  kind: OutageKind;

  @AreaCode()
  areaCode: string;

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

  @OptionalInstant('When supply came back')
  restoredAt?: string;

  @OptionalInstant('When it was called off')
  cancelledAt?: string;

  @Instant('When it was registered here')
  registeredAt: string;

  @Instant('When it last changed here')
  updatedAt: string;
}
