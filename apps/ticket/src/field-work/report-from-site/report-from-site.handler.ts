import { Controller } from '@nestjs/common';
import {
  type FieldWorkView,
  ReportFromSite,
  ReportFromSiteRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { assertFuture } from '../field-work-errors';
import { TellOutage } from '../tell-outage';
import { WorkOnFault } from '../work-on-fault';

@Controller()
export class ReportFromSiteHandler {
  constructor(
    private readonly work: WorkOnFault,
    private readonly tellOutage: TellOutage,
  ) {}

  @Handles(ReportFromSite)
  handle(request: ReportFromSiteRequest, context: RequestContext): Promise<FieldWorkView> {
    const { number, symptom, cause, crewLocation, estimatedRestorationAt } = request;
    const estimate = estimatedRestorationAt === undefined ? undefined : new Date(estimatedRestorationAt);
    return this.work.execute(
      number,
      (_, now) => {
        assertFuture('estimatedRestorationAt', estimate, now);
        const more = { cause, crewLocation, estimatedRestorationAt: estimate?.toISOString() };
        return { type: 'site-reported', data: { symptom, ...more } };
      },
      context,
      async (fault) => {
        if (estimate) await this.tellOutage.estimate(fault, estimate, symptom.slice(0, 500), context);
      },
    );
  }
}
