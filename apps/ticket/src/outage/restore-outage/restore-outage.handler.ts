import { Controller, Inject } from '@nestjs/common';
import {
  type OutageView,
  type RequestContext,
  RestoreOutage,
  RestoreOutageRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { ChangeOutage } from '../change-outage';
import { assertInOrder, assertNotOver } from '../outage-errors';
import { toOutageView } from '../outage-view';
import type { Outage } from '../outages.port';

@Controller()
export class RestoreOutageHandler {
  constructor(
    private readonly change: ChangeOutage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(RestoreOutage)
  async handle(request: RestoreOutageRequest, context: RequestContext): Promise<OutageView> {
    const next = (outage: Outage, now: Date) => restored(outage, request.restoredAt, now);
    const outage = await this.change.execute(request.outageId, 'restored', next, context);
    return toOutageView(outage, this.clock.now());
  }
}

function restored(outage: Outage, at: string | undefined, now: Date): Outage {
  const restoredAt = at === undefined ? now : new Date(at);
  if (at !== undefined && outage.restoredAt?.getTime() === restoredAt.getTime()) return outage;
  assertNotOver(outage, now);
  assertInOrder('restoredAt', outage.startsAt, restoredAt);
  return { ...outage, restoredAt };
}
