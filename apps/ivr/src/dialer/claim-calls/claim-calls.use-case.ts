import { randomUUID } from 'node:crypto';
import type { RequestContext } from '@switchyard/contracts';
import { longestSpanSeconds } from '@switchyard/domain';
import type { Clock, UnitOfWork } from '@switchyard/platform';
import type { TelephonyNode } from '../../telephony/telephony.port';
import type { CallsAtWork } from '../calls-at-work';
import type { DueContact, HeldCall, RunningBatch } from '../dialing.types';
import { LEASE } from '../hold-nodes/node-keeper';
import type { NodeLease } from '../hold-nodes/node-leases.port';
import type { DialingRules } from '../policy/dialing-rules';
import type { DispositionEvents } from '../settle-calls/disposition-events';
import type { Settlements } from '../settle-calls/settlements.port';
import type { Claims, OwedPeriod } from './claims.port';
import { type ClaimFacts, NUMBER_BUSY_MS, type PlannedCall, planClaims } from './plan-claims';

/** What the caller of `ClaimCalls` decides. */
export interface ClaimOrder {
  readonly batch: RunningBatch;
  readonly node: TelephonyNode;
  readonly lease: NodeLease;
  /** Calls at most. */
  readonly limit: number;
  /** Trunk and caller id where the batch names none. */
  readonly trunk: string;
  readonly callerId: string;
}

/** Contacts → calls and attempts under a lease, in one transaction (T3.1); settles what needs no call on the way. */
export class ClaimCalls {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claims: Claims,
    private readonly settlements: Settlements,
    private readonly events: DispositionEvents,
    private readonly rules: DialingRules,
    private readonly atWork: CallsAtWork,
    private readonly clock: Clock,
  ) {}

  /** The calls that this process holds now; they count as at work until they are settled or withdrawn. */
  async execute(order: ClaimOrder, context: RequestContext): Promise<readonly HeldCall[]> {
    let planned: readonly HeldCall[] = [];
    let placed: ReadonlySet<string> = new Set();
    try {
      placed = await this.unitOfWork.inTransaction(async () => {
        const facts = await this.gather(order);
        if (facts.contacts.length === 0) return new Set<string>();
        const plan = planClaims(facts.contacts, facts, order.limit);
        await this.events.append(await this.settlements.dispose(plan.disposals), context);
        await this.claims.defer(plan.deferrals);
        planned = plan.calls.map((call) => toHeldCall(call, order));
        planned.forEach((call) => this.atWork.add(order.node, call));
        return this.insert(order, planned, facts.now);
      });
    } finally {
      planned.filter((call) => !placed.has(call.id)).forEach((call) => this.atWork.remove(call.id));
    }
    return planned.filter((call) => placed.has(call.id));
  }

  private async insert(
    order: ClaimOrder,
    calls: readonly HeldCall[],
    now: Date,
  ): Promise<ReadonlySet<string>> {
    if (calls.length === 0) return new Set();
    const placed = await this.claims.insertCalls(order.lease, LEASE.seconds, calls);
    const dueAt = new Date(now.getTime() + NUMBER_BUSY_MS);
    await this.claims.defer(
      calls
        .filter((call) => !placed.has(call.id))
        .flatMap((call) => call.contacts)
        .map(({ contact }) => ({ contactId: contact.id, dueAt, reason: 'number-busy' })),
    );
    return placed;
  }

  private async gather({
    batch,
    lease,
    limit,
  }: ClaimOrder): Promise<ClaimFacts & { readonly contacts: readonly DueContact[] }> {
    const now = this.clock.now();
    const policy = this.rules.policy(batch.policyName, now);
    const kinds = this.rules.openKinds(policy, now);
    const contacts = await this.claims.lockDue({ lease, batchId: batch.id, kinds, now, limit });
    const around = await this.claims.surroundings({
      kind: batch.kind,
      numbers: [...new Set(contacts.map((contact) => contact.number))],
      accountNos: [...new Set(contacts.map((contact) => contact.accountNo))],
      dataAsOf: batch.dataAsOf,
      callsSince: new Date(now.getTime() - longestSpanSeconds(policy.frequencyCaps) * 1000),
    });
    return {
      ...around,
      contacts,
      now,
      batch,
      policy,
      hoursOf: (kind) => this.rules.hours(policy, kind),
      owed:
        around.payments.size > 0
          ? await this.claims.owed(batch.id, [...around.payments.keys()])
          : new Map<string, readonly OwedPeriod[]>(),
    };
  }
}

function toHeldCall(call: PlannedCall, { batch, node, trunk, callerId }: ClaimOrder): HeldCall {
  return {
    id: randomUUID(),
    direction: 'out',
    batch,
    number: call.number,
    extension: call.extension,
    language: call.contacts[0]?.contact.language ?? 'zh-CN',
    node: node.name,
    trunk: batch.trunk ?? trunk,
    callerId: batch.callerId ?? callerId,
    contacts: call.contacts.map(({ contact, balanceFen }) => ({
      contact,
      balanceFen,
      ordinal: contact.countedAttempts + 1,
    })),
    paymentsSeen: call.paymentsSeen,
  };
}
