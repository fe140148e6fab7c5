import { Controller } from '@nestjs/common';
import {
  type BatchChangeRequest,
  type RequestContext,
  StartBatch as Contract,
  type StartedBatch,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toBatchView } from '../batch/batch-view';
import { ForecastBatch } from '../preview-batch/forecast-batch';
import { StartBatch } from './start-batch.use-case';

@Controller()
export class StartBatchHandler {
  constructor(
    private readonly startBatch: StartBatch,
    private readonly forecastBatch: ForecastBatch,
  ) {}

  @Handles(Contract)
  async handle(request: BatchChangeRequest, context: RequestContext): Promise<StartedBatch> {
    const batch = await this.startBatch.execute(request, context);
    const { warnings } = await this.forecastBatch.of(batch);
    return { batch: toBatchView(batch), warnings: [...warnings] };
  }
}
