import { Controller } from '@nestjs/common';
import {
  ReasonAct,
  RefuseCompensation,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { StandingCompensation } from '../standing-compensation';

@Controller()
export class RefuseCompensationHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly compensation: StandingCompensation,
  ) {}

  @Handles(RefuseCompensation)
  handle(request: ReasonAct, context: RequestContext): Promise<WorkOrderView> {
    return this.act.execute(
      request,
      async ({ number }) => {
        await this.compensation.judgedBy(number, context);
        return { events: [{ type: 'compensation-refused', data: { reason: request.reason } }] };
      },
      context,
    );
  }
}
