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
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { operation } from '../../kernel/contract';
import { BatchReference } from './batch-reference';
import { CUSTOMER_KINDS, type CustomerKind } from '../../ticket/account/account.view';
import { BATCH_ERRORS } from './errors';
import { ImportWarning } from '../../kernel/table-import';
import { type LanguageName, LANGUAGES } from './words';

export class PreviewBatchRequest extends BatchReference {
  @ApiProperty({
    description: 'Contacts to show as they will be spoken, 1 to 20. Default 5',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(20)
  rows?: number;
}

export class PreviewRow {
  @ApiProperty({ description: 'The contact' })
  @IsString()
  contactId: string;

  @ApiProperty({ description: 'Line of the file, or place in the request', type: 'integer' })
  @IsInt()
  line: number;

  @ApiProperty({ description: 'Account number' })
  @IsString()
  accountNo: string;

  @ApiProperty({ description: 'Name of the customer' })
  @IsString()
  customerName: string;

  @ApiProperty({ description: 'Telephone number, E.164' })
  @IsString()
  number: string;

  @ApiProperty({ description: "Digits of a landline's extension", required: false })
  @IsOptional()
  @IsString()
  extension?: string;

  @ApiProperty({ description: 'Language of the notice', enum: LANGUAGES })
  @IsIn(LANGUAGES)
  language: LanguageName;

  @ApiProperty({ description: 'What the customer will hear, word for word (T5.1)' })
  @IsString()
  text: string;
}

export class PreviewCounts {
  @ApiProperty({ description: 'Number of contacts', type: 'integer' })
  @IsInt()
  contacts: number;

  @ApiProperty({
    description: 'Different numbers: contacts of one number are told in one call (T2.8)',
    type: 'integer',
  })
  @IsInt()
  numbers: number;

  @ApiProperty({ description: 'To pay, in fen', type: 'integer' })
  @IsInt()
  payableFen: number;

  @ApiProperty({ description: 'Contacts whose number is on the do-not-call register', type: 'integer' })
  @IsInt()
  onDoNotCall: number;
}

/** When the batch would be done if it started now (T2.10). */
export class ForecastView {
  @ApiProperty({ description: 'Calls that are likely to be needed', type: 'integer' })
  @IsInt()
  expectedCalls: number;

  @ApiProperty({ description: 'Contacts that are likely to end on paper', type: 'integer' })
  @IsInt()
  expectedHandOffs: number;

  @ApiProperty({
    description: 'Absent when the windows to come cannot hold the calls at all',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601()
  doneAt?: string;

  @ApiProperty({ description: 'Lines that the forecast counts with', type: 'integer' })
  @IsInt()
  lines: number;

  @ApiProperty({ description: 'Nobody ends on paper only because the time ran out' })
  @IsBoolean()
  onTime: boolean;

  @ApiProperty({
    description: 'Lines that would make it before the deadline; absent when no time is left',
    type: 'integer',
    required: false,
  })
  @IsOptional()
  @IsInt()
  linesNeeded?: number;
}

/** A stretch of time in which this batch may call customers of one kind (T2.7). */
export class WindowView {
  @ApiProperty({ description: 'Kind of customer', enum: CUSTOMER_KINDS })
  @IsIn(CUSTOMER_KINDS)
  customerKind: CustomerKind;

  @ApiProperty({ description: 'Beginning', format: 'date-time' })
  @IsISO8601()
  from: string;

  @ApiProperty({ description: 'End, excluded', format: 'date-time' })
  @IsISO8601()
  to: string;
}

export class BatchPreview {
  @ApiProperty({ description: 'Rows', type: [PreviewRow] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => PreviewRow)
  rows: PreviewRow[];

  @ApiProperty({ description: 'Figures of all contacts', type: PreviewCounts })
  @ValidateNested()
  @Type(() => PreviewCounts)
  counts: PreviewCounts;

  @ApiProperty({ description: 'When it would be done if it started now', type: ForecastView })
  @ValidateNested()
  @Type(() => ForecastView)
  forecast: ForecastView;

  @ApiProperty({ description: 'Until the deadline, or the next two days', type: [WindowView] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => WindowView)
  windows: WindowView[];

  @ApiProperty({
    description: 'Latest end; default one working day from hand-in',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601()
  deadlineAt?: string;

  @ApiProperty({ description: 'Worth knowing; they refuse nothing', type: [ImportWarning] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ImportWarning)
  warnings: ImportWarning[];
}

/** The batch before it starts: first rows as they will be spoken, counts, windows, forecast. */
export const PreviewBatch = operation({
  subject: 'ivr.query.preview-batch.v1',
  request: PreviewBatchRequest,
  reply: BatchPreview,
  errors: [BATCH_ERRORS.notFound],
});
