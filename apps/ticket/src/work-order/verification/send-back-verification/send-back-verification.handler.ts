import { Controller } from '@nestjs/common';
import {
  SendBackVerification,
  SendBackVerificationRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { AssertVerification } from '../assert-verification';

@Controller()
export class SendBackVerificationHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly verification: AssertVerification,
  ) {}

  @Handles(SendBackVerification)
  handle(request: SendBackVerificationRequest, context: RequestContext): Promise<WorkOrderView> {
    const { number, verification } = request;
    return this.act.execute(
      request,
      async () => {
        await this.verification.assert(number, verification, 'reported');
        return {
          events: [{ type: 'verification-sent-back', data: { verification, reason: request.reason } }],
        };
      },
      context,
    );
  }
}
