import { ListHrPolicyVersions, SetHrPolicy } from '@switchyard/contracts';
import { Policies } from '../src/policy/policies';
import { HrFixture } from './hr-fixture';

describe('policies of the people side', () => {
  let hr: HrFixture;

  beforeAll(async () => {
    hr = await HrFixture.start();
  }, 120_000);

  afterAll(async () => {
    await hr.close();
  });

  it('hold as the standard says until a version of somebody comes into force', async () => {
    const now = new Date();
    const inAnHour = new Date(now.getTime() + 3_600_000);
    const set = { name: 'staff-groups', document: { fewest: 10, most: 15 } } as const;
    await hr.call(SetHrPolicy, { ...set, validFrom: inAnHour.toISOString() }, { id: 'li' });

    expect(await hr.get(Policies).inForce('staff-groups', now)).toEqual({ fewest: 12, most: 14 });
    expect(await hr.get(Policies).inForce('staff-groups', inAnHour)).toEqual({ fewest: 10, most: 15 });
    const { items } = await hr.call(ListHrPolicyVersions, { name: 'staff-groups' });
    expect(items.map(({ setBy }) => setBy)).toEqual(['li', 'system:standard']);
  });

  it.each([
    [{ document: { fewest: 15, most: 12 } }, 'policy.invalid'],
    [{ validFrom: '2020-01-01T00:00:00Z' }, 'policy.in-past'],
  ])('refuse %j as %s', async (wrong, code) => {
    const right = {
      name: 'staff-groups',
      document: { fewest: 12, most: 12 },
      validFrom: '2099-01-01T00:00:00Z',
    } as const;
    await expect(hr.call(SetHrPolicy, { ...right, ...wrong })).rejects.toMatchObject({ code });
  });
});
