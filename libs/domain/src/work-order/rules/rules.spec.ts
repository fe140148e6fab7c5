import { papersFor, parsePapersPolicy, tickedOff } from '../application/application-papers';
import { STANDARD_PAPERS_POLICY } from '../application/standard-papers';
import { compensationOf, proposalOf } from '../complaint/compensation';
import { parseComplaintProgramme, ruleFor } from '../complaint/complaint-programme';
import { measuresOf } from '../complaint/measures';
import { STANDARD_COMPLAINT_PROGRAMME } from '../complaint/standard-programme';
import { searchGrams } from '../search-grams';
import { problemOfMerge, problemOfParent } from './one-fault';
import { mayUrge } from './urging';

const [standardRule] = STANDARD_COMPLAINT_PROGRAMME.rules;
if (!standardRule) throw new Error('the standard programme has a rule');
const programme = {
  ...STANDARD_COMPLAINT_PROGRAMME,
  rules: [
    standardRule,
    {
      ...standardRule,
      category: 'tariff',
      handler: 'chen',
      authorityFen: 5_000,
      schemes: ['bill-correction'],
    },
  ],
};

describe('one fault with many callers', () => {
  const child = { number: 'W2', kind: 'fault', hasLinked: false };
  const parent = { number: 'W1', kind: 'fault', finished: false };

  it.each([
    [child, parent, undefined],
    [child, { ...parent, number: 'W2' }, 'itself'],
    [child, { ...parent, finished: true }, 'finished'],
    [child, { ...parent, kind: 'query' }, 'other-kind'],
    [child, { ...parent, parent: 'W0' }, 'is-linked'],
    [{ ...child, hasLinked: true }, parent, 'has-linked'],
  ])('%j below %j: %s', (one, other, problem) => expect(problemOfParent(one, other)).toBe(problem));

  it('a duplicate goes into another that is not finished', () => {
    expect(problemOfMerge({ number: 'W2' }, parent)).toBeUndefined();
    expect(problemOfMerge({ number: 'W1' }, parent)).toBe('itself');
    expect(problemOfMerge({ number: 'W2' }, { ...parent, finished: true })).toBe('finished');
  });
});

describe('urging', () => {
  const due = new Date('2026-03-02T10:00:00Z');
  it.each([
    ['customer', '2026-03-02T09:59:59Z', true],
    ['centre', '2026-03-02T09:59:59Z', false],
    ['centre', '2026-03-02T10:00:00Z', true],
  ] as const)('by the %s at %s: %s', (by, now, may) => expect(mayUrge(by, due, new Date(now))).toBe(may));

  it('is held back by nothing where no clock runs', () =>
    expect(mayUrge('centre', undefined, due)).toBe(true));
});

describe('papers', () => {
  const codes = (applicant: 'resident' | 'organisation' | 'sole-trader') =>
    papersFor(STANDARD_PAPERS_POLICY, 'new-supply', applicant).map(({ code }) => code);

  it('are by the kind of customer what the documents say (§2.6)', () => {
    expect(codes('resident')).toEqual(['identity-card', 'property-certificate']);
    expect(codes('organisation')).toEqual(['sealed-application']);
    expect(codes('sole-trader')).toEqual(['business-licence']);
  });

  it('are more for an application that says so', () => {
    const more = [
      {
        application: 'transfer' as const,
        applicants: ['resident' as const],
        papers: ['identity-card', 'sealed-application'],
      },
    ];
    const policy = { ...STANDARD_PAPERS_POLICY, more };
    expect(papersFor(policy, 'transfer', 'resident').map(({ code }) => code)).toEqual([
      'sealed-application',
      'identity-card',
      'property-certificate',
    ]);
    expect(papersFor(policy, 'relocation', 'resident')).toHaveLength(2);
    expect(parsePapersPolicy(JSON.parse(JSON.stringify(policy)))).toEqual({ ok: true, value: policy });
    expect(
      parsePapersPolicy({ ...policy, everybody: { ...policy.everybody, resident: ['passport'] } }).ok,
    ).toBe(false);
  });

  it('are there as the last tick says', () => {
    const papers = papersFor(STANDARD_PAPERS_POLICY, 'new-supply', 'resident');
    const at = new Date(0);
    const tick = (paper: string, received: boolean) => ({ paper, received, at, by: 'li' });
    const ticked = tickedOff(papers, [
      tick('identity-card', true),
      tick('property-certificate', true),
      tick('identity-card', false),
    ]);
    expect(ticked.map(({ received }) => received)).toEqual([false, true]);
  });
});

