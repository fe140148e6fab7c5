import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  Instant,
  OptionalAccountNo,
  OptionalAreaCode,
  OptionalInstant,
  OptionalPhone,
  Reference,
} from '../fields';
import { APPLICATION_KINDS, type ApplicationKind } from './application-kinds';

/** What a caller can ask for (§2), and the request to be called back that a key on a notice call leaves. */
export const WORK_ORDER_KINDS = [
  'call-back-request',
  'fault-report',
  'query',
  'consultation',
  'complaint',
  'misconduct-report',
  'application',
  'urging',
  'suggestion',
  'hard-question',
] as const;
export type WorkOrderKind = (typeof WORK_ORDER_KINDS)[number];

export const WORK_ORDER_STATUSES = ['open', 'closed'] as const;
export type WorkOrderStatus = (typeof WORK_ORDER_STATUSES)[number];

/** Where a work order was taken in (art. 3, 5). */
export const INTAKE_CHANNELS = ['voice', 'menu', 'sms', 'fax', 'letter', 'web', 'chat', 'system'] as const;
export type IntakeChannel = (typeof INTAKE_CHANNELS)[number];

export const ATTACHMENT_KINDS = ['recording', 'document', 'image'] as const;
export type AttachmentKind = (typeof ATTACHMENT_KINDS)[number];

/** Something that belongs to a work order and is kept elsewhere. */
export class WorkOrderAttachment {
  @ApiProperty({ description: 'What it is', enum: ATTACHMENT_KINDS })
  @IsIn(ATTACHMENT_KINDS)
  kind: AttachmentKind;

  @ApiProperty({
    description: 'Key in the file store, or name of the recording; holds no number of a caller',
  })
  @Matches(/^[A-Za-z0-9][A-Za-z0-9._/:-]{0,199}$/)
  key: string;

  @ApiPropertyOptional({ description: 'Length of a recording, seconds', type: 'integer' })
  @IsOptional()
  @IsInt()
  @Min(0)
  seconds?: number;
}

export class WorkOrderFacts {
  @ApiProperty({ description: 'Kind of work order', enum: WORK_ORDER_KINDS })
  @IsIn(WORK_ORDER_KINDS)
  kind: WorkOrderKind;

  @OptionalAccountNo()
  accountNo?: string;

  @OptionalPhone('Number to call back; absent for an anonymous caller')
  phone?: string;

  @ApiPropertyOptional({
    description: 'The caller wishes to stay unknown (art. 15(12)): account and phone must be absent',
  })
  @IsOptional()
  @IsBoolean()
  anonymous?: boolean;

  @OptionalAreaCode()
  areaCode?: string;

  @ApiPropertyOptional({
    description: 'What is applied for; of an application only',
    enum: APPLICATION_KINDS,
  })
  @IsOptional()
  @IsIn(APPLICATION_KINDS)
  applicationKind?: ApplicationKind;

  @ApiPropertyOptional({ description: 'Where it was taken in; system unless told', enum: INTAKE_CHANNELS })
  @IsOptional()
  @IsIn(INTAKE_CHANNELS)
  channel?: IntakeChannel;

  @ApiPropertyOptional({
    description: 'Recordings and documents that belong to it',
    type: [WorkOrderAttachment],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => WorkOrderAttachment)
  attachments?: WorkOrderAttachment[];

  @OptionalInstant('When it must be done, where that is known at opening (L30)')
  dueAt?: string;

  @ApiProperty({ description: 'What is asked, in words', maxLength: 4000 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(4000)
  text: string;

  @Reference('What it came from, e.g. call:<call id>; the same reference opens one work order')
  reference: string;
}

export class WorkOrderView extends WorkOrderFacts {
  @ApiProperty({ description: 'Number: W, day of opening in China, serial', example: 'W20260302-000117' })
  @Matches(/^W\d{8}-\d{6,}$/)
  number: string;

  @ApiProperty({
    description: 'Digits by which the caller asks for the progress on a keypad',
    example: '40718236',
  })
  @Matches(/^\d{8}$/)
  queryCode: string;

  @ApiProperty({ description: 'Where it stands', enum: WORK_ORDER_STATUSES })
  @IsIn(WORK_ORDER_STATUSES)
  status: WorkOrderStatus;

  @Instant('When it was opened')
  openedAt: string;

  @ApiProperty({ description: 'Who opened it: a sign-in account or system:<service>', maxLength: 200 })
  @IsString()
  @MaxLength(200)
  openedBy: string;
}
