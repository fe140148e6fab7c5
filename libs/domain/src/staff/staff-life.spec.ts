import { localDate } from '../shared';
import { afterStep, afterSteps, type StaffState, type StaffStep } from './staff-life';

const LI: StaffState = {
  departmentCode: 'operations',
  postCode: 'agent',
  tier: 'agent',
  groupCode: 'telephone',
  status: 'active',
  hiredOn: localDate('2026-03-01'),
};
const step = (kind: StaffStep['kind'], day: string, more: Partial<StaffStep> = {}): StaffStep => ({
  kind,
  effectiveOn: localDate(day),
  ...more,
});

describe('the life of a member of staff', () => {
  it('goes from the first day over suspension to the leaving, which ends it', () => {
    const expected: StaffState = { ...LI, status: 'expected' };
    const life = [
      step('enter', '2026-03-01'),
      step('suspend', '2026-04-01'),
      step('resume', '2026-04-10'),
      step('leave', '2026-06-01', { leavingKind: 'voluntary', leavingReason: 'pay' }),
    ];
    expect(afterSteps(expected, life)).toMatchObject({
      ok: true,
      value: { status: 'left', leftOn: '2026-06-01', leavingKind: 'voluntary', leavingReason: 'pay' },
    });
    expect(
      afterSteps(expected, [...life, step('transfer', '2026-06-02', { to: { tier: 'senior' } })]),
    ).toEqual({
      ok: false,
      error: {
        place: 4,
        status: 'left',
        problem: 'transfer is for who is expected or active or suspended, not left',
      },
    });
  });

  it('takes who leaves out of the group', () => {
    const left = afterStep(LI, step('leave', '2026-06-01'));
    expect(left.ok && 'groupCode' in left.value).toBe(false);
  });

  it('leaves the group of the old department with a transfer to another, unless it names a group', () => {
    const moved = afterStep(LI, step('transfer', '2026-05-01', { to: { departmentCode: 'quality' } }));
    expect(moved.ok && moved.value.groupCode).toBe(undefined);
    const named = { departmentCode: 'quality', groupCode: 'inspection' };
    expect(afterStep(LI, step('transfer', '2026-05-01', { to: named }))).toMatchObject({
      value: { groupCode: 'inspection', departmentCode: 'quality', tier: 'agent' },
    });
    const stays = afterStep(LI, step('transfer', '2026-05-01', { to: { tier: 'senior' } }));
    expect(stays).toMatchObject({ value: { groupCode: 'telephone', tier: 'senior' } });
    const without = afterStep(LI, step('transfer', '2026-05-01', { to: { groupCode: null } }));
    expect(without.ok && without.value.groupCode).toBe(undefined);
  });

  it('lets who is expected say before the first day that they do not come', () => {
    const never = { leavingKind: 'voluntary', leavingReason: 'never-started' } as const;
    expect(afterStep({ ...LI, status: 'expected' }, step('leave', '2026-02-10', never))).toMatchObject({
      ok: true,
      value: { status: 'left', leftOn: '2026-03-01', leavingReason: 'never-started' },
    });
  });

  it('refuses a leaving before the day of entry and a resumption of who is not suspended', () => {
    expect(afterStep(LI, step('leave', '2026-02-28'))).toMatchObject({ ok: false });
    expect(afterStep(LI, step('leave', '2026-03-01'))).toMatchObject({ ok: true });
    expect(afterStep(LI, step('resume', '2026-04-01'))).toMatchObject({ ok: false });
    expect(afterStep(LI, step('enter', '2026-04-01'))).toMatchObject({ ok: false });
  });
});
