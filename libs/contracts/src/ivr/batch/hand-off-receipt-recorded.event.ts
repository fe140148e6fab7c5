import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { event } from '../../kernel/contract';

export class HandOffReceiptRecordedPayload {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'The receipt', format: 'uuid' })
  @IsUUID()
  receiptId: string;

  @ApiProperty({ description: 'Who took the list: person or department' })
  @IsString()
  receivedBy: string;

  @ApiProperty({ description: "The receiver's own reference", required: false })
  @IsOptional()
  @IsString()
  reference?: string;

  @ApiProperty({ description: 'When it was received', format: 'date-time' })
  @IsISO8601()
  receivedAt: string;

  @ApiProperty({ description: 'Number of contacts', type: 'integer' })
  @IsInt()
  contacts: number;
}

export const HandOffReceiptRecorded = event({
  subject: 'ivr.event.hand-off-receipt-recorded.v1',
  payload: HandOffReceiptRecordedPayload,
});
