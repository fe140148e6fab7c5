import { Controller } from '@nestjs/common';
import { type BatchChangeRequest, type BatchView, ResumeBatch as Contract } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toBatchView } from '../batch/batch-view';
import { ResumeBatch } from './resume-batch.use-case';

@Controller()
export class ResumeBatchHandler {
  constructor(private readonly resumeBatch: ResumeBatch) {}

  @Handles(Contract)
  async handle(request: BatchChangeRequest): Promise<BatchView> {
    return toBatchView(await this.resumeBatch.execute(request));
  }
}
