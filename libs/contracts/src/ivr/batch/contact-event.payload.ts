import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsIn, IsISO8601, IsString, IsUUID, ValidateNested } from 'class-validator';
import { AttemptEvidence } from './list-hand-off.contract';
import { BATCH_KINDS, type BatchKindName } from './words';

/** What every event about one contact tells. */
export class ContactEventPayload {
  @ApiProperty({ description: 'The contact' })
  @IsString()
  contactId: string;

  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;

  @ApiProperty({ description: 'Account number' })
  @IsString()
  accountNo: string;

  @ApiProperty({ description: 'Reading date of a bill, month of arrears' })
  @IsString()
  period: string;

  @ApiProperty({ description: 'When', format: 'date-time' })
  @IsISO8601()
  at: string;

  @ApiProperty({ description: 'Attempts, oldest first', type: [AttemptEvidence] })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => AttemptEvidence)
  attempts: AttemptEvidence[];
}
