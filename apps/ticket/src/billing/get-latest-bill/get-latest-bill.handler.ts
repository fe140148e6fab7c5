import { Controller } from '@nestjs/common';
import { GetLatestBill, GetLatestBillRequest, type LatestBill } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toBillView } from '../bill-view';
import { Bills } from '../bills.port';

@Controller()
export class GetLatestBillHandler {
  constructor(private readonly bills: Bills) {}

  @Handles(GetLatestBill)
  async handle({ accountNo }: GetLatestBillRequest): Promise<LatestBill> {
    const bill = await this.bills.latestOf(accountNo);
    return { bill: bill ? toBillView(bill) : null };
  }
}
