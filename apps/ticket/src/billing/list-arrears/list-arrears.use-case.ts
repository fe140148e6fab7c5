import { Inject, Injectable } from '@nestjs/common';
import type { ArrearsMonth, ArrearsView } from '@switchyard/contracts';
import {
  localDate,
  localDateAt,
  penaltyMethod,
  penaltyOf,
  type PenaltyGroup,
  type PenaltyPolicy,
  remainingBalances,
} from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Accounts } from '../../customer/accounts.port';
import { Payments } from '../../customer/payments.port';
import { Policies } from '../../policy/policies';
import { type Arrears, ArrearsRegister } from '../arrears.port';

/**
 * What an account owes now (T1.5, art. 18(2)): what the billing system said, less what was paid since, the oldest
 * month first, with the penalty up to today in China. An account that nobody registered is taken for a resident's.
 */
@Injectable()
export class ListArrears {
  constructor(
    private readonly arrears: ArrearsRegister,
    private readonly accounts: Accounts,
    private readonly payments: Payments,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute(accountNo: string): Promise<ArrearsView> {
    const now = this.clock.now();
    const [account, policy, owed] = await Promise.all([
      this.accounts.find(accountNo),
      this.policies.penalty(now),
      this.owedNow(accountNo),
    ]);
    const group = account?.kind ?? 'resident';
    const months = owed.map((month) => withPenalty(month, group, policy, now));
    return {
      months,
      computedOn: localDateAt(now),
      penaltyMethod: penaltyMethod(group, policy),
      totalFen: months.reduce((sum, { amountFen, penaltyFen }) => sum + amountFen + penaltyFen, 0),
      payPlace: payPlaceOf(owed, policy),
    };
  }

  private async owedNow(accountNo: string): Promise<readonly Arrears[]> {
    const told = await this.arrears.ofAccount(accountNo);
    const earliest = told.reduce<Date | undefined>(
      (at, { asOf }) => (at && at < asOf ? at : asOf),
      undefined,
    );
    if (!earliest) return [];
    const payments = await this.payments.since(accountNo, earliest);
    const items = told.map(({ billMonth, amountFen, asOf }) => ({
      ref: billMonth,
      period: billMonth,
      owedFen: amountFen,
      asOf,
    }));
    const left = new Map(remainingBalances(items, payments).map(({ ref, balanceFen }) => [ref, balanceFen]));
    return told
      .map((month) => ({ ...month, amountFen: left.get(month.billMonth) ?? month.amountFen }))
      .filter(({ amountFen }) => amountFen > 0);
  }
}

function withPenalty(month: Arrears, group: PenaltyGroup, policy: PenaltyPolicy, now: Date): ArrearsMonth {
  const { billMonth, dueDate, amountFen } = month;
  const late = { amountFen, dueDate: localDate(dueDate) };
  return { billMonth, dueDate, amountFen, ...penaltyOf(late, group, policy, localDateAt(now)) };
}

/** The place told with the latest month; else the usual ones. */
function payPlaceOf(owed: readonly Arrears[], policy: PenaltyPolicy): ArrearsView['payPlace'] {
  const told = owed.findLast(({ payPlace }) => payPlace !== undefined);
  if (!told?.payPlace) return { ...policy.payPlace };
  return { 'zh-CN': told.payPlace, en: told.payPlaceEn ?? policy.payPlace.en };
}
