import { Controller, Inject } from '@nestjs/common';
import {
  CancelOutage,
  CancelOutageRequest,
  type OutageView,
  type RequestContext,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { ChangeOutage } from '../change-outage';
import { assertNotOver } from '../outage-errors';
import { toOutageView } from '../outage-view';
import type { Outage } from '../outages.port';

@Controller()
export class CancelOutageHandler {
  constructor(
    private readonly change: ChangeOutage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(CancelOutage)
  async handle({ outageId, reason }: CancelOutageRequest, context: RequestContext): Promise<OutageView> {
    const next = (outage: Outage, now: Date) => cancelled(outage, reason, now);
    const outage = await this.change.execute(outageId, 'cancelled', next, context, reason);
    return toOutageView(outage, this.clock.now());
  }
}

function cancelled(outage: Outage, cancelReason: string | undefined, now: Date): Outage {
  assertNotOver(outage, now);
  return { ...outage, cancelledAt: now, cancelReason };
}
