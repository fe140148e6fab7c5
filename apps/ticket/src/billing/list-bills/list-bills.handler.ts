import { Controller } from '@nestjs/common';
import { type BillPage, ListBills, ListBillsRequest } from '@switchyard/contracts';
import { Handles } from '@switchyard/platform';
import { toBillView } from '../bill-view';
import { Bills } from '../bills.port';

@Controller()
export class ListBillsHandler {
  constructor(private readonly bills: Bills) {}

  @Handles(ListBills)
  async handle({ limit = 50, cursor, ...filter }: ListBillsRequest): Promise<BillPage> {
    const page = await this.bills.list(filter, limit, cursor);
    return { items: page.items.map(toBillView), nextCursor: page.nextCursor };
  }
}
