import { Controller } from '@nestjs/common';
import { type BatchPreview, PreviewBatch as Contract, type PreviewBatchRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { PreviewBatch } from './preview-batch.use-case';

@Controller()
export class PreviewBatchHandler {
  constructor(private readonly previewBatch: PreviewBatch) {}

  @Handles(Contract)
  handle(request: PreviewBatchRequest): Promise<BatchPreview> {
    return this.previewBatch.execute(request);
  }
}
