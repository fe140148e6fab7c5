import type { Type } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  AccountNoticePage,
  AccountRatingPage,
  AccountView,
  ArrearsView,
  BillPage,
  GetAccountRequest,
  InboundCallPage,
  KnownOutages,
  PaymentPage,
  StandingChangePage,
  WorkOrderPage,
} from '@switchyard/contracts';

export class CustomerPath extends GetAccountRequest {}

/** A part of the overview: what it holds, or why it is not there at this moment. */
export interface OverviewPart<Content> {
  available: boolean;
  content?: Content;
  code?: string;
}

function PartOf<Content>(content: Type<Content>): Type<OverviewPart<Content>> {
  class Part implements OverviewPart<Content> {
    @ApiProperty({ description: 'Whether it was answered in time' })
    available: boolean;

    @ApiPropertyOptional({ description: 'What it holds', type: content })
    content?: Content;

    @ApiPropertyOptional({
      description: 'Why it is not there: a stable code',
      example: 'service.unavailable',
    })
    code?: string;
  }
  Object.defineProperty(Part, 'name', { value: `${content.name}Part` });
  return Part;
}

const AccountPart = PartOf(AccountView);
const StandingPart = PartOf(StandingChangePage);
const CallsPart = PartOf(InboundCallPage);
const NoticesPart = PartOf(AccountNoticePage);
const RatingsPart = PartOf(AccountRatingPage);
const WorkOrdersPart = PartOf(WorkOrderPage);
const PaymentsPart = PartOf(PaymentPage);
const BillsPart = PartOf(BillPage);
const ArrearsPart = PartOf(ArrearsView);
const OutagesPart = PartOf(KnownOutages);

/** Everything about a customer on one page; a part that is not available says so and holds up no other. */
export class CustomerOverview {
  @ApiProperty({ description: 'Number of the customer account' })
  accountNo: string;

  @ApiProperty({ description: 'The account', type: AccountPart })
  account: OverviewPart<AccountView>;

  @ApiProperty({ description: 'The latest changes of tier, list, importance and stage', type: StandingPart })
  standing: OverviewPart<StandingChangePage>;

  @ApiProperty({ description: 'The latest calls of the customer', type: CallsPart })
  calls: OverviewPart<InboundCallPage>;

  @ApiProperty({ description: 'The latest notices to the customer', type: NoticesPart })
  notices: OverviewPart<AccountNoticePage>;

  @ApiProperty({ description: 'The latest ratings by the customer', type: RatingsPart })
  ratings: OverviewPart<AccountRatingPage>;

  @ApiProperty({ description: 'The latest work orders', type: WorkOrdersPart })
  workOrders: OverviewPart<WorkOrderPage>;

  @ApiProperty({ description: 'The latest payments', type: PaymentsPart })
  payments: OverviewPart<PaymentPage>;

  @ApiProperty({ description: 'The latest bills', type: BillsPart })
  bills: OverviewPart<BillPage>;

  @ApiProperty({ description: 'What is owed', type: ArrearsPart })
  arrears: OverviewPart<ArrearsView>;

  @ApiProperty({ description: 'Outages of the customer’s area now', type: OutagesPart })
  outages: OverviewPart<KnownOutages>;
}
