import { Controller } from '@nestjs/common';
import {
  GetQueueFigures as Contract,
  type GetQueueFiguresRequest,
  type QueueFiguresReport,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { GetQueueFigures } from './get-queue-figures.use-case';

@Controller()
export class GetQueueFiguresHandler {
  constructor(private readonly getQueueFigures: GetQueueFigures) {}

  @Handles(Contract)
  handle(request: GetQueueFiguresRequest): Promise<QueueFiguresReport> {
    return this.getQueueFigures.execute(request);
  }
}
