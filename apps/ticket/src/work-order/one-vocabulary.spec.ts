import * as contracts from '@switchyard/contracts';
import * as domain from '@switchyard/domain';

describe('words of work orders are the same in contracts and rules', () => {
  it.each([
    ['kinds', contracts.WORK_ORDER_KINDS, domain.WORK_ORDER_KINDS],
    ['applications', contracts.APPLICATION_KINDS, domain.PAPERED_APPLICATIONS],
    ['kinds of customer', contracts.CUSTOMER_KINDS, domain.APPLICANT_KINDS],
    ['presences', contracts.PRESENCES_OF_OWNERS, domain.PRESENCES],
  ] as const)('%s', (_what, told, ruled) => {
    expect([...told].sort()).toEqual([...ruled].sort());
  });

  it('what callers can open by a menu is a kind', () => {
    const kinds: readonly string[] = domain.WORK_ORDER_KINDS;
    expect(domain.FLOW_WORK_ORDERS.filter((kind) => !kinds.includes(kind))).toEqual([]);
  });
});
