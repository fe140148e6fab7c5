import { Injectable } from '@nestjs/common';
import type { Batch } from '../batch/batch';
import { BatchLife, type BatchOrder } from '../batch/batch-life';

/** paused → running (T2.13). Contacts whose deadline passed during the pause go to hand-off. */
@Injectable()
export class ResumeBatch {
  constructor(private readonly life: BatchLife) {}

  execute(order: BatchOrder): Promise<Batch> {
    return this.life.move(order, 'resume');
  }
}
