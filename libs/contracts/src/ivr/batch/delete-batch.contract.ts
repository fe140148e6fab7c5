import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { operation } from '../../kernel/contract';
import { BatchChangeRequest } from './batch-reference';
import { BATCH_ERRORS } from './errors';

export class DeletedBatch {
  @ApiProperty({ description: 'The batch', format: 'uuid' })
  @IsUUID()
  batchId: string;
}

/** Removes a batch that was never started, with its contacts and imports. */
export const DeleteBatch = operation({
  subject: 'ivr.command.delete-batch.v1',
  request: BatchChangeRequest,
  reply: DeletedBatch,
  errors: [
    BATCH_ERRORS.notFound,
    BATCH_ERRORS.wrongState,
    BATCH_ERRORS.versionConflict,
    BATCH_ERRORS.importRunning,
  ],
});
