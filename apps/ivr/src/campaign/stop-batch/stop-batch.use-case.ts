import { Injectable } from '@nestjs/common';
import type { Batch } from '../batch/batch';
import { BatchLife, type BatchOrder } from '../batch/batch-life';

/** ready, running or paused → stopped. The dialer cancels whoever waits and ends the batch with its last call (T2.13). */
@Injectable()
export class StopBatch {
  constructor(private readonly life: BatchLife) {}

  execute(order: BatchOrder): Promise<Batch> {
    return this.life.move(order, 'stop');
  }
}
