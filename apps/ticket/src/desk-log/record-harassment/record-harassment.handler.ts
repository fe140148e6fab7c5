import { randomUUID } from 'node:crypto';
import { Controller, Inject } from '@nestjs/common';
import {
  type HarassmentView,
  RecordHarassment,
  RecordHarassmentRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toHarassmentView } from '../desk-log-view';
import { HarassmentLog } from '../harassment.port';
import { assertNotFuture } from '../assert-not-future';

@Controller()
export class RecordHarassmentHandler {
  constructor(
    private readonly log: HarassmentLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RecordHarassment)
  async handle(request: RecordHarassmentRequest, { actor }: RequestContext): Promise<HarassmentView> {
    const now = this.clock.now();
    assertNotFuture('at', new Date(request.at), now);
    const entry = await this.log.add({
      ...request,
      entryId: randomUUID(),
      at: new Date(request.at),
      recordedBy: actor.id,
      recordedAt: now,
    });
    return toHarassmentView(entry);
  }
}
