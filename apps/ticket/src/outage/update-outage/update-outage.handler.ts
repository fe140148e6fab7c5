import { Controller, Inject } from '@nestjs/common';
import {
  type OutageView,
  type RequestContext,
  UpdateOutage,
  UpdateOutageRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { ChangeOutage } from '../change-outage';
import { assertInOrder, assertNotOver } from '../outage-errors';
import { toOutageView } from '../outage-view';
import type { Outage } from '../outages.port';

@Controller()
export class UpdateOutageHandler {
  constructor(
    private readonly change: ChangeOutage,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(UpdateOutage)
  async handle(request: UpdateOutageRequest, context: RequestContext): Promise<OutageView> {
    const next = (outage: Outage, now: Date) => changed(outage, request, now);
    const outage = await this.change.execute(request.outageId, 'changed', next, context);
    return toOutageView(outage, this.clock.now());
  }
}

function changed(outage: Outage, request: UpdateOutageRequest, now: Date): Outage {
  assertNotOver(outage, now);
  const { startsAt, expectedRestorationAt, cause, causeEn, announcedText, announcedTextEn } = request;
  const next: Outage = {
    ...outage,
    ...(startsAt !== undefined && { startsAt: new Date(startsAt) }),
    ...(expectedRestorationAt !== undefined && { expectedRestorationAt: new Date(expectedRestorationAt) }),
    ...(cause !== undefined && { cause }),
    ...(causeEn !== undefined && { causeEn }),
    ...(announcedText !== undefined && { announcedText }),
    ...(announcedTextEn !== undefined && { announcedTextEn }),
  };
  assertInOrder('expectedRestorationAt', next.startsAt, next.expectedRestorationAt);
  return next;
}
