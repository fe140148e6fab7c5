import { Controller } from '@nestjs/common';
import {
  FinishMeasure,
  FinishMeasureRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { AssertMeasure } from '../assert-measure';

@Controller()
export class FinishMeasureHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly measures: AssertMeasure,
  ) {}

  @Handles(FinishMeasure)
  async handle(request: FinishMeasureRequest, context: RequestContext): Promise<WorkOrderView> {
    const { number, measure } = request;
    const department = await this.measures.departmentOf(measure);
    return this.act.execute(
      request,
      async () => {
        await this.measures.assert(number, measure, 'planned');
        return { events: [{ type: 'measure-done', data: { measure, text: request.text } }] };
      },
      context,
      department === undefined ? [] : [department],
    );
  }
}
