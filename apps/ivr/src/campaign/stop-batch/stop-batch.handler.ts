import { Controller } from '@nestjs/common';
import { type BatchChangeRequest, type BatchView, StopBatch as Contract } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toBatchView } from '../batch/batch-view';
import { StopBatch } from './stop-batch.use-case';

@Controller()
export class StopBatchHandler {
  constructor(private readonly stopBatch: StopBatch) {}

  @Handles(Contract)
  async handle(request: BatchChangeRequest): Promise<BatchView> {
    return toBatchView(await this.stopBatch.execute(request));
  }
}
