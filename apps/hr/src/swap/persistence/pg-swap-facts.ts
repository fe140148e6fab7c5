import { Inject, Injectable } from '@nestjs/common';
import { localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock, UnitOfWork } from '@switchyard/platform';
import { SwapFacts, type SwapMonthFacts } from '../swap-facts.port';

@Injectable()
export class PgSwapFacts extends SwapFacts {
  constructor(
    private readonly work: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {
    super();
  }

  ofMonth(staffNumbers: readonly string[], month: string): Promise<readonly SwapMonthFacts[]> {
    return this.work.query<SwapMonthFacts>(
      `select requester as "staffNumber", (count(*) filter (where month = $2::date))::integer as swaps,
         (count(*) filter (where repayment in ('owed', 'proposed')
            and repayment_due < least($3::date, ($2::date + interval '1 month')::date)))::integer as "overdueRepayments"
       from swap where state = 'approved' and requester = any ($1)
         and (month = $2::date or repayment in ('owed', 'proposed')) group by requester`,
      [staffNumbers, `${month}-01`, localDateAt(this.clock.now())],
    );
  }
}
