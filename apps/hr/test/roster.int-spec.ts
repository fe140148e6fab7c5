import {
  AnswerRosterChange,
  AssignWorkPattern,
  ChangeRoster,
  CheckRoster,
  DraftRoster,
  ImportRoster,
  ListOwnEntries,
  ListRosterChanges,
  ListRosterEntries,
  ListRosterRows,
  ListRosters,
  ListRosterVersions,
  ListRosterWishes,
  ListShiftTemplates,
  PublishRoster,
  type RosterCell,
  type RosterView,
  SaveRoster,
  SetShiftTemplate,
  type ShiftTemplateFields,
  type ShiftTemplateView,
  StateRosterWish,
  WithdrawRosterChange,
  WithdrawRosterWish,
} from '@switchyard/contracts';
import { addDays, addMonths, type LocalDate, localDate, localDateAt } from '@switchyard/domain';
import { UnitOfWork } from '@switchyard/platform';
import { RosterEntries } from '../src/roster/roster-entries.port';
import { HrFixture } from './hr-fixture';

const ACCOUNTS = {
  R001: '00000000-0000-4000-8000-000000000001',
  R002: '00000000-0000-4000-8000-000000000002',
} as const;
const today = localDateAt(new Date());
const firstOf = (day: LocalDate): LocalDate => localDate(`${day.slice(0, 7)}-01`);
const thisMonth = firstOf(today);
/** Far enough away that everything in it lies more than four weeks ahead. */
const farMonth = addMonths(thisMonth, 3);
function fieldsOf(template: ShiftTemplateView | undefined): ShiftTemplateFields {
  if (!template) throw new Error('there is no such template');
  const { version: _version, hours: _hours, night: _night, setAt: _at, setBy: _by, ...fields } = template;
  return fields;
}
const monthOf = (first: LocalDate): string => first.slice(0, 7);

