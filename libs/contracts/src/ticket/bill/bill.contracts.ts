import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsOptional, ValidateNested } from 'class-validator';
import { operation } from '../../kernel/contract';
import { PageOf, PageRequest } from '../../kernel/paging';
import { AccountNo, OptionalAccountNo, OptionalBillMonth } from '../fields';
import { BillFacts, BillView } from './bill.view';

export class PutBillRequest extends BillFacts {}

/** Stores a bill as the billing system tells it; one of the same account and month is replaced. */
export const PutBill = operation({
  subject: 'ticket.command.put-bill.v1',
  request: PutBillRequest,
  reply: BillView,
});

export class GetLatestBillRequest {
  @AccountNo()
  accountNo: string;
}

export class LatestBill {
  @ApiProperty({
    description: 'The bill of the latest month; null when there is none',
    type: BillView,
    nullable: true,
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => BillView)
  bill: BillView | null;
}

export const GetLatestBill = operation({
  subject: 'ticket.query.get-latest-bill.v1',
  request: GetLatestBillRequest,
  reply: LatestBill,
});

export class ListBillsRequest extends PageRequest {
  @OptionalAccountNo()
  accountNo?: string;

  @OptionalBillMonth()
  billMonth?: string;
}

export class BillPage extends PageOf(BillView, 'Bills, the latest month first') {}

export const ListBills = operation({
  subject: 'ticket.query.bills.v1',
  request: ListBillsRequest,
  reply: BillPage,
});
