import {
  type CallingHours,
  type CustomerKind,
  type DialingPolicy,
  earliestPermitted,
  mayDialAt,
  mergeByNumber,
  nextOpening,
  remainingBalances,
} from '@switchyard/domain';
import type { DueContact, RunningBatch } from '../dialing.types';
import type { Deferral, KnownPayment, OwedPeriod } from './claims.port';

/** Milliseconds after which a number that is on the line is looked at again. */
export const NUMBER_BUSY_MS = 5_000;

/** Everything that the plan may know; read in the claim's transaction. */
export interface ClaimFacts {
  readonly now: Date;
  readonly batch: RunningBatch;
  readonly policy: DialingPolicy;
  readonly hoursOf: (kind: CustomerKind) => CallingHours;
  readonly doNotCall: ReadonlySet<string>;
  readonly onTheLine: ReadonlySet<string>;
  readonly payments: ReadonlyMap<string, readonly KnownPayment[]>;
  readonly owed: ReadonlyMap<string, readonly OwedPeriod[]>;
  readonly recentCalls: ReadonlyMap<string, readonly Date[]>;
}

export interface PlannedCall {
  readonly number: string;
  readonly extension: string | null;
  readonly contacts: readonly { readonly contact: DueContact; readonly balanceFen: number }[];
  readonly paymentsSeen: number;
}

export interface ClaimPlan {
  readonly calls: readonly PlannedCall[];
  readonly disposals: readonly Disposal[];
  readonly deferrals: readonly Deferral[];
}

export type Disposal =
  | { readonly contactId: string; readonly disposition: 'cancelled'; readonly reason: 'paid' }
  | {
      readonly contactId: string;
      readonly disposition: 'handed-off';
      readonly reason: 'do-not-call' | 'exhausted';
    };

type Verdict = Disposal | Deferral | { readonly balanceFen: number };

/**
 * Decides for each due contact: dial now, wait, or settle without a call (T2.7 to T2.9). At most `limit` calls;
 * contacts beyond them stay as they are.
 */
export function planClaims(contacts: readonly DueContact[], facts: ClaimFacts, limit: number): ClaimPlan {
  const disposals: Disposal[] = [];
  const deferrals: Deferral[] = [];
  const balances = new Map<string, number>();
  for (const contact of contacts) {
    const verdict = judge(contact, facts);
    if ('disposition' in verdict) disposals.push(verdict);
    else if ('dueAt' in verdict) deferrals.push(verdict);
    else balances.set(contact.id, verdict.balanceFen);
  }
  const dialable = contacts
    .filter((contact) => balances.has(contact.id))
    .map((contact) => ({
      id: contact.id,
      number: contact.number,
      extension: contact.extension ?? undefined,
      template: contact.language,
      contact,
    }));
  const calls = mergeByNumber(dialable, facts.policy.maxNoticesPerCall)
    .slice(0, limit)
    .map((group) => ({
      number: group.number,
      extension: group.extension ?? null,
      contacts: group.contacts.map(({ contact }) => ({ contact, balanceFen: balances.get(contact.id) ?? 0 })),
      paymentsSeen: paymentsOf(
        group.contacts.map(({ contact }) => contact.accountNo),
        facts,
      ),
    }));
  return { calls, disposals, deferrals };
}

/** What a contact still has to pay, payments since the batch's data taken off its account's oldest debt first. */
export function balanceOf(
  contact: Pick<DueContact, 'accountNo' | 'period' | 'payableFen'>,
  facts: Pick<ClaimFacts, 'payments' | 'owed'> & { readonly batch: Pick<RunningBatch, 'dataAsOf'> },
): { readonly balanceFen: number; readonly paid: boolean } {
  const owed = facts.owed.get(contact.accountNo) ?? [contact];
  const balances = remainingBalances(
    owed.map(({ period, payableFen }) => ({
      ref: period,
      period,
      owedFen: payableFen,
      asOf: facts.batch.dataAsOf,
    })),
    facts.payments.get(contact.accountNo) ?? [],
  );
  return (
    balances.find(({ ref }) => ref === contact.period) ?? { balanceFen: contact.payableFen, paid: false }
  );
}

function judge(contact: DueContact, facts: ClaimFacts): Verdict {
  const { id: contactId } = contact;
  const { balanceFen, paid } = balanceOf(contact, facts);
  if (paid) return { contactId, disposition: 'cancelled', reason: 'paid' };
  if (facts.doNotCall.has(contact.number)) {
    return { contactId, disposition: 'handed-off', reason: 'do-not-call' };
  }
  if (contact.countedAttempts >= facts.batch.attemptCap) {
    return { contactId, disposition: 'handed-off', reason: 'exhausted' };
  }
  const hours = facts.hoursOf(contact.customerKind);
  if (!mayDialAt(hours, facts.now)) {
    return { contactId, dueAt: nextOpening(hours, facts.now), reason: 'outside-calling-hours' };
  }
  if (facts.onTheLine.has(contact.number)) {
    return { contactId, dueAt: new Date(facts.now.getTime() + NUMBER_BUSY_MS), reason: 'number-busy' };
  }
  const permitted = earliestPermitted(
    facts.policy.frequencyCaps,
    facts.recentCalls.get(contact.number) ?? [],
    facts.now,
  );
  if (permitted > facts.now) return { contactId, dueAt: permitted, reason: 'frequency-cap' };
  return { balanceFen };
}

function paymentsOf(accountNos: readonly string[], { payments }: ClaimFacts): number {
  return [...new Set(accountNos)].reduce((sum, account) => sum + (payments.get(account)?.length ?? 0), 0);
}