describe('rosters', () => {
  jest.setTimeout(60_000);
  let hr: HrFixture;
  const asStaff = (number: keyof typeof ACCOUNTS) => ({ id: ACCOUNTS[number] });
  const cell = (staffNumber: string, date: LocalDate, templateCode?: string): RosterCell => ({
    staffNumber,
    date,
    ...(templateCode && { templateCode }),
  });
  const save = ({ rosterId, revision }: RosterView, cells: RosterCell[]) =>
    hr.call(SaveRoster, { rosterId, revision, cells });
  /** So that a small team may be published: policy, not code, says that a leader and weekends are a must. */
  const lenient = { leaderAlways: false, weekendLeastShifts: 0, leastDaysOff: 0 };
  let far: RosterView;

  beforeAll(async () => {
    hr = await HrFixture.start();
    const staff = ['R001', 'R002', 'R003'].map((number, index) => [number, `员工${index}`, 'agent', index]);
    for (const [number, name, post] of [...staff, ['L001', '班长', 'shift-leader', 9]]) {
      await hr.query(
        `insert into staff (staff_number, name, department_code, post_code, tier, group_code, status, hired_on, account_id,
           created_at, updated_at) values ($1, $2, 'operations', $3, 'agent', 'telephone', 'active', '2020-01-01', $4, now(), now())`,
        [number, name, post, (ACCOUNTS as Record<string, string>)[String(number)]],
      );
    }
    await hr.query(
      `insert into policy (name, valid_from, document, set_by, set_at) values ('roster', '2020-01-01', $1, 'test', now())`,
      [
        JSON.stringify({
          noticeDays: 28,
          mostConsecutiveDays: 6,
          leastRestMinutes: 660,
          mostOffADay: 5,
          reservePercent: 0,
          longBreakMinutes: 60,
          fairSpread: 31,
          skillCover: [],
          refused: ['weekend-empty', 'no-leader'],
          ...lenient,
        }),
      ],
    );
  });

  afterAll(() => hr.close());

  it('are drafted once per month and department', async () => {
    far = await hr.call(DraftRoster, { month: monthOf(farMonth), departmentCode: 'operations' });
    expect(far).toMatchObject({ state: 'draft', revision: 1, version: 0, shifts: 0 });
    await expect(
      hr.call(DraftRoster, { month: monthOf(farMonth), departmentCode: 'operations' }),
    ).rejects.toMatchObject({ code: 'roster.already-drafted' });
    expect((await hr.call(ListRosters, { month: monthOf(farMonth) })).items).toHaveLength(1);
    await expect(
      hr.call(DraftRoster, { month: monthOf(farMonth), departmentCode: 'nowhere' }),
    ).rejects.toMatchObject({ code: 'staff.unknown-place', details: { field: 'departmentCode' } });
  });

  it('have templates with versions: early and evening on, mid off until somebody confirms it (C7), a night (C6)', async () => {
    const { items } = await hr.call(ListShiftTemplates, {});
    expect(items.map(({ code, enabled }) => [code, enabled])).toEqual([
      ['day-8', true],
      ['early', true],
      ['evening', true],
      ['evening-8', true],
      ['mid', false],
      ['night-8', true],
    ]);
    expect(items.find(({ code }) => code === 'night-8')).toMatchObject({
      hours: '23:00–07:00+1',
      night: true,
    });
    const mid = fieldsOf(items.find(({ code }) => code === 'mid'));
    expect(await hr.call(SetShiftTemplate, mid)).toMatchObject({ version: 1 });
    const changed = { ...mid, startMinute: 660, endMinute: 1200, breaks: [] };
    const sets = await Promise.all(
      [0, 10, 20].map((more) => hr.call(SetShiftTemplate, { ...changed, endMinute: 1200 + more })),
    );
    expect(sets.map(({ version }) => version).sort()).toEqual([2, 3, 4]);
    await expect(hr.call(SetShiftTemplate, { ...mid, endMinute: 300 })).rejects.toMatchObject({
      code: 'shift-template.invalid',
    });
  });

  it('may be saved with violations; each is explained', async () => {
    const saved = await save(far, [
      cell('R001', farMonth, 'night-8'),
      cell('R001', addDays(farMonth, 1), 'day-8'),
      cell('R002', addDays(farMonth, 1), 'mid'),
      cell('R009', addDays(farMonth, 1), 'day-8'),
    ]);
    expect(saved).toMatchObject({ revision: 2, shifts: 4 });
    await expect(save(far, [])).rejects.toMatchObject({ code: 'roster.version-conflict' });
    await expect(save(saved, [cell('R001', farMonth, 'nothing')])).rejects.toMatchObject({
      code: 'roster.entries-invalid',
    });
    const { items } = await hr.call(CheckRoster, { rosterId: far.rosterId, severity: 'hard' });
    expect(items.map(({ code, staffNumber }) => [code, staffNumber]).sort()).toEqual([
      ['template-disabled', 'R002'],
      ['too-little-rest', 'R001'],
      ['unknown-staff', 'R009'],
    ]);
    expect(items.find(({ code }) => code === 'too-little-rest')?.textZh).toContain('员工0 R001');
    far = saved;
    await expect(
      hr.call(PublishRoster, { rosterId: far.rosterId, revision: far.revision, reason: '试' }),
    ).rejects.toMatchObject({ code: 'roster.violated', details: { count: 3 } });
    far = await save(far, [
      cell('R001', addDays(farMonth, 1)),
      cell('R009', addDays(farMonth, 1)),
      cell('R002', addDays(farMonth, 1), 'day-8'),
    ]);
    expect((await hr.call(CheckRoster, { rosterId: far.rosterId, severity: 'hard' })).items).toEqual([]);
  });

  it('take wishes of staff themselves, and of nobody by naming a number', async () => {
    const wish = { day: addDays(farMonth, 5), kind: 'day-off' as const };
    const stated = await hr.call(StateRosterWish, wish, asStaff('R001'));
    expect(stated).toMatchObject({ staffNumber: 'R001', day: addDays(farMonth, 5) });
    await expect(hr.call(StateRosterWish, wish, asStaff('R001'))).rejects.toMatchObject({
      code: 'roster-wish.already-stated',
    });
    await expect(hr.call(StateRosterWish, wish)).rejects.toMatchObject({ code: 'roster.not-staff' });
    await expect(hr.call(StateRosterWish, { ...wish, day: today }, asStaff('R001'))).rejects.toMatchObject({
      code: 'roster-wish.too-late',
    });
    await expect(
      hr.call(WithdrawRosterWish, { wishId: stated.wishId }, asStaff('R002')),
    ).rejects.toMatchObject({
      code: 'roster-wish.not-found',
    });
    expect((await hr.call(ListRosterWishes, { own: true }, asStaff('R002'))).items).toEqual([]);
    far = await save(far, [cell('R001', addDays(farMonth, 5), 'day-8')]);
    const { items } = await hr.call(CheckRoster, { rosterId: far.rosterId });
    expect(items).toMatchObject([{ code: 'wish-not-met', severity: 'soft', staffNumber: 'R001' }]);
  });

  it('are published with a reason for what is soft; shifts keep the version of their template', async () => {
    const { rosterId, revision } = far;
    await expect(hr.call(PublishRoster, { rosterId, revision })).rejects.toMatchObject({
      code: 'roster.reason-needed',
    });
    const all = await Promise.allSettled(
      [1, 2, 3].map(() => hr.call(PublishRoster, { rosterId, revision, reason: '人手不足' })),
    );
    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    far = (await hr.call(ListRosters, { state: 'published' })).items[0] ?? far;
    expect(far).toMatchObject({ version: 1, shifts: 3 });
    await expect(save(far, [])).rejects.toMatchObject({ code: 'roster.not-allowed-in-state' });
    const fields = fieldsOf((await hr.call(ListShiftTemplates, { code: 'night-8' })).items[0]);
    await hr.call(SetShiftTemplate, { ...fields, startMinute: 1320 });
    const { items } = await hr.call(
      ListOwnEntries,
      { from: farMonth, to: addDays(farMonth, 9) },
      asStaff('R001'),
    );
    expect(
      items.map(({ workDate, startAt, endAt, templateVersion }) => [
        workDate,
        startAt,
        endAt,
        templateVersion,
      ]),
    ).toEqual([
      [farMonth, `${farMonth}T15:00:00.000Z`, `${farMonth}T23:00:00.000Z`, 1],
      [addDays(farMonth, 5), expect.any(String), expect.any(String), 1],
    ]);
    await expect(
      hr.call(StateRosterWish, { day: addDays(farMonth, 7), kind: 'day-off' }, asStaff('R001')),
    ).rejects.toMatchObject({
      code: 'roster-wish.too-late',
    });
  });

  it('change at once four weeks ahead, with their versions; a change that breaks a rule is refused', async () => {
    const { rosterId } = far;
    const cells = [cell('R001', addDays(farMonth, 1), 'day-8')];
    await expect(hr.call(ChangeRoster, { rosterId, cells, reason: '换班' })).rejects.toMatchObject({
      code: 'roster.violated',
    });
    const change = await hr.call(ChangeRoster, {
      rosterId,
      cells: [cell('R001', farMonth), ...cells],
      reason: '改白班',
    });
    expect(change).toMatchObject({ state: 'applied', consents: [] });
    const { items } = await hr.call(
      ListOwnEntries,
      { from: farMonth, to: addDays(farMonth, 3) },
      asStaff('R001'),
    );
    expect(items.map(({ workDate, templateCode }) => [workDate, templateCode])).toEqual([
      [addDays(farMonth, 1), 'day-8'],
    ]);
    const versions = await hr.call(ListRosterVersions, { rosterId });
    expect(versions.items.map(({ version, reason }) => [version, reason])).toEqual([
      [2, '改白班'],
      [1, '人手不足'],
    ]);
  });

  it('change sooner only when everybody whom it touches consents', async () => {
    let near = await hr.call(DraftRoster, { month: monthOf(thisMonth) });
    near = await save(near, [
      cell('R001', today, 'evening-8'),
      cell('R002', addDays(thisMonth, 0), 'evening-8'),
    ]);
    near = await hr.call(PublishRoster, { rosterId: near.rosterId, revision: near.revision, reason: '补排' });
    const { rosterId } = near;
    const exchange = [cell('R001', today), cell('R003', today, 'evening-8')];
    const asked = await hr.call(ChangeRoster, { rosterId, cells: exchange, reason: '顶班' });
    expect(asked).toMatchObject({
      state: 'awaiting-consent',
      consents: [{ staffNumber: 'R001' }, { staffNumber: 'R003' }],
    });
    await expect(
      hr.call(AnswerRosterChange, { changeId: asked.changeId, answer: 'given' }, asStaff('R002')),
    ).rejects.toMatchObject({ code: 'roster-change.not-asked' });
    expect((await hr.call(ListRosterChanges, { own: true }, asStaff('R001'))).items).toHaveLength(1);
    await hr.call(AnswerRosterChange, { changeId: asked.changeId, answer: 'given' }, asStaff('R001'));
    expect((await hr.call(ListOwnEntries, { from: today, to: today }, asStaff('R001'))).items).toHaveLength(
      1,
    );
    const withdrawn = await hr.call(WithdrawRosterChange, { changeId: asked.changeId });
    expect(withdrawn).toMatchObject({ state: 'withdrawn' });

    const alone = await hr.call(ChangeRoster, { rosterId, cells: [cell('R001', today)], reason: '回家' });
    const given = await Promise.allSettled(
      [1, 2].map(() =>
        hr.call(AnswerRosterChange, { changeId: alone.changeId, answer: 'given' }, asStaff('R001')),
      ),
    );
    expect(given.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await hr.call(ListOwnEntries, { from: today, to: today }, asStaff('R001'))).items).toEqual([]);
    if (today > thisMonth) {
      const over = [cell('R002', thisMonth)];
      await expect(hr.call(ChangeRoster, { rosterId, cells: over, reason: '补' })).rejects.toMatchObject({
        code: 'roster.entries-invalid',
      });
    }
  });

  it('are exchanged as files: the grid that is listed comes back, with what is not understood told', async () => {
    const next = addMonths(farMonth, 1);
    let roster = await hr.call(DraftRoster, { month: monthOf(next) });
    const second = addDays(next, 1);
    const csv = [
      `工号,姓名,${next},${Number(second.slice(8))}日`,
      'R001,员工0,day-8,夜班（三班倒）',
      'R002,员工1,休,day-8*',
      'R003,员工2,what,evening-8',
      ',无,day-8,',
    ].join('\n');
    const fileKey = await hr.upload('rosters/grid.csv', csv);
    const imported = await hr.call(ImportRoster, {
      rosterId: roster.rosterId,
      revision: roster.revision,
      fileKey,
    });
    expect(imported.taken).toBe(3);
    expect(imported.problems.map(({ line }) => line)).toEqual([4, 5]);
    const rows = await hr.call(ListRosterRows, { rosterId: roster.rosterId });
    expect(
      rows.items.filter(({ staffNumber }) => staffNumber.startsWith('R')).map(({ days }) => days),
    ).toEqual([{ [next]: 'day-8', [second]: 'night-8' }, { [second]: 'day-8*' }, { [second]: 'evening-8' }]);
    roster = imported.roster;
    const page = await hr.call(ListRosterEntries, { rosterId: roster.rosterId, limit: 2 });
    const rest = await hr.call(ListRosterEntries, {
      rosterId: roster.rosterId,
      limit: 2,
      cursor: page.nextCursor,
    });
    expect([...page.items, ...rest.items]).toHaveLength(4);
    const bad = await hr.upload('rosters/bad.csv', 'a,b\n1,2');
    await expect(
      hr.call(ImportRoster, { rosterId: roster.rosterId, revision: roster.revision, fileKey: bad }),
    ).rejects.toMatchObject({ code: 'roster.file-invalid' });
  });

  it('know who works by which pattern, and who is off against it', async () => {
    const roster = await hr.call(DraftRoster, { month: monthOf(addMonths(farMonth, 2)) });
    const people = ['R001', 'R002', 'R003', 'L001'].map((staffNumber) => ({
      staffNumber,
      anchor: addMonths(farMonth, 2),
    }));
    const { rosterId, revision } = roster;
    await hr.call(AssignWorkPattern, { rosterId, revision, patternCode: 'two-on-two-off', people });
    await hr.query(`update policy set document = document || '{"mostOffADay": 3}' where name = 'roster'`);
    const { items } = await hr.call(CheckRoster, { rosterId, code: 'too-many-off', limit: 100 });
    const first = addMonths(farMonth, 2);
    expect(items.slice(0, 3).map(({ date }) => date)).toEqual([first, addDays(first, 1), addDays(first, 4)]);
    await expect(
      hr.call(AssignWorkPattern, { rosterId, revision, patternCode: 'nothing', people }),
    ).rejects.toMatchObject({ code: 'work-pattern.invalid' });
  });

  it('publish shifts that other features replace; one shift is replaced by one of many at once', async () => {
    const entries = hr.get(RosterEntries);
    const work = hr.get(UnitOfWork);
    const [shift] = await entries.of('R002', addDays(farMonth, 1), addDays(farMonth, 1));
    if (!shift) throw new Error('R002 has no shift');
    const { id, state: _state, ...facts } = shift;
    const replace = () =>
      work.inTransaction(() =>
        entries.replace({
          end: [id],
          add: [{ ...facts, staffNumber: 'R003' }],
          reason: '替换班',
          by: 'test',
          at: new Date(),
        }),
      );
    const settled = await Promise.allSettled(Array.from({ length: 10 }, replace));
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(settled.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'roster-entry.ended' },
    });
    expect(await entries.of('R003', shift.workDate, shift.workDate)).toMatchObject([
      { staffNumber: 'R003', state: 'published' },
    ]);
    expect(await entries.find(id)).toMatchObject({ state: 'ended' });
    const again = { end: [], reason: '重复', by: 'test', at: new Date() };
    const overlapping = {
      ...facts,
      staffNumber: 'R003',
      startAt: new Date(facts.endAt.getTime() - 60_000),
      endAt: new Date(facts.endAt.getTime() + 60_000),
    };
    await expect(
      work.inTransaction(() => entries.replace({ ...again, add: [overlapping] })),
    ).rejects.toMatchObject({
      code: 'roster-entry.overlap',
    });
  });
});
