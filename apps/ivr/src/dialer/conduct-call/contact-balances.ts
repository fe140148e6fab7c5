import type { Claims } from '../claim-calls/claims.port';
import { balanceOf } from '../claim-calls/plan-claims';
import type { HeldCall } from '../dialing.types';

/** What the contacts of a call still have to pay, now; null when nothing is left of any of them (T2.9). */
export class ContactBalances {
  constructor(private readonly claims: Claims) {}

  async refresh(held: HeldCall): Promise<HeldCall | null> {
    const batchId = held.batch.id;
    const accounts = held.contacts.map(({ contact }) => contact.accountNo);
    const dataAsOf = await this.claims.dataAsOf(batchId);
    const facts = {
      batch: { dataAsOf },
      payments: await this.claims.payments(accounts, dataAsOf),
      owed: await this.claims.owed(batchId, accounts),
    };
    const balances = held.contacts.map(({ contact }) => balanceOf(contact, facts));
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
