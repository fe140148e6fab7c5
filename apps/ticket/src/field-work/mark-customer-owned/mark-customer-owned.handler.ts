import { Controller } from '@nestjs/common';
import {
  FIELD_WORK_ERRORS,
  type FieldWorkView,
  MarkCustomerOwned,
  MarkCustomerOwnedRequest,
  type RequestContext,
} from '@switchyard/contracts';
import { DomainError, Handles } from '@switchyard/platform';
import { WorkOnFault } from '../work-on-fault';

@Controller()
export class MarkCustomerOwnedHandler {
  constructor(private readonly work: WorkOnFault) {}

  @Handles(MarkCustomerOwned)
  async handle(request: MarkCustomerOwnedRequest, context: RequestContext): Promise<FieldWorkView> {
    const { number, explanation, electrician, paidRepair } = request;
    if (paidRepair && !paidRepair.priceTold) {
      const message =
        'A repair that is paid needs an approved tariff, told to the customer before; tell it first.';
      throw new DomainError(FIELD_WORK_ERRORS.priceNotTold, message, { field: 'paidRepair.priceTold' });
    }
    const data = { explanation, electrician, tariff: paidRepair?.tariff };
    return this.work.execute(number, () => ({ type: 'customer-owned', data }), context);
  }
}
