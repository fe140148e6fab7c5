import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { operation } from '../../kernel/contract';
import { BATCH_ERRORS } from './errors';
import { HandOffReceiptView } from './list-hand-off.contract';

export class RecordHandOffReceiptRequest {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Who took the list: person or department' })
  @IsString()
  @Length(1, 120)
  receivedBy: string;

  @ApiProperty({ description: "The receiver's own reference", required: false })
  @IsOptional()
  @IsString()
  @Length(1, 120)
  reference?: string;

  @ApiProperty({ description: 'Note', required: false })
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  note?: string;

  @ApiProperty({ description: 'Default: now. Not in the future', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601({ strict: true, strictSeparator: true })
  receivedAt?: string;
}

/** Notes that the billing centre has the final list (T2.11). */
export const RecordHandOffReceipt = operation({
  subject: 'ivr.command.record-hand-off-receipt.v1',
  request: RecordHandOffReceiptRequest,
  reply: HandOffReceiptView,
  errors: [BATCH_ERRORS.notFound, BATCH_ERRORS.handOffNotFinal],
});