describe('compensation', () => {
  const offer = { scheme: 'bill-correction', amountFen: 5_000, by: 'chen' };

  it.each([
    ['tariff', offer, { ok: true, withinAuthority: true, handler: 'chen' }],
    ['tariff', { ...offer, amountFen: 5_001 }, { ok: true, withinAuthority: false, handler: 'chen' }],
    ['tariff', { ...offer, by: 'li' }, { ok: true, withinAuthority: false, handler: 'chen' }],
    ['tariff', { ...offer, scheme: 'apology' }, { ok: false, problem: 'scheme-not-offered' }],
    ['outage', { ...offer, scheme: 'apology' }, { ok: false, problem: 'too-much' }],
    ['outage', { ...offer, scheme: 'gold' }, { ok: false, problem: 'scheme-unknown' }],
  ])('of a complaint about %s: %j', (category, wanted, answer) => {
    expect(proposalOf(programme, category, wanted, 'none')).toEqual(answer);
  });

  it('is proposed again once the one before was refused or paid', () => {
    const proposed = {
      type: 'compensation-proposed',
      actorId: 'li',
      data: { amountFen: 100, scheme: 'damage', withinAuthority: false },
    };
    const refused = { type: 'compensation-refused', actorId: 'head', data: { reason: 'x' } };
    expect(compensationOf([proposed])).toEqual({
      status: 'pending',
      amountFen: 100,
      scheme: 'damage',
      proposedBy: 'li',
    });
    expect(proposalOf(programme, 'tariff', offer, 'pending')).toMatchObject({ problem: 'already-pending' });
    expect(compensationOf([proposed, refused, proposed]).status).toBe('pending');
    expect(proposalOf(programme, 'tariff', offer, compensationOf([proposed, refused]).status).ok).toBe(true);
  });

  it('is by the rule of the content, else by the one for all others', () => {
    expect(ruleFor(programme, 'tariff').handler).toBe('chen');
    expect(ruleFor(programme, undefined)).toBe(standardRule);
    expect(parseComplaintProgramme(JSON.parse(JSON.stringify(programme)))).toEqual({
      ok: true,
      value: programme,
    });
    expect(parseComplaintProgramme({ ...programme, rules: [] }).ok).toBe(false);
  });
});

it('an improvement without effect is open again', () => {
  const planned = {
    type: 'measure-planned',
    data: { measure: 'm', text: 't', department: 'd', dueOn: '2026-12-01' },
  };
  const done = { type: 'measure-done', data: { measure: 'm' } };
  const verified = (effective: boolean) => ({ type: 'measure-verified', data: { measure: 'm', effective } });
  const status = (...events: { type: string; data: Record<string, unknown> }[]) =>
    measuresOf(events)[0]?.status;
  expect([status(planned), status(planned, done), status(planned, done, verified(false))]).toEqual([
    'planned',
    'done',
    'planned',
  ]);
  expect(status(planned, done, verified(false), done, verified(true))).toBe('effective');
});

it('a text is found by pairs of characters, in whatever width and case', () => {
  expect(searchGrams('停电了')).toEqual(['停电', '电了']);
  expect(searchGrams('ＡB1 电')).toEqual(['ab', 'b1', '电']);
  expect(searchGrams('，。')).toEqual([]);
});
