import { Controller } from '@nestjs/common';
import { type BatchChangeRequest, type BatchView, PauseBatch as Contract } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toBatchView } from '../batch/batch-view';
import { PauseBatch } from './pause-batch.use-case';

@Controller()
export class PauseBatchHandler {
  constructor(private readonly pauseBatch: PauseBatch) {}

  @Handles(Contract)
  async handle(request: BatchChangeRequest): Promise<BatchView> {
    return toBatchView(await this.pauseBatch.execute(request));
  }
}
