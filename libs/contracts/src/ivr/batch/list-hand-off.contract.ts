import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsOptional,
  IsString,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageRequest } from '../../kernel/paging';
import { ContactView } from './contact.view';
import { BATCH_ERRORS } from './errors';
import { HAND_OFF_REASONS, type HandOffReasonName } from './words';

export class ListHandOffRequest extends PageRequest {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;
}

/** What one attempt leaves as proof for whoever takes over (T2.11). */
export class AttemptEvidence {
  @ApiProperty({ description: 'When', format: 'date-time' })
  @IsISO8601()
  at: string;

  @ApiProperty({ description: 'Outcome' })
  @IsString()
  outcome: string;

  @ApiProperty({ description: 'Q.850 cause', type: 'integer', required: false })
  @IsOptional()
  @IsInt()
  cause?: number;
}

export class HandOffItem {
  @ApiProperty({ description: 'The contact', type: ContactView })
  @ValidateNested()
  @Type(() => ContactView)
  contact: ContactView;

  @ApiProperty({ description: 'Why', enum: HAND_OFF_REASONS })
  @IsIn(HAND_OFF_REASONS)
  reason: HandOffReasonName;

  @ApiProperty({ description: 'When it was handed off', format: 'date-time' })
  @IsISO8601()
  handedOffAt: string;

  @ApiProperty({ description: 'Attempts, oldest first', type: [AttemptEvidence] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttemptEvidence)
  attempts: AttemptEvidence[];
}

export class HandOffReceiptView {
  @ApiProperty({ description: 'Identifier', format: 'uuid' })
  @IsUUID()
  id: string;

  @ApiProperty({ description: 'Who took the list: person or department' })
  @IsString()
  receivedBy: string;

  @ApiProperty({ description: "The receiver's own reference", required: false })
  @IsOptional()
  @IsString()
  reference?: string;

  @ApiProperty({ description: 'Note', required: false })
  @IsOptional()
  @IsString()
  note?: string;

  @ApiProperty({ description: 'When it was received', format: 'date-time' })
  @IsISO8601()
  receivedAt: string;

  @ApiProperty({ description: 'Who recorded it' })
  @IsString()
  recordedBy: string;
}

export class HandOffPage {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Where the list goes' })
  @IsString()
  target: string;

  @ApiProperty({
    description: 'False while contacts may still be added; the files can be taken when it is true',
  })
  @IsBoolean()
  final: boolean;

  @ApiProperty({ description: 'How many', type: 'integer' })
  @IsInt()
  count: number;

  @ApiProperty({ description: 'One page', type: [HandOffItem] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HandOffItem)
  items: HandOffItem[];

  @ApiProperty({ description: 'Receipts', type: [HandOffReceiptView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => HandOffReceiptView)
  receipts: HandOffReceiptView[];

  @ApiProperty({
    description: 'Hand it back as `cursor` for the next page; absent on the last',
    required: false,
  })
  @IsOptional()
  @IsString()
  nextCursor?: string;
}

/** Who could not be told, with the evidence of each attempt; live while the batch runs. */
export const ListHandOff = operation({
  subject: 'ivr.query.list-hand-off.v1',
  request: ListHandOffRequest,
  reply: HandOffPage,
  errors: [BATCH_ERRORS.notFound, BATCH_ERRORS.badCursor],
});
