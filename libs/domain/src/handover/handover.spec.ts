import { handoverContent, type HandoverFacts, type KnownOutage, type OpenOrder } from './handover-content';
import { moveHandover } from './handover-life';
import { parseHandoverPolicy, STANDARD_HANDOVER_POLICY } from './handover-policy';
import { reasonsToStay } from './may-leave';

const NOW = new Date('2026-03-02T08:00:00Z');
const inHours = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000);
const order = (number: string, change: Partial<OpenOrder> = {}): OpenOrder => ({
  number,
  kind: 'fault',
  stage: 'received',
  owner: 'centre',
  responsible: 'u-wang',
  urged: 0,
  openedAt: inHours(-10),
  ...change,
});
const outage = (outageId: string, change: Partial<KnownOutage> = {}): KnownOutage => ({
  outageId,
  kind: 'fault',
  areaCode: '320104',
  cause: '断线',
  startsAt: inHours(-1),
  ...change,
});
const content = ({ orders = [], ...facts }: Partial<HandoverFacts>, policy = STANDARD_HANDOVER_POLICY) => {
  const totals: Record<string, number> = {};
  for (const { kind } of orders) totals[kind] = (totals[kind] ?? 0) + 1;
  return handoverContent({ totals, orders, outages: [], matters: [], system: [], ...facts }, policy, NOW);
};
const numbers = ({ items }: { items: readonly OpenOrder[] }) => items.map(({ number }) => number);

describe('the content of a handover', () => {
  it('has unfinished work by section, queries with consultations, the next to be due first', () => {
    const { unfinished } = content({
      orders: [
        order('F1'),
        order('F2', { nextDueAt: inHours(5) }),
        order('F3', { nextDueAt: inHours(-1) }),
        order('Q1', { kind: 'query' }),
        order('C1', { kind: 'consultation', openedAt: inHours(-20) }),
        order('T1', { kind: 'complaint' }),
        order('R1', { kind: 'misconduct-report' }),
        order('A1', { kind: 'application' }),
      ],
    });
    expect(numbers(unfinished.fault)).toEqual(['F3', 'F2', 'F1']);
    expect(numbers(unfinished.consultation)).toEqual(['C1', 'Q1']);
    expect([unfinished.complaint, unfinished.report, unfinished.other].map(numbers)).toEqual([
      ['T1'],
      ['R1'],
      ['A1'],
    ]);
  });

  it('counts what it does not list', () => {
    const orders = Array.from({ length: 12 }, (_, index) => order(`F${String(index).padStart(2, '0')}`));
    const { unfinished } = content({ orders }, { ...STANDARD_HANDOVER_POLICY, mostItems: 10 });
    expect([unfinished.fault.total, unfinished.fault.items.length]).toEqual([12, 10]);
  });

  it('has to be urged what others have and is at or near its end', () => {
    const { toUrge } = content({
      orders: [
        order('late', { owner: 'repair', nextDueAt: inHours(-1) }),
        order('near', { owner: 'business', nextDueAt: inHours(24) }),
        order('far', { owner: 'business', nextDueAt: inHours(25) }),
        order('ours', { nextDueAt: inHours(-1) }),
        order('no-limit', { owner: 'repair' }),
      ],
    });
    expect(numbers(toUrge)).toEqual(['late', 'near']);
  });

  it('has outages by kind, and as emergencies what is out unplanned now', () => {
    const { outages, emergencies } = content({
      outages: [
        outage('fault'),
        outage('limit', { kind: 'load-limit', startsAt: inHours(3) }),
        outage('planned', { kind: 'planned', startsAt: inHours(100) }),
        outage('far', { kind: 'planned', startsAt: inHours(200) }),
        outage('temporary', { kind: 'temporary' }),
      ],
    });
    const ids = (list: readonly KnownOutage[]) => list.map(({ outageId }) => outageId);
    expect([outages.planned, outages.temporary, outages.fault, emergencies].map(ids)).toEqual([
      ['planned'],
      ['temporary'],
      ['fault', 'limit'],
      ['fault'],
    ]);
  });
});

describe('a handover', () => {
  const parties = (state: 'draft' | 'submitted' | 'accepted') => ({ state, outgoing: 'wang', relief: 'li' });

  it('is submitted by who leaves and accepted by who comes', () => {
    expect(moveHandover(parties('draft'), 'submit', 'wang')).toEqual({ ok: true, value: 'submitted' });
    expect(moveHandover(parties('submitted'), 'accept', 'li')).toEqual({ ok: true, value: 'accepted' });
    expect(moveHandover(parties('submitted'), 'send-back', 'li')).toEqual({ ok: true, value: 'draft' });
  });

  it.each([
    ['draft', 'accept', 'li', 'not-in-state'],
    ['submitted', 'accept', 'wang', 'not-relief'],
    ['submitted', 'submit', 'wang', 'not-in-state'],
    ['draft', 'submit', 'li', 'not-outgoing'],
    ['draft', 'note', 'zhao', 'not-outgoing'],
    ['accepted', 'note', 'wang', 'not-in-state'],
    ['accepted', 'cancel', 'wang', 'not-in-state'],
  ] as const)('that is %s is not given to %s by %s', (state, action, actor, error) => {
    expect(moveHandover(parties(state), action, actor)).toEqual({ ok: false, error });
  });
});

describe('who wants to sign out', () => {
  const codes = (facts: Parameters<typeof reasonsToStay>[0], policy = STANDARD_HANDOVER_POLICY) =>
    reasonsToStay(facts, policy).map(({ code, blocks }) => [code, blocks]);

  it('may, with nothing in hand and no shift to lead', () => {
    expect(codes({ leads: false, casesInHand: 0 })).toEqual([]);
  });

  it('stays while leading the shift, until the relief has accepted', () => {
    expect(codes({ leads: true, casesInHand: 0 })).toEqual([['handover-missing', true]]);
    expect(codes({ leads: true, handover: 'draft', casesInHand: 0 })).toEqual([['handover-draft', true]]);
    expect(codes({ leads: true, handover: 'submitted', casesInHand: 0 })).toEqual([
      ['handover-not-accepted', true],
    ]);
  });

  it('is told of cases in hand, and kept by them where the policy says so', () => {
    expect(codes({ leads: false, casesInHand: 2 })).toEqual([['cases-in-hand', false]]);
    expect(
      codes({ leads: false, casesInHand: 2 }, { ...STANDARD_HANDOVER_POLICY, casesInHand: 'refuse' }),
    ).toEqual([['cases-in-hand', true]]);
  });
});

describe('a handover policy', () => {
  it('is read out of JSON', () => {
    expect(parseHandoverPolicy({ ...STANDARD_HANDOVER_POLICY })).toEqual({
      ok: true,
      value: STANDARD_HANDOVER_POLICY,
    });
  });

  it.each([
    [{ casesInHand: 'ignore' }, 'casesInHand'],
    [{ mostItems: 5 }, 'mostItems'],
    [{ more: 1 }, 'more'],
  ])('with %j is refused, naming %s', (change, path) => {
    const parsed = parseHandoverPolicy({ ...STANDARD_HANDOVER_POLICY, ...change });
    expect(!parsed.ok && parsed.error.map((problem) => problem.path)).toContain(path);
  });
});
