import { randomUUID } from 'node:crypto';
import { Controller } from '@nestjs/common';
import {
  PlanMeasure,
  PlanMeasureRequest,
  type RequestContext,
  type WorkOrderView,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { RouteWorkOrder } from '../../routing/route-work-order';

@Controller()
export class PlanMeasureHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly routing: RouteWorkOrder,
  ) {}

  @Handles(PlanMeasure)
  handle(request: PlanMeasureRequest, context: RequestContext): Promise<WorkOrderView> {
    const { text, department, dueOn } = request;
    return this.act.execute(
      request,
      async () => {
        await this.routing.assertTakesWork(department);
        const data = { measure: randomUUID(), text, department, dueOn };
        return { events: [{ type: 'measure-planned', data }] };
      },
      context,
    );
  }
}
