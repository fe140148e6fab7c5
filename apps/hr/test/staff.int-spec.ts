import {
  CancelStaffStep,
  ChangeStaff,
  GetOrganisation,
  GetOwnStaff,
  GetStaff,
  GetStaffImport,
  HireStaff,
  type HireStaffRequest,
  ImportStaffFile,
  ImportStaffRows,
  LinkStaffAccount,
  ListStaff,
  ListStaffEvents,
  ListStaffRowErrors,
  PutPost,
  PutStaffDepartment,
  PutStaffGroup,
  RecordStaffStep,
  StaffStatusChanged,
  type StaffStatusChangedPayload,
  UnlinkStaffAccount,
} from '@switchyard/contracts';
import { addDays, localDateAt } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { SweepSteps } from '../src/staff/settle-steps/sweep-steps';
import { StaffDirectory } from '../src/staff/staff-directory.port';
import { HrFixture } from './hr-fixture';

const ACCOUNT = '0b5f1a52-6a55-4c1d-9f5e-6f7a3c1d0001';
const OTHER_ACCOUNT = '0b5f1a52-6a55-4c1d-9f5e-6f7a3c1d0002';

describe('the staff', () => {
  let hr: HrFixture;
  const today = localDateAt(new Date());
  let number = 0;

  beforeAll(async () => {
    hr = await HrFixture.start();
  }, 120_000);

  afterAll(() => hr.close());

  const hire = (more: Partial<HireStaffRequest> = {}) => {
    number += 1;
    const staffNumber = `A${String(number).padStart(4, '0')}`;
    const post = { departmentCode: 'operations', postCode: 'agent', groupCode: 'telephone' };
    return hr.call(HireStaff, {
      staffNumber,
      name: `员工${number}`,
      hiredOn: addDays(today, -30),
      ...post,
      ...more,
    });
  };
  const step = (staffNumber: string, more: object) =>
    hr.call(RecordStaffStep, { staffNumber, reason: '测试', ...more } as never);
  const told = async (staffNumber: string) =>
    (await hr.events<StaffStatusChangedPayload>(StaffStatusChanged.subject)).filter(
      (payload) => payload.staffNumber === staffNumber,
    );
  const refuses = (code: string) => ({ code });

  it('has the departments, posts, groups and skills of the documents from the start', async () => {
    const { departments, posts, groups, skills } = await hr.call(GetOrganisation, {});
    expect(departments.map(({ nameZh }) => nameZh)).toEqual([
      '数据分析部',
      '运营管理部',
      '质量管理部',
      '技术支持部',
    ]);
    expect(groups.filter(({ departmentCode }) => departmentCode === 'operations')).toHaveLength(3);
    expect(posts.find(({ code }) => code === 'head')).toMatchObject({ nameZh: '主管', roles: ['head'] });
    expect(skills.filter(({ kind }) => kind === 'dialect').length).toBeGreaterThan(1);
  });

  it('follows a life from hiring to leaving, every step dated and told with a growing version', async () => {
    const { staffNumber, status, tier } = await hire({ skills: [{ code: 'cantonese', level: 4 }] });
    expect([status, tier]).toEqual(['active', 'agent']);
    const moved = { kind: 'transfer', departmentCode: 'quality', postCode: 'quality-inspector' };
    expect((await step(staffNumber, moved)).staff).toMatchObject({ departmentCode: 'quality' });
    expect((await step(staffNumber, { kind: 'suspend' })).staff.status).toBe('suspended');
    await step(staffNumber, { kind: 'resume' });
    const leaving = { kind: 'leave', leavingKind: 'voluntary', leavingReason: 'pay' };
    expect((await step(staffNumber, leaving)).staff).toMatchObject({ status: 'left', leftOn: today });
    const events = await told(staffNumber);
    expect(events.map(({ version, mayAct, roles }) => [version, mayAct, roles])).toEqual([
      [1, true, ['agent']],
      [2, true, ['quality']],
      [3, false, ['quality']],
      [4, true, ['quality']],
      [5, false, ['quality']],
    ]);
    const { items } = await hr.call(ListStaffEvents, { staffNumber });
    expect(items.map(({ kind }) => kind).sort()).toEqual(
      ['hired', 'transfer', 'suspend', 'resume', 'leave'].sort(),
    );
    await expect(step(staffNumber, { kind: 'suspend' })).rejects.toMatchObject(refuses('staff.step-refused'));
  });

  it('lets a planned step take effect on its day and not before, and who is expected act from the first day', async () => {
    const soon = addDays(today, 1);
    const newcomer = await hire({ hiredOn: soon });
    const leaver = await hire();
    const going = { kind: 'leave', effectiveOn: soon, leavingKind: 'voluntary', leavingReason: 'studies' };
    const { event } = await step(leaver.staffNumber, going);
    expect(event.state).toBe('planned');
    expect((await told(newcomer.staffNumber)).at(-1)?.mayAct).toBe(false);
    await hr.get(SweepSteps).sweep();
    expect(await hr.call(GetStaff, { staffNumber: leaver.staffNumber })).toMatchObject({ status: 'active' });
    await onDay(1, () => hr.get(SweepSteps).sweep());
    expect(await hr.call(GetStaff, { staffNumber: leaver.staffNumber })).toMatchObject({
      status: 'left',
      leftOn: soon,
      leavingReason: 'studies',
    });
    expect((await told(newcomer.staffNumber)).at(-1)?.mayAct).toBe(true);
    expect((await told(leaver.staffNumber)).at(-1)).toMatchObject({ mayAct: false, status: 'left' });
  });

  it('lets who is expected say that they do not come: they were staff on no day, and the first day is not waited for', async () => {
    const soon = addDays(today, 3);
    const { staffNumber } = await hire({ hiredOn: soon });
    const never = { kind: 'leave', leavingKind: 'voluntary', leavingReason: 'never-started' };
    expect((await step(staffNumber, never)).staff).toMatchObject({ status: 'left', leftOn: soon });
    const { items } = await hr.call(ListStaffEvents, { staffNumber, state: 'cancelled' });
    expect(items).toMatchObject([{ kind: 'enter', failure: 'left' }]);
    const workedBetween = { from: today, to: addDays(today, 30) };
    const here = await hr.get(StaffDirectory).list({ workedBetween, staffNumbers: [staffNumber] });
    expect(here).toEqual([]);
  });

  it('refuses a step that what is planned would not survive, and takes it once that is cancelled', async () => {
    const { staffNumber } = await hire();
    const later = { kind: 'suspend', effectiveOn: addDays(today, 5) };
    const { event } = await step(staffNumber, later);
    await expect(step(staffNumber, { kind: 'suspend' })).rejects.toMatchObject(refuses('staff.step-refused'));
    await hr.call(CancelStaffStep, { staffNumber, eventId: event.eventId });
    expect((await step(staffNumber, { kind: 'suspend' })).staff.status).toBe('suspended');
    await expect(hr.call(CancelStaffStep, { staffNumber, eventId: event.eventId })).rejects.toMatchObject(
      refuses('staff.step-settled'),
    );
  });

  it('lets a planned step that has become impossible fail for somebody to read, and the other people go on', async () => {
    await hr.call(PutPost, {
      code: 'night-agent',
      nameZh: '夜班专员',
      nameEn: 'Night agent',
      roleKind: 'agent',
      tier: 'agent',
      roles: ['agent'],
    });
    const one = await hire();
    const other = await hire();
    const soon = addDays(today, 1);
    await step(one.staffNumber, { kind: 'transfer', effectiveOn: soon, postCode: 'night-agent' });
    await step(other.staffNumber, { kind: 'suspend', effectiveOn: soon });
    await hr.call(PutPost, {
      code: 'night-agent',
      nameZh: '夜班专员',
      nameEn: 'Night agent',
      roleKind: 'agent',
      tier: 'agent',
      roles: ['agent'],
      active: false,
    });
    await onDay(1, () => hr.get(SweepSteps).sweep());
    const failed = await hr.call(ListStaffEvents, { state: 'failed' });
    expect(failed.items).toMatchObject([{ staffNumber: one.staffNumber, kind: 'transfer' }]);
    expect(await hr.call(GetStaff, { staffNumber: other.staffNumber })).toMatchObject({
      status: 'suspended',
    });
  });

  it('refuses what is not there, a group of another department, a taken number and half a step', async () => {
    for (const [more, code] of [
      [{ departmentCode: 'nowhere' }, 'staff.unknown-place'],
      [{ postCode: 'nobody' }, 'staff.unknown-place'],
      [{ groupCode: 'inspection' }, 'staff.group-of-other-department'],
      [{ skills: [{ code: 'juggling', level: 1 }] }, 'staff.unknown-place'],
      [{ staffNumber: 'A0001' }, 'staff.already-exists'],
      [{ hiredOn: '2026-02-30' }, 'request.invalid'],
    ] as const) {
      await expect(hire(more as Partial<HireStaffRequest>)).rejects.toMatchObject(refuses(code));
    }
    const { staffNumber } = await hire();
    for (const half of [
      { kind: 'transfer' },
      { kind: 'leave', leavingKind: 'voluntary' },
      { kind: 'suspend', postCode: 'agent' },
      { kind: 'transfer', groupCode: 'online', withoutGroup: true },
    ]) {
      await expect(step(staffNumber, half)).rejects.toMatchObject(refuses('request.invalid'));
    }
  });

  it('lets nobody become admin by way of a post who may not change accounts', async () => {
    const hrPerson = { id: 'somebody', permissions: ['staff:write'] };
    const { staffNumber } = await hire();
    const promote = { staffNumber, kind: 'transfer' as const, postCode: 'system-administrator', reason: '' };
    await expect(hr.call(RecordStaffStep, { ...promote, reason: '晋升' }, hrPerson)).rejects.toMatchObject(
      refuses('staff.admin-post'),
    );
    const admin = { id: 'somebody', permissions: ['staff:write', 'user:write'] };
    const { staff } = await hr.call(RecordStaffStep, { ...promote, reason: '晋升' }, admin);
    expect(staff).toMatchObject({ postCode: 'system-administrator', tier: 'agent' });
  });

  it('warns of a group outside 12 to 14 and refuses nothing; a leader who leaves leads no more', async () => {
    await hr.call(PutStaffGroup, {
      code: 'night',
      nameZh: '夜班组',
      nameEn: 'Night',
      departmentCode: 'operations',
    });
    const leader = await hire({ groupCode: 'night', postCode: 'group-leader' });
    const members = [];
    for (let count = 0; count < 10; count++) members.push(await hire({ groupCode: 'night' }));
    const night = async () =>
      (await hr.call(GetOrganisation, {})).groups.find(({ code }) => code === 'night');
    expect(await night()).toMatchObject({ members: 11, warnings: ['too-few', 'no-leader'] });
    await hr.call(PutStaffGroup, {
      code: 'night',
      nameZh: '夜班组',
      nameEn: 'Night',
      departmentCode: 'operations',
      leaderNumber: leader.staffNumber,
    });
    await hire({ groupCode: 'night' });
    expect(await night()).toMatchObject({ members: 12, warnings: [], leaderName: leader.name });
    const directory = hr.get(StaffDirectory);
    expect(await directory.find(members[0]?.staffNumber ?? '')).toMatchObject({
      leaderNumber: leader.staffNumber,
    });

    await hr.call(LinkStaffAccount, { staffNumber: leader.staffNumber, accountId: OTHER_ACCOUNT });
    const seen = await hr.call(ListStaff, { limit: 200 }, { id: OTHER_ACCOUNT });
    expect(new Set(seen.items.map(({ groupCode }) => groupCode))).toEqual(new Set(['night']));
    await expect(hr.call(GetStaff, { staffNumber: 'A0001' }, { id: OTHER_ACCOUNT })).rejects.toMatchObject(
      refuses('access.forbidden'),
    );

    await expect(
      hr.call(
        RecordStaffStep,
        { staffNumber: leader.staffNumber, kind: 'transfer', postCode: 'head', reason: '自荐' },
        { id: OTHER_ACCOUNT },
      ),
    ).rejects.toMatchObject(refuses('staff.own-step'));
    const leaving = { kind: 'leave', leavingKind: 'involuntary', leavingReason: 'conduct' };
    await step(leader.staffNumber, leaving);
    expect((await night())?.leaderNumber).toBeUndefined();
  });

  it('gives an account one owner, also when two are given it at once, and tells what it has to follow', async () => {
    const [one, two] = [await hire(), await hire()];
    const links = [one, two].map(({ staffNumber }) =>
      hr.call(LinkStaffAccount, { staffNumber, accountId: ACCOUNT }).then(
        ({ accountId }) => accountId ?? '',
        ({ code }: { code: string }) => code,
      ),
    );
    expect((await Promise.all(links)).sort()).toEqual([ACCOUNT, 'staff.account-taken'].sort());
    const owner = await hr.call(GetOwnStaff, {}, { id: ACCOUNT });
    expect(await hr.get(StaffDirectory).ofAccount(ACCOUNT)).toMatchObject({ staffNumber: owner.staffNumber });
    expect(await hr.get(StaffDirectory).ofAccount('system:hr')).toBeUndefined();
    const unlinked = await hr.call(UnlinkStaffAccount, { staffNumber: owner.staffNumber });
    expect(unlinked).toMatchObject({ unlinkedAccountId: ACCOUNT });
    expect(unlinked.accountId).toBeUndefined();
    await expect(hr.call(GetOwnStaff, {}, { id: ACCOUNT })).rejects.toMatchObject(refuses('staff.not-found'));
  });

  it('passes an account on from who has left, and gives who has left none', async () => {
    const [leaver, heir] = [await hire(), await hire()];
    await hr.call(LinkStaffAccount, { staffNumber: leaver.staffNumber, accountId: ACCOUNT });
    const leaving = { kind: 'leave', leavingKind: 'voluntary', leavingReason: 'family' };
    await step(leaver.staffNumber, leaving);
    await hr.call(LinkStaffAccount, { staffNumber: heir.staffNumber, accountId: ACCOUNT });
    expect((await told(leaver.staffNumber)).at(-1)).toMatchObject({ unlinkedAccountId: ACCOUNT });
    await expect(
      hr.call(LinkStaffAccount, { staffNumber: leaver.staffNumber, accountId: OTHER_ACCOUNT }),
    ).rejects.toMatchObject(refuses('staff.left'));
  });

  it('tells every holder of a post whose roles change, and everybody of a department whose scope does', async () => {
    const { staffNumber } = await hire({
      departmentCode: 'data',
      postCode: 'data-analyst',
      groupCode: 'reports',
    });
    await hr.call(PutPost, {
      code: 'data-analyst',
      nameZh: '数据分析师',
      nameEn: 'Data analyst',
      roleKind: 'data',
      tier: 'agent',
      roles: ['viewer', 'quality'],
    });
    expect((await told(staffNumber)).at(-1)).toMatchObject({ version: 2, roles: ['viewer', 'quality'] });
    await hr.call(PutStaffDepartment, {
      code: 'data',
      nameZh: '数据分析部',
      nameEn: 'Data analysis',
      scope: ['marketing'],
    });
    expect((await told(staffNumber)).at(-1)).toMatchObject({ version: 3, scope: ['marketing'] });
    await expect(
      hr.call(PutStaffDepartment, { code: 'data', nameZh: '数据', nameEn: 'Data', active: false }),
    ).rejects.toMatchObject(refuses('staff-department.refused'));
    await expect(
      hr.call(PutStaffDepartment, { code: 'data', nameZh: '数据', nameEn: 'Data', parentCode: 'data' }),
    ).rejects.toMatchObject(refuses('staff-department.refused'));
  });

  it('lists by filters, in any order, page by page, everybody once', async () => {
    for (const sort of ['staff-number', 'name', 'hired', 'hired-desc'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await hr.call(ListStaff, { sort, limit: 7, cursor });
        seen.push(...page.items.map(({ staffNumber }) => staffNumber));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      const all = await hr.call(ListStaff, { limit: 200, sort });
      expect(seen).toEqual(all.items.map(({ staffNumber }) => staffNumber));
      expect(new Set(seen).size).toBe(seen.length);
    }
    const speaking = await hr.call(ListStaff, { skill: 'cantonese' });
    expect(speaking.items.map(({ staffNumber }) => staffNumber)).toEqual(['A0001']);
    const found = await hr.call(ListStaff, { text: 'a0001' });
    expect(found.items).toHaveLength(1);
    const then = await hr.call(ListStaff, { to: addDays(today, -31) });
    expect(then.items).toEqual([]);
  });

  it('corrects name and skills and keeps that it was done, not the name before', async () => {
    const { staffNumber } = await hire({ phone: '+8613900010009' });
    const changed = await hr.call(ChangeStaff, {
      staffNumber,
      name: '李娜',
      skills: [{ code: 'wu', level: 2 }],
    });
    expect(changed).toMatchObject({
      name: '李娜',
      phone: '+8613900010009',
      skills: [{ code: 'wu', level: 2 }],
    });
    const { items } = await hr.call(ListStaffEvents, { staffNumber });
    expect(items.find(({ kind }) => kind === 'corrected')?.details).toEqual({ fields: ['name'] });
  });

  it('is taken out of a table: who is new is hired, who is there moved, bad rows told by line, the same file refused', async () => {
    const known = await hire({ phone: '+8613900010008' });
    const header = '工号,姓名,电话,部门,岗位,层级,班组,技能,入职日期,状态,离职日期,离职性质,离职原因';
    const lines = [
      'B0001,王芳,13900010001,运营管理部,客服专员,,话务组,粤语:4;英语,2019/7/1,在职,,,',
      'B0002,赵强,,operations,agent,senior,online,,2030-01-01,,,,',
      'B0003,钱伟,,运营管理部,客服专员,,,,2020-01-01,离职,2021-02-03,主动,薪酬',
      `${known.staffNumber},${known.name},+86139****0008,质量管理部,质检专员,,质检组,,${known.hiredOn},在职,,,`,
      'B0004,孙丽,,运营管理部,客服专员,,质检组,,2020-01-01,,,,',
      'B0005,李雷,,火星部,客服专员,,,,2020-01-01,,,,',
      'B0006,周杰,,运营管理部,客服专员,,,,2020-02-30,,,,',
      'B0001,王芳,,运营管理部,客服专员,,,,2019-07-01,,,,',
      `${known.staffNumber.replace('A', 'Z')}!,无名,,运营管理部,客服专员,,,,2020-01-01,,,,`,
      'A0001,员工1,,质量管理部,质检专员,,,,2000-01-01,在职,,,',
    ];
    const csv = [header, ...lines].join('\n');
    const { id } = await hr.call(ImportStaffFile, { fileKey: await hr.upload('imports/staff.csv', csv) });
    const ended = async () => {
      for (let round = 0; round < 200; round++) {
        const view = await hr.call(GetStaffImport, { importId: id });
        if (view.state !== 'running') return view;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      throw new Error('the import did not end');
    };
    expect(await ended()).toMatchObject({
      state: 'completed',
      rowsTotal: 10,
      rowsAccepted: 4,
      rowsRefused: 6,
    });
    const { items } = await hr.call(ListStaffRowErrors, { importId: id });
    expect(items.map(({ line, field }) => [line, field])).toEqual([
      [6, 'groupCode'],
      [7, 'departmentCode'],
      [8, 'hiredOn'],
      [9, 'staffNumber'],
      [10, 'staffNumber'],
      [11, 'hiredOn'],
    ]);
    expect(items[1]?.reason['zh-CN']).toBe('部门：没有在用的部门“火星部”');
    expect(await hr.call(GetStaff, { staffNumber: 'B0001' })).toMatchObject({
      phone: '+8613900010001',
      status: 'active',
      hiredOn: '2019-07-01',
      tier: 'agent',
      skills: [
        { code: 'cantonese', level: 4 },
        { code: 'english', level: 1 },
      ],
    });
    expect(await hr.call(GetStaff, { staffNumber: 'B0002' })).toMatchObject({
      status: 'expected',
      tier: 'senior',
    });
    expect(await hr.call(GetStaff, { staffNumber: 'B0003' })).toMatchObject({
      status: 'left',
      leftOn: '2021-02-03',
      leavingReason: 'pay',
    });
    expect(await hr.call(GetStaff, { staffNumber: known.staffNumber })).toMatchObject({
      postCode: 'quality-inspector',
      groupCode: 'inspection',
      phone: '+8613900010008',
    });
    expect((await told(known.staffNumber)).at(-1)).toMatchObject({ version: 2, roles: ['quality'] });
    const again = { fileKey: await hr.upload('imports/again.csv', csv) };
    await expect(hr.call(ImportStaffFile, again)).rejects.toMatchObject(
      refuses('staff-import.already-imported'),
    );
  });

  it('is taken as rows too; no row makes an admin for who may not change accounts, and none leaves by it', async () => {
    const present = await hire();
    const row = { departmentCode: 'operations', postCode: 'agent', hiredOn: '2024-01-01' };
    const rows = [
      { ...row, staffNumber: 'C1', name: '一' },
      { ...row, staffNumber: 'C2', name: '二', postCode: 'system-administrator', departmentCode: 'support' },
      {
        ...row,
        staffNumber: present.staffNumber,
        name: present.name,
        hiredOn: addDays(today, -30),
        status: 'left',
        leftOn: today,
      },
    ];
    const view = await hr.call(ImportStaffRows, { rows }, { id: 'somebody', permissions: ['staff:write'] });
    expect(view).toMatchObject({ state: 'completed', rowsAccepted: 1, rowsRefused: 2 });
    const { items } = await hr.call(ListStaffRowErrors, { importId: view.id });
    expect(items.map(({ field }) => field)).toEqual(['postCode', 'status']);
  });

  /** The service's own clock, so many days ahead for as long as the work takes. */
  async function onDay(days: number, work: () => Promise<void>): Promise<void> {
    const clock = hr.get<Clock & { now: () => Date }>(CLOCK as never);
    const now = clock.now.bind(clock);
    clock.now = () => new Date(now().getTime() + days * 86_400_000);
    try {
      await work();
    } finally {
      clock.now = now;
    }
  }
});
