import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsInt, Min, ValidateNested } from 'class-validator';
import { BilingualText } from '../../kernel/bilingual-text';
import { operation } from '../../kernel/contract';
import { AccountNo, BillMonth, Day, Fen, Instant, OptionalText } from '../fields';

/** What the billing system says is owed of one month (art. 18(2)), without penalty. */
export class ArrearsFacts {
  @AccountNo()
  accountNo: string;

  @BillMonth()
  billMonth: string;

  @Fen('What was unpaid of the month at `asOf`; 0 when it is settled')
  amountFen: number;

  @Day('Last day on which the month could be paid without penalty')
  dueDate: string;

  @Instant('When the billing system knew it so; later payments are subtracted here')
  asOf: string;

  @OptionalText('Where to pay; the usual places unless told', 200)
  payPlace?: string;

  @OptionalText('Where to pay, in English', 200)
  payPlaceEn?: string;
}

export class PutArrearsRequest extends ArrearsFacts {}

/** Stores what is owed of a month; what was said of the same account and month is replaced. */
export const PutArrears = operation({
  subject: 'ticket.command.put-arrears.v1',
  request: PutArrearsRequest,
  reply: ArrearsFacts,
});

export class ListArrearsRequest {
  @AccountNo()
  accountNo: string;
}

export class ArrearsMonth {
  @BillMonth()
  billMonth: string;

  @Day('Last day on which it could be paid without penalty')
  dueDate: string;

  @Fen('What is owed of the month, payments recorded here subtracted')
  amountFen: number;

  @ApiProperty({ description: 'Days since the due date; 0 when it has not passed', type: 'integer' })
  @IsInt()
  @Min(0)
  daysLate: number;

  @Fen('Penalty to date, computed on the day of asking')
  penaltyFen: number;
}

export class ArrearsView {
  @ApiProperty({
    description: 'Months that are owed, the oldest first; empty: nothing is owed',
    type: [ArrearsMonth],
  })
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => ArrearsMonth)
  months: ArrearsMonth[];

  @Day('Day up to which the penalty is computed')
  computedOn: string;

  @ApiProperty({ description: 'How the penalty is computed, as it is said', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  penaltyMethod: BilingualText;

  @Fen('All months and their penalties')
  totalFen: number;

  @ApiProperty({ description: 'Where to pay, as it is said', type: BilingualText })
  @ValidateNested()
  @Type(() => BilingualText)
  payPlace: BilingualText;
}

export const ListArrears = operation({
  subject: 'ticket.query.list-arrears.v1',
  request: ListArrearsRequest,
  reply: ArrearsView,
});
