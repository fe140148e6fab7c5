import { Controller, Inject } from '@nestjs/common';
import {
  type OutageView,
  type RequestContext,
  UpdateOutage,
  UpdateOutageRequest,
} from '@switchyard/contracts';
import { CLOCK, type Clock, Handles, UnitOfWork } from '@switchyard/platform';
import { ChangeOutage } from '../change-outage';
import { JudgeOutage } from '../judge-outage';
import { assertInOrder, assertNotOver, outageNotFound } from '../outage-errors';
import { toOutageView } from '../outage-view';
import { Outages, type Outage } from '../outages.port';

@Controller()
export class UpdateOutageHandler {
  constructor(
    private readonly change: ChangeOutage,
    private readonly outages: Outages,
    private readonly judge: JudgeOutage,
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(UpdateOutage)
  handle(request: UpdateOutageRequest, context: RequestContext): Promise<OutageView> {
    const { outageId, reason } = request;
    return this.work.inTransaction(async () => {
      const known = await this.outages.lock(outageId);
      if (!known) throw outageNotFound(outageId);
      const now = this.clock.now();
      const judged = await this.judge.execute(changed(known, request, now), now);
      const outage = await this.change.execute(outageId, 'changed', () => judged, context, reason);
      return toOutageView(outage, now);
    });
  }
}

function changed(outage: Outage, request: UpdateOutageRequest, now: Date): Outage {
  assertNotOver(outage, now);
  const {
    startsAt,
    expectedRestorationAt,
    announcedAt,
    areaCodes,
    reason: _,
    outageId: __,
    ...texts
  } = request;
  const told = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  const next: Outage = {
    ...outage,
    ...told,
    ...(startsAt !== undefined && { startsAt: new Date(startsAt) }),
    ...(expectedRestorationAt !== undefined && { expectedRestorationAt: new Date(expectedRestorationAt) }),
    ...(announcedAt !== undefined && { announcedAt: new Date(announcedAt) }),
    ...(areaCodes !== undefined && { areaCodes: [...new Set([outage.areaCode, ...areaCodes])] }),
  };
  assertInOrder('expectedRestorationAt', next.startsAt, next.expectedRestorationAt);
  return next;
}
