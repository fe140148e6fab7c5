import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsUUID } from 'class-validator';
import { TableImportView } from '../../kernel/table-import';
import { BATCH_KINDS, type BatchKindName } from './words';

export class ImportView extends TableImportView {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;

  @ApiProperty({ description: 'Kind of notice', enum: BATCH_KINDS })
  @IsIn(BATCH_KINDS)
  kind: BatchKindName;
}
