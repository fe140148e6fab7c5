import { Controller } from '@nestjs/common';
import { type BatchChangeRequest, DeleteBatch as Contract, type DeletedBatch } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { DeleteBatch } from './delete-batch.use-case';

@Controller()
export class DeleteBatchHandler {
  constructor(private readonly deleteBatch: DeleteBatch) {}

  @Handles(Contract)
  async handle(request: BatchChangeRequest): Promise<DeletedBatch> {
    await this.deleteBatch.execute(request);
    return { batchId: request.batchId };
  }
}
