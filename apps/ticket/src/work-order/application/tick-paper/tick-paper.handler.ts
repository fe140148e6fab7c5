import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  TickPaper,
  TickPaperRequest,
  WORK_ORDER_ERRORS,
  type WorkOrderView,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { ActOnWorkOrder } from '../../act/act-on-work-order';
import { Checklist } from '../checklist';

@Controller()
export class TickPaperHandler {
  constructor(
    private readonly act: ActOnWorkOrder,
    private readonly checklist: Checklist,
  ) {}

  @Handles(TickPaper)
  handle(request: TickPaperRequest, context: RequestContext): Promise<WorkOrderView> {
    const { paper, received = true, note } = request;
    return this.act.execute(
      request,
      async (workOrder) => {
        const papers = (await this.checklist.of(workOrder)).map(({ code }) => code);
        if (papers.includes(paper))
          return { events: [{ type: 'paper-received', data: { paper, received, note } }] };
        throw new DomainError(
          WORK_ORDER_ERRORS.paperUnknown,
          papers.length === 0
            ? `Who applies for what is not known of ${workOrder.number} yet: classify it first.`
            : `${paper} is not on the checklist of ${workOrder.number}: use one of ${papers.join(', ')}.`,
          { field: 'paper', papers },
        );
      },
      context,
    );
  }
}
