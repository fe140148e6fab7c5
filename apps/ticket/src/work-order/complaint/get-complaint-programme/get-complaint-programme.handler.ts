import { Controller } from '@nestjs/common';
import {
  type ComplaintView,
  GetComplaintProgramme,
  GetWorkOrderRequest,
  type RequestContext,
  WORK_ORDER_ERRORS,
} from '@switchyard/contracts';
import { compensationOf, ruleFor } from '@switchyard/domain';
import { DomainError, Handles } from '@switchyard/platform';
import { Policies } from '../../../policy/policies';
import { assertMayRead } from '../../access';
import { workOrderNotFound } from '../../work-order-errors';
import { WorkOrderJournal } from '../../work-order-journal';
import { WorkOrders } from '../../work-orders.port';

/** By the programme of the day on which the complaint was taken in. */
@Controller()
export class GetComplaintProgrammeHandler {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
    private readonly policies: Policies,
  ) {}

  @Handles(GetComplaintProgramme)
  async handle({ number }: GetWorkOrderRequest, context: RequestContext): Promise<ComplaintView> {
    const workOrder = await this.workOrders.find(number);
    if (!workOrder) throw workOrderNotFound(number);
    assertMayRead(workOrder, context);
    if (workOrder.kind !== 'complaint')
      throw new DomainError(
        WORK_ORDER_ERRORS.noComplaint,
        `${number} is a ${workOrder.kind}, no complaint.`,
        {
          number,
          kind: workOrder.kind,
        },
      );
    const programme = await this.policies.complaints(workOrder.openedAt);
    const { category: _, schemes, script, ...rule } = ruleFor(programme, workOrder.contentCategory);
    const events = await this.journal.history(number);
    const { status, amountFen } = compensationOf(events);
    const cause = events.filter(({ type }) => type === 'cause-found').at(-1)?.data['cause'];
    return {
      ...rule,
      schemes: [...schemes],
      script: { ...script },
      compensation: status,
      compensationFen: amountFen,
      cause: typeof cause === 'string' ? cause : undefined,
    };
  }
}
