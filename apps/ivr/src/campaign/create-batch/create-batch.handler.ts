import { Controller } from '@nestjs/common';
import {
  type BatchView,
  CreateBatch as Contract,
  type CreateBatchRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toBatchView } from '../batch/batch-view';
import { CreateBatch } from './create-batch.use-case';

@Controller()
export class CreateBatchHandler {
  constructor(private readonly createBatch: CreateBatch) {}

  @Handles(Contract)
  async handle(request: CreateBatchRequest, { actor }: RequestContext): Promise<BatchView> {
    return toBatchView(await this.createBatch.execute(request, actor.name || actor.id));
  }
}
