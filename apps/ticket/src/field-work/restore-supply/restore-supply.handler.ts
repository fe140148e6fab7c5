import { Controller } from '@nestjs/common';
import {
  type RequestContext,
  type RestoredFaults,
  RestoreSupply,
  RestoreSupplyRequest,
} from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { WorkOrderJournal } from '../../work-order/work-order-journal';
import { WorkOrders } from '../../work-order/work-orders.port';
import { toFieldWorkView } from '../field-work';
import { assertFault } from '../field-work-errors';
import { RestoreSupplyUseCase } from './restore-supply.use-case';

@Controller()
export class RestoreSupplyHandler {
  constructor(
    private readonly restore: RestoreSupplyUseCase,
    private readonly workOrders: WorkOrders,
    private readonly journal: WorkOrderJournal,
  ) {}

  @Handles(RestoreSupply)
  async handle(request: RestoreSupplyRequest, context: RequestContext): Promise<RestoredFaults> {
    const { number, restoredAt, wholeFault = true, ...told } = request;
    const at = restoredAt === undefined ? {} : { restoredAt: new Date(restoredAt) };
    const { restored, outageId, goesOn } = await this.restore.execute(
      { number, wholeFault, ...told, ...at },
      context,
    );
    const fault = assertFault(number, await this.workOrders.find(number), context);
    return {
      fault: toFieldWorkView(fault, await this.journal.history(number)),
      restored: [...restored],
      outageId,
      goesOn,
    };
  }
}
