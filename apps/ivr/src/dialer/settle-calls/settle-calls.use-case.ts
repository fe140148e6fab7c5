import { HumanRequested, type RequestContext } from '@switchyard/contracts';
import type { Outbox, UnitOfWork } from '@switchyard/platform';
import type { DialingRules } from '../policy/dialing-rules';
import type { DispositionEvents } from './disposition-events';
import { settleCall, type SettledCall, type SettledFacts } from './settle-call';
import type { Settlements } from './settlements.port';

/** Writes down what became of ended calls: outcome, next due time or disposition, events; all or nothing. */
export class SettleCalls {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settlements: Settlements,
    private readonly rules: DialingRules,
    private readonly events: DispositionEvents,
    private readonly outbox: Outbox,
  ) {}

  /** Calls that were settled before, or that another process holds now, are passed over. */
  async execute(holder: string, facts: readonly SettledFacts[], context: RequestContext): Promise<void> {
    await this.unitOfWork.inTransaction(async () => {
      const deadlines = await this.settlements.deadlines(facts.map(({ ended }) => ended.held.batch.id));
      const settled = facts.map((each) => this.settleOne(each, deadlines));
      const { ended, disposed } = await this.settlements.settle(
        holder,
        settled.map(({ settlement }) => settlement),
      );
      await this.recordWishes(
        facts.flatMap((each, index) => {
          const wish = settled[index];
          return wish && ended.has(each.ended.held.id) ? [{ ...each, wish }] : [];
        }),
        context,
      );
      await this.events.append(disposed, context);
    });
  }

  private settleOne(facts: SettledFacts, deadlines: ReadonlyMap<string, Date | null>): SettledCall {
    const { batch } = facts.ended.held;
    const policy = this.rules.policyToSettleBy(batch.policyName, facts.ended.endedAt);
    return settleCall(facts, {
      policy,
      hoursOf: (contact) => this.rules.hours(policy, contact.customerKind),
      deadline: deadlines.get(batch.id) ?? null,
    });
  }

  private async recordWishes(
    calls: readonly (SettledFacts & { readonly wish: SettledCall })[],
    context: RequestContext,
  ): Promise<void> {
    const optedOut = calls.filter(({ wish }) => wish.optOut);
    if (optedOut.length > 0) {
      await this.settlements.optOut(
        optedOut.map(({ ended: { held } }) => ({
          number: held.number,
          kind: held.batch.kind,
          callId: held.id,
        })),
      );
    }
    for (const { ended, wish } of calls) {
      const { held } = ended;
      // Whoever called back was led to a human at once (T1.8).
      if (!wish.humanRequested || held.direction === 'in') continue;
      await this.outbox.append(
        HumanRequested,
        {
          callId: held.id,
          batchId: held.batch.id,
          kind: held.batch.kind,
          number: held.number,
          accountNos: held.contacts.map(({ contact }) => contact.accountNo),
          at: ended.endedAt.toISOString(),
        },
        context,
      );
    }
  }
}
