import { Inject, Injectable } from '@nestjs/common';
import { type AnnualBalance, annualBalance, type LocalDate } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { Policies } from '../../policy/policies';
import { AnnualAccounts } from './annual-accounts.port';

export interface Employed {
  readonly staffNumber: string;
  readonly hiredOn: LocalDate;
}

/** What is left of annual leave (公休). */
@Injectable()
export class AnnualBalances {
  constructor(
    private readonly accounts: AnnualAccounts,
    private readonly policies: Policies,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** A function from person and year to the balance, from two statements for all of them. */
  async of(people: readonly Employed[]): Promise<(person: Employed, year: number) => AnnualBalance> {
    const numbers = people.map(({ staffNumber }) => staffNumber);
    const policy = await this.policies.inForce('leave', this.clock.now());
    const used = await this.accounts.use(numbers);
    const set = await this.accounts.entitlements(numbers);
    return ({ staffNumber, hiredOn }, year) =>
      annualBalance(
        {
          year,
          hiredOn,
          setDays: (one) => set.get(staffNumber)?.get(one),
          usedHalves: (one) => used.get(staffNumber)?.get(one) ?? { taken: 0, reserved: 0 },
        },
        policy,
      );
  }
}
