import type { Outage } from '../../outages.port';
import type { OutageNotice } from '../notice-plan';
import { contactNumberOf, isPlanId, recipientOf, toContactRow } from './notice-rows';

const PLAN = '7b0a4a3e-8c53-4c1c-9a4e-0d7ad1c2a001';
const NOTICE: OutageNotice = {
  planId: PLAN,
  outageId: 'o1',
  recipient: 'account:5100000001',
  accountNo: '5100000001',
  name: '第一医院',
  customerKind: 'organisation',
  phone: '+8613900010001',
  areaCode: 'south',
  important: true,
  state: 'waiting',
  escalationLevel: 0,
};
const AT = new Date('2026-03-02T01:00:00Z');
const OUTAGE: Outage = {
  id: 'o1',
  kind: 'fault',
  areaCode: 'north',
  areaCodes: ['north', 'south'],
  startsAt: AT,
  cause: '断线',
  expectedRestorationAt: new Date('2026-03-02T10:00:00Z'),
  registeredAt: AT,
  updatedAt: AT,
};
const AREAS = new Map(
  [
    { code: 'north', name: '北区', class: 'urban' as const },
    { code: 'south', name: '南区', class: 'urban' as const },
  ].map((area) => [area.code, area]),
);

describe('a row of an outage notice', () => {
  it("tells the outage at the customer's own area", () => {
    expect(toContactRow(NOTICE, 'announcement', OUTAGE, AREAS)).toEqual({
      accountNo: '5100000001',
      name: '第一医院',
      phone: '+8613900010001',
      customerKind: 'organisation',
      outage: PLAN,
      occasion: 'announcement',
      area: '南区',
      cause: '断线',
      startsAt: '2026-03-02T01:00:00.000Z',
      restorationAt: '2026-03-02T10:00:00.000Z',
    });
    expect(toContactRow({ ...NOTICE, areaCode: 'gone' }, 'change', OUTAGE, AREAS)).toMatchObject({
      area: '北区',
    });
  });

  it('tells when supply came back, not when it was expected', () => {
    const restoredAt = new Date('2026-03-02T09:00:00Z');
    expect(toContactRow(NOTICE, 'restoration', { ...OUTAGE, restoredAt }, AREAS)).toMatchObject({
      restorationAt: restoredAt.toISOString(),
    });
    const { restorationAt } = toContactRow(NOTICE, 'restoration', OUTAGE, AREAS);
    expect(restorationAt).toBeUndefined();
  });

  it('is found again by the number that the dialler knows', () => {
    for (const recipient of ['account:5100000001', 'account:W-17', 'order:W20260302-000117']) {
      expect(recipientOf(contactNumberOf({ ...NOTICE, recipient }))).toBe(recipient);
    }
    expect(isPlanId(PLAN)).toBe(true);
    expect(isPlanId('2026-02-28')).toBe(false);
  });
});
