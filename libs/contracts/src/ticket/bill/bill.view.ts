import { ApiProperty } from '@nestjs/swagger';
import { IsNumber, Max, Min } from 'class-validator';
import { AccountNo, BillMonth, Day, Fen, Instant, LOWEST_BALANCE_FEN, OptionalDay } from '../fields';

/** What art. 17(3) wants told of a bill. */
export class BillFacts {
  @AccountNo()
  accountNo: string;

  @BillMonth()
  billMonth: string;

  @Day('Day of the reading')
  readingDate: string;

  @ApiProperty({
    description: 'What the meter showed, kWh, at most four decimals',
    minimum: 0,
    example: 10050.3,
  })
  @IsNumber({ maxDecimalPlaces: 4 })
  @Min(0)
  @Max(1_000_000_000)
  registerValue: number;

  @ApiProperty({ description: 'Energy of the month, kWh, at most four decimals', minimum: 0, example: 128 })
  @IsNumber({ maxDecimalPlaces: 4 })
  @Min(0)
  @Max(1_000_000_000)
  energyKwh: number;

  @Fen('What the month costs')
  amountFen: number;

  @Fen('Balance before: above 0 owed, below 0 credit', LOWEST_BALANCE_FEN)
  previousBalanceFen: number;

  @Fen('What is to be paid by this bill')
  payableFen: number;

  @OptionalDay('Last day to pay')
  dueDate?: string;
}

export class BillView extends BillFacts {
  @Fen('Payments recorded here for this bill')
  paidFen: number;

  @Fen('What is left to pay of it, as far as we know')
  leftToPayFen: number;

  @Instant('When the bill was last told to us')
  updatedAt: string;
}
