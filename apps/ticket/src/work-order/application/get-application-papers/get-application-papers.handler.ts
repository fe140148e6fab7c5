import { Controller } from '@nestjs/common';
import {
  GetApplicationPapers,
  GetWorkOrderRequest,
  type PaperChecklist,
  type RequestContext,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { assertMayRead } from '../../access';
import { workOrderNotFound } from '../../work-order-errors';
import { WorkOrders } from '../../work-orders.port';
import { Checklist } from '../checklist';

@Controller()
export class GetApplicationPapersHandler {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly checklist: Checklist,
  ) {}

  @Handles(GetApplicationPapers)
  async handle({ number }: GetWorkOrderRequest, context: RequestContext): Promise<PaperChecklist> {
    const workOrder = await this.workOrders.find(number);
    if (!workOrder) throw workOrderNotFound(number);
    assertMayRead(workOrder, context);
    const papers = await this.checklist.of(workOrder);
    return { items: papers.map((paper) => ({ ...paper, at: paper.at?.toISOString() })) };
  }
}
