import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
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
  OptionalText,
  Reference,
  RequiredText,
} from '../fields';
import { APPLICATION_KINDS, type ApplicationKind } from './application-kinds';
import { OptionalWorkOrderNumber, WorkOrderNumber } from './work-order-number.field';

/** What a caller can ask for (§2), and the request to be called back that a key on a notice call leaves. */
export const WORK_ORDER_KINDS = [
  'call-back-request',
  'fault',
  'query',
  'consultation',
  'complaint',
  'misconduct-report',
  'application',
  'suggestion',
  'hard-question',
] as const;
export type WorkOrderKind = (typeof WORK_ORDER_KINDS)[number];

/** Whether anything is left to be done; where exactly it stands is its stage, which its kind defines. */
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

  @OptionalText('What it is called, for whoever looks for it', 200)
  name?: string;
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

  @OptionalText('Category of the content, which decides where it goes', 60)
  contentCategory?: string;

  @ApiPropertyOptional({
    description:
      "The kind's own fields, by the JSON Schema of its definition. What callers by menu and events cannot tell may be missing: it is completed by an agent",
    type: 'object',
    additionalProperties: true,
  })
  @IsOptional()
  @IsObject()
  fields?: Record<string, unknown>;

  @OptionalWorkOrderNumber('Work order of the same fault, with which this one is closed')
  parent?: string;

  @ApiPropertyOptional({ description: 'The outage that it is about', format: 'uuid' })
  @IsOptional()
  @IsUUID()
  outageId?: string;

  @RequiredText('What is asked, in words', 4000)
  text: string;

  @Reference('What it came from, e.g. call:<call id>; the same reference opens one work order')
  reference: string;
}

export class WorkOrderView extends WorkOrderFacts {
  @WorkOrderNumber('Number: W, day of opening in China, serial')
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

  @RequiredText('Stage, by the definition of its kind', 40)
  stage: string;

  @ApiProperty({ description: 'Version of the definition of its kind', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  kindVersion: number;

  @RequiredText('Department that it is with; `centre` for the service centre', 40)
  owner: string;

  @OptionalText('Who of the owner sees to it', 200)
  assignee?: string;

  @RequiredText('Who took it in and is responsible to the end (首问负责制)', 200)
  responsible: string;

  @OptionalText('Department that it was with last', 40)
  lastDepartment?: string;

  @ApiProperty({ description: 'Something that its kind needs is not told yet' })
  @IsBoolean()
  incomplete: boolean;

  @OptionalWorkOrderNumber('Work order that it was merged into')
  mergedInto?: string;

  @ApiProperty({ description: 'From 1; one more with each reopening', type: 'integer', minimum: 1 })
  @IsInt()
  @Min(1)
  cycle: number;

  @ApiProperty({ description: 'Its clocks stand still' })
  @IsBoolean()
  paused: boolean;

  @ApiProperty({ description: 'How often it was urged', type: 'integer', minimum: 0 })
  @IsInt()
  @Min(0)
  urged: number;

  @OptionalInstant('The time that was promised to the customer (L34)')
  promisedAt?: string;

  @OptionalInstant('When the customer was told the result')
  toldAt?: string;

  @OptionalInstant('When it was closed')
  closedAt?: string;

  @OptionalText('Result, as the department or the centre gave it', 4000)
  result?: string;

  @OptionalText('Result as a word', 60)
  resultCode?: string;

  @ApiProperty({
    description:
      'Number of events of its history; send it as `expectedSeq` with a change that was decided on this view',
    type: 'integer',
    minimum: 1,
  })
  @IsInt()
  @Min(1)
  seq: number;

  @Instant('When it changed last')
  updatedAt: string;

  @OptionalInstant('The nearest due of its service clocks')
  nextDueAt?: string;
}
