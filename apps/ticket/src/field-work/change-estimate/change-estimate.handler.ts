import { Controller } from '@nestjs/common';
import {
  ChangeEstimate,
  ChangeEstimateRequest,
  type FieldWorkView,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { assertFuture } from '../field-work-errors';
import { TellOutage } from '../tell-outage';
import { WorkOnFault } from '../work-on-fault';

@Controller()
export class ChangeEstimateHandler {
  constructor(
    private readonly work: WorkOnFault,
    private readonly tellOutage: TellOutage,
  ) {}

  @Handles(ChangeEstimate)
  handle(request: ChangeEstimateRequest, context: RequestContext): Promise<FieldWorkView> {
    const { number, reason } = request;
    const estimate = new Date(request.estimatedRestorationAt);
    return this.work.execute(
      number,
      (_, now) => {
        assertFuture('estimatedRestorationAt', estimate, now);
        return { type: 'estimate-changed', data: { estimatedRestorationAt: estimate.toISOString(), reason } };
      },
      context,
      (fault) => this.tellOutage.estimate(fault, estimate, reason, context),
    );
  }
}
