import { Controller } from '@nestjs/common';
import {
  VerifyMeasure,
  VerifyMeasureRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { AssertMeasure } from '../assert-measure';

@Controller()
export class VerifyMeasureHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly measures: AssertMeasure,
  ) {}

  @Handles(VerifyMeasure)
  handle(request: VerifyMeasureRequest, context: RequestContext): Promise<WorkOrderView> {
    const { number, measure } = request;
    return this.act.execute(
      request,
      async () => {
        await this.measures.assert(number, measure, 'done');
        return {
          events: [
            { type: 'measure-verified', data: { measure, effective: request.effective, text: request.text } },
          ],
        };
      },
      context,
    );
  }
}
