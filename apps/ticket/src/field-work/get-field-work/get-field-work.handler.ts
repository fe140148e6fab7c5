import { Controller } from '@nestjs/common';
import { FaultReference, type FieldWorkView, GetFieldWork, type RequestContext } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { WorkOrders } from '../../work-order/work-orders.port';
import { toFieldWorkView } from '../field-work';
import { assertFault } from '../field-work-errors';

@Controller()
export class GetFieldWorkHandler {
  constructor(
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
  ) {}

  @Handles(GetFieldWork)
  async handle({ number }: FaultReference, context: RequestContext): Promise<FieldWorkView> {
    const fault = assertFault(number, await this.workOrders.find(number), context);
    return toFieldWorkView(fault, await this.journal.history(number));
  }
}
