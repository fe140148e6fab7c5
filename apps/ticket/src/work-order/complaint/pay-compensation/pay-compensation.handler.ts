import { Controller } from '@nestjs/common';
import {
  PayCompensation,
  PayCompensationRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { StandingCompensation } from '../standing-compensation';

@Controller()
export class PayCompensationHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly compensation: StandingCompensation,
  ) {}

  @Handles(PayCompensation)
  handle(request: PayCompensationRequest, context: RequestContext): Promise<WorkOrderView> {
    return this.act.execute(
      request,
      async ({ number }) => {
        const { amountFen = 0 } = await this.compensation.of(number, 'approved');
        return { events: [{ type: 'compensation-paid', data: { amountFen, reference: request.voucher } }] };
      },
      context,
    );
  }
}
