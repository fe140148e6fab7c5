import { Controller } from '@nestjs/common';
import {
  ReportVerification,
  ReportVerificationRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { AssertVerification } from '../assert-verification';

@Controller()
export class ReportVerificationHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly verification: AssertVerification,
  ) {}

  @Handles(ReportVerification)
  handle(request: ReportVerificationRequest, context: RequestContext): Promise<WorkOrderView> {
    const { number, verification } = request;
    return this.act.execute(
      request,
      async () => {
        await this.verification.assert(number, verification, 'requested', 'sent-back');
        return {
          events: [{ type: 'verification-reported', data: { verification, finding: request.finding } }],
        };
      },
      context,
    );
  }
}
