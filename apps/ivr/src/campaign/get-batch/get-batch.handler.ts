import { Controller } from '@nestjs/common';
import { type BatchDetail, type BatchReference, GetBatch as Contract } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { GetBatch } from './get-batch.use-case';

@Controller()
export class GetBatchHandler {
  constructor(private readonly getBatch: GetBatch) {}

  @Handles(Contract)
  handle({ batchId }: BatchReference): Promise<BatchDetail> {
    return this.getBatch.execute(batchId);
  }
}
