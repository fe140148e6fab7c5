import { Controller } from '@nestjs/common';
import {
  ApproveCompensation,
  ApproveCompensationRequest,
  type RequestContext,
  WORK_ORDER_ERRORS,
  type WorkOrderView,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { StandingCompensation } from '../standing-compensation';

@Controller()
export class ApproveCompensationHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly compensation: StandingCompensation,
  ) {}

  @Handles(ApproveCompensation)
  handle(request: ApproveCompensationRequest, context: RequestContext): Promise<WorkOrderView> {
    return this.act.execute(
      request,
      async ({ number }) => {
        const { amountFen: proposed = 0 } = await this.compensation.judgedBy(number, context);
        const { amountFen = proposed, note } = request;
        if (amountFen > proposed)
          throw new DomainError(
            WORK_ORDER_ERRORS.compensationRefused,
            `No more than the ${proposed} fen that were proposed can be granted.`,
            { field: 'amountFen', proposed },
          );
        return { events: [{ type: 'compensation-approved', data: { amountFen, note } }] };
      },
      context,
    );
  }
}
