import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { BatchChangeRequest } from './batch-reference';
import { BatchView } from './batch.view';
import { BATCH_ERRORS } from './errors';
import { ImportWarning } from '../../kernel/table-import';

export class StartedBatch {
  @ApiProperty({ description: 'The batch', type: BatchView })
  @ValidateNested()
  @Type(() => BatchView)
  batch: BatchView;

  @ApiProperty({
    description: 'E.g. that the deadline will be missed; a warning refuses nothing',
    type: [ImportWarning],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ImportWarning)
  warnings: ImportWarning[];
}

/** ready → running (T2.13). */
export const StartBatch = operation({
  subject: 'ivr.command.start-batch.v1',
  request: BatchChangeRequest,
  reply: StartedBatch,
  errors: [
    BATCH_ERRORS.notFound,
    BATCH_ERRORS.wrongState,
    BATCH_ERRORS.versionConflict,
    BATCH_ERRORS.deadlinePassed,
    BATCH_ERRORS.importRunning,
  ],
});
