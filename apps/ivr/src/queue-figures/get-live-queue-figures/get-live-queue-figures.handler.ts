import { Controller } from '@nestjs/common';
import { GetLiveQueueFigures as Contract, type LiveQueueFigures } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { GetLiveQueueFigures } from './get-live-queue-figures.use-case';

@Controller()
export class GetLiveQueueFiguresHandler {
  constructor(private readonly getLiveQueueFigures: GetLiveQueueFigures) {}

  @Handles(Contract)
  handle(): Promise<LiveQueueFigures> {
    return this.getLiveQueueFigures.execute();
  }
}
