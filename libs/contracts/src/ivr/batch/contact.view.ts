import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsISO8601, IsObject, IsOptional, IsString, IsUUID } from 'class-validator';
import { CUSTOMER_KINDS, type CustomerKind } from '../../ticket/account/account.view';
import {
  CONTACT_STATES,
  type ContactStateName,
  type DispositionName,
  DISPOSITIONS,
  type LanguageName,
  LANGUAGES,
} from './words';

/** One accepted row of a batch. */
export class ContactView {
  @ApiProperty({ description: 'Identifier' })
  @IsString()
  id: string;

  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Line of the file, or place in the request', type: 'integer' })
  @IsInt()
  line: number;

  @ApiProperty({ description: 'Account number' })
  @IsString()
  accountNo: string;

  @ApiProperty({ description: 'Reading date of a bill, month of arrears' })
  @IsString()
  period: string;

  @ApiProperty({ description: 'Name of the customer' })
  @IsString()
  customerName: string;

  @ApiProperty({ description: 'Kind of customer', enum: CUSTOMER_KINDS })
  @IsIn(CUSTOMER_KINDS)
  customerKind: CustomerKind;

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

  @ApiProperty({ description: 'To pay, in fen', type: 'integer' })
  @IsInt()
  payableFen: number;

  @ApiProperty({
    description: "The kind's own fields, as in `import-rows`",
    type: 'object',
    additionalProperties: true,
  })
  @IsObject()
  notice: Record<string, unknown>;

  @ApiProperty({ description: 'State', enum: CONTACT_STATES })
  @IsIn(CONTACT_STATES)
  state: ContactStateName;

  @ApiProperty({
    description: 'When it may be dialled next; only while it waits',
    format: 'date-time',
    required: false,
  })
  @IsOptional()
  @IsISO8601()
  dueAt?: string;

  @ApiProperty({ description: 'Why it waits', required: false })
  @IsOptional()
  @IsString()
  waitReason?: string;

  @ApiProperty({ description: 'Attempts that count against the cap', type: 'integer' })
  @IsInt()
  countedAttempts: number;

  @ApiProperty({ description: 'Failures on our side; they cost no attempt', type: 'integer' })
  @IsInt()
  technicalFailures: number;

  @ApiProperty({ description: 'How it ended', enum: DISPOSITIONS, required: false })
  @IsOptional()
  @IsIn(DISPOSITIONS)
  disposition?: DispositionName;

  @ApiProperty({ description: 'Why it ended so', required: false })
  @IsOptional()
  @IsString()
  dispositionReason?: string;

  @ApiProperty({ description: 'When it ended', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  disposedAt?: string;
}
