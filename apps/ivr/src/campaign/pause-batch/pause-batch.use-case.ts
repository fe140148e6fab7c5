import { Injectable } from '@nestjs/common';
import type { Batch } from '../batch/batch';
import { BatchLife, type BatchOrder } from '../batch/batch-life';

/** running → paused: nobody else is dialled; calls in progress end by themselves (T2.13). */
@Injectable()
export class PauseBatch {
  constructor(private readonly life: BatchLife) {}

  execute(order: BatchOrder): Promise<Batch> {
    return this.life.move(order, 'pause');
  }
}
