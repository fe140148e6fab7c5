import { callingHours, CHINESE_CALENDAR, type DialingPolicy, STANDARD_POLICY } from '@switchyard/domain';
import type { DueContact, RunningBatch } from '../dialing.types';
import { balanceOf, type ClaimFacts, planClaims } from './plan-claims';

/** A Monday, 10:00 in Shanghai. */
const NOW = new Date('2026-03-02T02:00:00Z');
const DATA_AS_OF = new Date('2026-03-01T00:00:00Z');

const BATCH: RunningBatch = {
  id: 'batch',
  kind: 'bill-notice',
  name: 'March',
  attemptCap: 3,
  policyName: 'standard',
  successRule: 'key-or-essential-part',
  callerId: null,
  trunk: null,
  lineSharePercent: 100,
  dataAsOf: DATA_AS_OF,
  deadlineAt: null,
  dueByKind: { resident: 1, organisation: 0, 'sole-trader': 0 },
  openContacts: 1,
};

function contact(overrides: Partial<DueContact> = {}): DueContact {
  return {
    id: '1',
    batchId: 'batch',
    accountNo: 'A1',
    period: '2026-02-28',
    customerName: '张三',
    customerKind: 'resident',
    number: '+8613900011111',
    extension: null,
    language: 'zh-CN',
    payableFen: 10_000,
    notice: {},
    dueAt: NOW,
    waitReason: 'new',
    countedAttempts: 0,
    technicalFailures: 0,
    earlierAttempts: [],
    ...overrides,
  };
}

function facts(overrides: Partial<ClaimFacts> = {}): ClaimFacts {
  const policy: DialingPolicy = overrides.policy ?? STANDARD_POLICY;
  return {
    now: NOW,
    batch: BATCH,
    policy,
    hoursOf: (kind) => callingHours(policy, kind, CHINESE_CALENDAR),
    doNotCall: new Set(),
    onTheLine: new Set(),
    payments: new Map(),
    owed: new Map(),
    recentCalls: new Map(),
    ...overrides,
  };
}

const paid = (amountFen: number) => ({
  amountFen,
  paidAt: new Date('2026-03-01T10:00:00Z'),
});

describe('planClaims', () => {
  it('dials a due contact inside calling hours', () => {
    const plan = planClaims([contact()], facts(), 10);
    expect(plan.calls).toMatchObject([
      { number: '+8613900011111', contacts: [{ balanceFen: 10_000 }], paymentsSeen: 0 },
    ]);
    expect(plan.disposals).toEqual([]);
    expect(plan.deferrals).toEqual([]);
  });

  it('cancels what was paid meanwhile, whatever the hour', () => {
    const midnight = new Date('2026-03-01T16:00:00Z');
    const plan = planClaims(
      [contact()],
      facts({ now: midnight, payments: new Map([['A1', [paid(10_000)]]]) }),
      10,
    );
    expect(plan).toEqual({
      calls: [],
      deferrals: [],
      disposals: [{ contactId: '1', disposition: 'cancelled', reason: 'paid' }],
    });
  });

  it('reads out the balance when part was paid', () => {
    const plan = planClaims([contact()], facts({ payments: new Map([['A1', [paid(4_000)]]]) }), 10);
    expect(plan.calls).toMatchObject([{ contacts: [{ balanceFen: 6_000 }], paymentsSeen: 1 }]);
  });

  it('hands numbers on the do-not-call register to paper', () => {
    const plan = planClaims([contact()], facts({ doNotCall: new Set(['+8613900011111']) }), 10);
    expect(plan.disposals).toEqual([{ contactId: '1', disposition: 'handed-off', reason: 'do-not-call' }]);
  });

  it('makes no attempt beyond the cap of the kind, whatever a policy says', () => {
    const plan = planClaims([contact({ countedAttempts: 3 })], facts(), 10);
    expect(plan.disposals).toEqual([{ contactId: '1', disposition: 'handed-off', reason: 'exhausted' }]);
  });

  it('waits while the customer is on the line, whoever called', () => {
    const plan = planClaims([contact()], facts({ onTheLine: new Set(['+8613900011111']) }), 10);
    expect(plan.deferrals).toMatchObject([{ contactId: '1', reason: 'number-busy' }]);
  });

  it('lets an organisation wait for its working hours while a resident is dialled', () => {
    const evening = new Date('2026-03-02T11:00:00Z');
    const plan = planClaims(
      [contact(), contact({ id: '2', number: '+8613900011112', customerKind: 'organisation' })],
      facts({ now: evening }),
      10,
    );
    expect(plan.calls.map((call) => call.number)).toEqual(['+8613900011111']);
    expect(plan.deferrals).toEqual([
      { contactId: '2', dueAt: new Date('2026-03-03T01:00:00Z'), reason: 'outside-calling-hours' },
    ]);
  });

  it('keeps the frequency cap of a number over all batches', () => {
    const lastCall = new Date(NOW.getTime() - 20_000);
    const plan = planClaims(
      [contact()],
      facts({ recentCalls: new Map([['+8613900011111', [lastCall]]]) }),
      10,
    );
    expect(plan.deferrals).toEqual([
      { contactId: '1', dueAt: new Date(lastCall.getTime() + 60_000), reason: 'frequency-cap' },
    ]);
  });

  it('tells several meters of one number in one call, and leaves what is beyond the limit untouched', () => {
    const plan = planClaims(
      [
        contact(),
        contact({ id: '2', accountNo: 'A2' }),
        contact({ id: '3', accountNo: 'A3', number: '+8613900011113' }),
      ],
      facts(),
      1,
    );
    expect(plan.calls.map((call) => call.contacts.map(({ contact: { id } }) => id))).toEqual([['1', '2']]);
    expect(plan.deferrals).toEqual([]);
  });
});

describe('balanceOf', () => {
  it("takes a payment off the account's oldest debt first", () => {
    const owed = new Map([
      [
        'A1',
        [
          { period: '2026-01', payableFen: 5_000 },
          { period: '2026-02', payableFen: 5_000 },
        ],
      ],
    ]);
    const known = { batch: BATCH, owed, payments: new Map([['A1', [paid(6_000)]]]) };
    expect(balanceOf(contact({ period: '2026-01', payableFen: 5_000 }), known)).toMatchObject({ paid: true });
    expect(balanceOf(contact({ period: '2026-02', payableFen: 5_000 }), known)).toMatchObject({
      paid: false,
      balanceFen: 4_000,
    });
  });
});
