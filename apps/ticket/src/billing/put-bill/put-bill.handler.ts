import { Controller, Inject } from '@nestjs/common';
import { type BillView, PutBill, PutBillRequest } from '@switchyard/contracts';
import { CLOCK, type Clock, Handles } from '@switchyard/platform';
import { toBillView } from '../bill-view';
import { Bills } from '../bills.port';

@Controller()
export class PutBillHandler {
  constructor(
    private readonly bills: Bills,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Handles(PutBill)
  async handle(bill: PutBillRequest): Promise<BillView> {
    return toBillView(await this.bills.put(bill, this.clock.now()));
  }
}
