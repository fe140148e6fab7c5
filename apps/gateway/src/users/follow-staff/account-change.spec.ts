import type { User } from '../users.port';
import { accountChange, accountLeft, endsAdmin } from './account-change';
import type { StaffStanding } from './staff-standings.port';

const user = (more: Partial<User> = {}): User => ({
  id: 'u1',
  name: 'li.na',
  displayName: '李娜',
  roles: ['agent'],
  scope: ['all'],
  active: true,
  switchedOffBy: null,
  staffNumber: 'A1',
  passwordHash: '',
  createdAt: new Date(0),
  updatedAt: new Date(0),
  ...more,
});
const standing = (more: Partial<StaffStanding> = {}): StaffStanding => ({
  staffNumber: 'A1',
  version: 1,
  status: 'active',
  accountId: 'u1',
  mayAct: true,
  roles: ['agent'],
  scope: ['all'],
  toldAt: new Date(0),
  ...more,
});

describe('what an account becomes', () => {
  it('is nothing new while it is as it should be', () => {
    expect(accountChange(user(), standing(), standing())).toEqual({});
  });

  it('is what post and department give to whoever gets it, whatever it was', () => {
    const admin = user({ roles: ['admin'], staffNumber: null });
    expect(accountChange(admin, standing({ scope: ['marketing'] }), undefined)).toEqual({
      staffNumber: 'A1',
      roles: ['agent'],
      scope: ['marketing'],
    });
  });

  it('leaves what a hand changed while the post gives the same', () => {
    const more = user({ roles: ['agent', 'campaign'], scope: ['marketing'] });
    expect(accountChange(more, standing({ version: 2 }), standing())).toEqual({});
    expect(accountChange(more, standing({ roles: ['quality'] }), standing())).toEqual({ roles: ['quality'] });
  });

  it('switches on only what staff switched off', () => {
    const off = (switchedOffBy: User['switchedOffBy']) => user({ active: false, switchedOffBy });
    expect(accountChange(off('staff'), standing(), standing())).toEqual({
      active: true,
      switchedOffBy: null,
    });
    expect(accountChange(off('hand'), standing(), standing())).toEqual({});
    expect(accountChange(off('review'), standing(), standing())).toEqual({});
    expect(accountChange(user(), standing({ mayAct: false }), standing())).toEqual({
      active: false,
      switchedOffBy: 'staff',
    });
    expect(accountLeft(user())).toEqual({ staffNumber: null, active: false, switchedOffBy: 'staff' });
  });

  it('ends an admin when it takes the role or switches off', () => {
    const admin = user({ roles: ['admin'] });
    expect(endsAdmin(admin, { roles: ['agent'] })).toBe(true);
    expect(endsAdmin(admin, { active: false })).toBe(true);
    expect(endsAdmin(admin, { scope: ['marketing'] })).toBe(false);
    expect(endsAdmin(user(), { active: false })).toBe(false);
  });
});
