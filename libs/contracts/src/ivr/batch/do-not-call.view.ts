import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsISO8601, IsOptional, IsString, IsUUID } from 'class-validator';
import { BATCH_KINDS, type BatchKindName } from './words';

/** One number that is not to be called, for one kind of notice or for all (T2.8). */
export class DoNotCallView {
  @ApiProperty({ description: 'Identifier', format: 'uuid' })
  @IsUUID()
  id: string;

  @ApiProperty({ description: 'E.164' })
  @IsString()
  number: string;

  @ApiProperty({ description: 'Absent: for every kind', enum: BATCH_KINDS, required: false })
  @IsOptional()
  @IsIn(BATCH_KINDS)
  kind?: BatchKindName;

  @ApiProperty({ description: 'Why' })
  @IsString()
  reason: string;

  @ApiProperty({
    description: '`key`: the customer asked for it by key during a call',
    enum: ['staff', 'key', 'import'],
  })
  @IsIn(['staff', 'key', 'import'])
  source: 'staff' | 'key' | 'import';

  @ApiProperty({ description: 'Who made it' })
  @IsString()
  createdBy: string;

  @ApiProperty({ description: 'When it was made', format: 'date-time' })
  @IsISO8601()
  createdAt: string;

  @ApiProperty({ description: 'Who removed it', required: false })
  @IsOptional()
  @IsString()
  removedBy?: string;

  @ApiProperty({ description: 'When it was removed', format: 'date-time', required: false })
  @IsOptional()
  @IsISO8601()
  removedAt?: string;
}
