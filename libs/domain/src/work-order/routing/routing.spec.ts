import { isIntegrityMatter, routeOf } from './route';
import { parseRoutingPolicy, type RoutingPolicy } from './routing-policy';
import { STANDARD_ROUTING_POLICY } from './standard-routing';
import { suggestOwner } from './suggest-owner';

describe('where work orders go', () => {
  it.each([
    [{ kind: 'fault' }, 'repair'],
    [{ kind: 'complaint', contentCategory: 'staff-attitude' }, 'business'],
    [{ kind: 'complaint', contentCategory: 'bribery' }, 'discipline-inspection'],
    [{ kind: 'misconduct-report' }, 'discipline-inspection'],
    [{ kind: 'hard-question' }, 'expert-group'],
    [{ kind: 'call-back-request' }, 'centre'],
  ] as const)('%j goes to %s by the standard', (facts, department) => {
    expect(routeOf(STANDARD_ROUTING_POLICY, facts)).toBe(department);
  });

  it('is told by the rule that names most of it, of equals by the first', () => {
    const policy: RoutingPolicy = {
      ...STANDARD_ROUTING_POLICY,
      rules: [
        { kind: 'complaint', department: 'business' },
        { areaCode: 'east', department: 'business-east' },
        { category: 'outage', department: 'production' },
        { category: 'outage', department: 'dispatching' },
        { kind: 'complaint', category: 'outage', areaCode: 'east', department: 'production-east' },
      ],
    };
    const of = (contentCategory?: string, areaCode?: string) =>
      routeOf(policy, { kind: 'complaint', contentCategory, areaCode });
    expect([of(), of('tariff', 'east'), of('outage', 'west'), of('outage', 'east')]).toEqual([
      'business',
      'business-east',
      'production',
      'production-east',
    ]);
    expect(routeOf(policy, { kind: 'query' })).toBe('centre');
  });

  it('no rule takes a matter of integrity away from discipline inspection', () => {
    const policy = {
      ...STANDARD_ROUTING_POLICY,
      rules: [{ category: 'extortion', department: 'business' }],
    };
    const matter = { kind: 'complaint', contentCategory: 'extortion' } as const;
    expect([isIntegrityMatter(policy, matter), routeOf(policy, matter)]).toEqual([
      true,
      'discipline-inspection',
    ]);
  });

  it('is a document whose rules name known contents', () => {
    expect(parseRoutingPolicy(JSON.parse(JSON.stringify(STANDARD_ROUTING_POLICY)))).toEqual({
      ok: true,
      value: STANDARD_ROUTING_POLICY,
    });
    const { categories } = STANDARD_ROUTING_POLICY;
    const wrong = {
      categories: [...categories, categories[0]],
      rules: [{ category: 'weather', department: 'X' }],
      integrityDepartment: 'discipline-inspection',
    };
    const parsed = parseRoutingPolicy(wrong);
    expect(parsed.ok ? [] : parsed.error.map(({ path }) => path)).toEqual([
      'rules[0].department',
      'categories',
      'rules[0].category',
    ]);
  });
});

describe('who should see to it', () => {
  const someone = { presence: 'ready', skills: ['billing'], openItems: 0 } as const;

  it('is who knows it, is there, and has least in hand', () => {
    const suggested = suggestOwner(
      [
        { ...someone, person: 'off', presence: 'off' },
        { ...someone, person: 'unskilled', skills: [] },
        { ...someone, person: 'away', presence: 'away' },
        { ...someone, person: 'laden', openItems: 9 },
        { ...someone, person: 'b', openItems: 2 },
        { ...someone, person: 'a', openItems: 2 },
      ],
      'billing',
    );
    expect(suggested.map(({ person }) => person)).toEqual(['a', 'b', 'laden', 'away', 'unskilled']);
    expect(suggested.at(-1)?.hasSkill).toBe(false);
  });
});
