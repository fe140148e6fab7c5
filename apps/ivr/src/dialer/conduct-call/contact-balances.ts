import type { Claims } from '../claim-calls/claims.port';
import { balanceOf } from '../claim-calls/plan-claims';
import type { DueContact, HeldCall } from '../dialing.types';

type OwingContact = Pick<DueContact, 'accountNo' | 'period' | 'payableFen'>;

/** What contacts still have to pay, now (T2.9). */
export class ContactBalances {
  constructor(private readonly claims: Claims) {}

  /** The same contacts of one batch, in their order. */
  async of(
    batchId: string,
    contacts: readonly OwingContact[],
  ): Promise<readonly ReturnType<typeof balanceOf>[]> {
    const accounts = [...new Set(contacts.map((contact) => contact.accountNo))];
    const dataAsOf = await this.claims.dataAsOf(batchId);
    const facts = {
      batch: { dataAsOf },
      payments: await this.claims.payments(accounts, dataAsOf),
      owed: await this.claims.owed(batchId, accounts),
    };
    return contacts.map((contact) => balanceOf(contact, facts));
  }

  /** The call with what is left now; null when nothing is left of any of its contacts. */
  async refresh(held: HeldCall): Promise<HeldCall | null> {
    const balances = await this.of(
      held.batch.id,
      held.contacts.map(({ contact }) => contact),
    );
    if (balances.every(({ paid }) => paid)) return null;
    return {
      ...held,
      contacts: held.contacts.map((part, index) => ({
        ...part,
        balanceFen: balances[index]?.balanceFen ?? part.balanceFen,
      })),
    };
  }
}
