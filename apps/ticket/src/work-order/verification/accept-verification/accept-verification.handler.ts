import { Controller } from '@nestjs/common';
import {
  AcceptVerification,
  VerificationAct,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { AssertVerification } from '../assert-verification';

@Controller()
export class AcceptVerificationHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly verification: AssertVerification,
  ) {}

  @Handles(AcceptVerification)
  handle(request: VerificationAct, context: RequestContext): Promise<WorkOrderView> {
    const { number, verification } = request;
    return this.act.execute(
      request,
      async () => {
        await this.verification.assert(number, verification, 'reported');
        return { events: [{ type: 'verification-accepted', data: { verification } }] };
      },
      context,
    );
  }
}
