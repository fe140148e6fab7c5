import {
  AddLeavePaper,
  AnswerReturn,
  AnswerSwap,
  AskLeaveCancellation,
  CheckLeave,
  DecideLeave,
  DecideLeaveCancellation,
  DecideLeaves,
  DecideSwap,
  GetLeave,
  GetSwap,
  ListAnnualBalances,
  ListAttendanceDays,
  ListLeaveDays,
  ListLeaves,
  ListSwaps,
  OpenLeavePaper,
  ProposeReturn,
  ProposeSwap,
  RequestLeave,
  type RequestLeaveRequest,
  SetAnnualEntitlement,
  SetHrPolicy,
  WithdrawLeave,
  WithdrawSwap,
} from '@switchyard/contracts';
import { STANDARD_LEAVE_POLICY } from '@switchyard/domain';
import { SystemClock } from '@switchyard/platform';
import { LeaveDays } from '../src/leave/leave-days.port';
import { SwapFacts } from '../src/swap/swap-facts.port';
import { RemindRepayments } from '../src/swap/remind-repayments/remind-repayments';
import { HrFixture } from './hr-fixture';
import { Roster } from './time-fixture';

const NOW = '2026-11-05T02:00:00Z';
let now = new Date(NOW);
let hr: HrFixture;
let roster: Roster;
let serial = 0;

jest.setTimeout(60_000);

beforeAll(async () => {
  jest.spyOn(SystemClock.prototype, 'now').mockImplementation(() => new Date(now));
  hr = await HrFixture.start();
  roster = new Roster(hr);
  for (let person = 1; person <= 60; person += 1) {
    const department = person <= 20 ? 'operations' : 'quality';
    await roster.hire(`A${String(person).padStart(3, '0')}`, 'agent', { department });
  }
  await roster.hire('H001', 'head');
  await roster.hire('H002', 'head', { department: 'quality' });
  await roster.hire('D001', 'director');
  await roster.hire('P001', 'hr-administrator');
});

afterAll(async () => {
  await hr.close();
  jest.restoreAllMocks();
});

beforeEach(() => {
  now = new Date(NOW);
});

const as = (staffNumber: string) => ({ id: roster.accountOf(staffNumber), name: staffNumber });
const ask = (staffNumber: string, facts: Partial<RequestLeaveRequest> & { from: string }) =>
  hr.call(
    RequestLeave,
    { kind: 'personal', to: facts.from, reason: '家中有事', reference: `l${(serial += 1)}`, ...facts },
    as(staffNumber),
  );
const decide = (leaveId: string, by: string, decision: 'approve' | 'refuse' = 'approve') =>
  hr.call(DecideLeave, { leaveId, decision, note: '已核实' }, as(by));

describe('leave', () => {
  it('of half a day is for the head; approved, the day is reckoned with it', async () => {
    await roster.shift('A001', '2026-10-20', '08:30', '17:30');
    now = new Date('2026-10-16T02:00:00Z');
    const leave = await ask('A001', { from: '2026-10-20', toHalf: 'am' });
    expect(leave).toMatchObject({
      days: 0.5,
      state: 'requested',
      steps: [{ approverKind: 'head', state: 'waiting' }],
    });
    await expect(decide(leave.leaveId, 'H002')).rejects.toMatchObject({
      code: 'leave.not-yours-to-decide',
      details: { deciders: ['H001'] },
    });
    expect(await decide(leave.leaveId, 'H001')).toMatchObject({
      state: 'approved',
      steps: [{ decidedBy: 'H001' }],
    });
    expect(await hr.get(LeaveDays).between('2026-10-20', '2026-10-20')).toEqual([
      { staffNumber: 'A001', date: '2026-10-20', half: 'am', kind: 'personal', requestId: leave.leaveId },
    ]);
    now = new Date('2026-10-20T12:00:00Z');
    await roster.until(async () => (await hr.query('select 1 from attendance_due')).length === 0);
  });

  it('two halves do not overwrite one another, and full and half on one day are refused (hrms#3269, #4788)', async () => {
    const morning = await ask('A002', { from: '2026-11-10', toHalf: 'am' });
    const afternoon = await ask('A002', { from: '2026-11-10', fromHalf: 'pm' });
    expect([morning.days, afternoon.days]).toEqual([0.5, 0.5]);
    await expect(ask('A002', { from: '2026-11-10' })).rejects.toMatchObject({
      code: 'leave.already-on-leave',
    });
    await expect(ask('A002', { from: '2026-11-09', to: '2026-11-11' })).rejects.toMatchObject({
      code: 'leave.already-on-leave',
      details: { date: '2026-11-10' },
    });
    expect((await hr.call(ListLeaves, { own: true }, as('A002'))).items).toHaveLength(2);
  });

  it('after the first of two steps is not approved, and given consents stay when the policy changes (horilla-hr#647)', async () => {
    const leave = await ask('A003', { from: '2026-11-12', to: '2026-11-13' });
    expect(leave.steps.map(({ approverKind }) => approverKind)).toEqual(['head', 'director']);
    expect(await decide(leave.leaveId, 'H001')).toMatchObject({ state: 'requested' });
    expect(await hr.query(`select 1 from reminder where staff_number = 'A003'`)).toEqual([]);
    const policy = { ...STANDARD_LEAVE_POLICY, approval: STANDARD_LEAVE_POLICY.approval.slice(-1) };
    await hr.call(SetHrPolicy, { name: 'leave', validFrom: now.toISOString(), document: { ...policy } });
    const file = { fileKey: await hr.upload('leave/x', '假条'), fileName: '假条.pdf', bytes: 6 };
    await hr.call(AddLeavePaper, { leaveId: leave.leaveId, kind: 'other', ...file, own: true }, as('A003'));
    await hr.query(`delete from policy where name = 'leave'`);
    await expect(decide(leave.leaveId, 'H001')).rejects.toMatchObject({ code: 'leave.not-yours-to-decide' });
    expect(await decide(leave.leaveId, 'D001')).toMatchObject({
      state: 'approved',
      steps: [{ decidedBy: 'H001' }, { decidedBy: 'D001' }],
    });
    expect(await hr.query(`select 1 from reminder where staff_number = 'A003'`)).toHaveLength(1);
  });

  it('that is approved is not cancelled by who took it, but with consent (horilla-hr#548)', async () => {
    const leave = await ask('A004', { from: '2026-11-17', to: '2026-11-19' });
    const { leaveId } = leave;
    await decide(leaveId, 'H001');
    await decide(leaveId, 'D001');
    await expect(hr.call(WithdrawLeave, { leaveId }, as('A004'))).rejects.toMatchObject({
      code: 'leave.not-allowed-in-state',
    });
    const asked = { leaveId, from: '2026-11-18', reason: '提前返岗' };
    await expect(hr.call(AskLeaveCancellation, asked, as('A005'))).rejects.toMatchObject({
      code: 'leave.not-found',
    });
    expect(await hr.call(AskLeaveCancellation, asked, as('A004'))).toMatchObject({
      state: 'approved',
      days: 3,
    });
    expect((await hr.call(ListLeaves, { waitingForMe: true }, as('D001'))).items).toMatchObject([
      { leaveId },
    ]);
    const consent = { leaveId, decision: 'approve' as const };
    await expect(hr.call(DecideLeaveCancellation, consent, as('H001'))).rejects.toMatchObject({
      code: 'leave.not-yours-to-decide',
    });
    expect(await hr.call(DecideLeaveCancellation, consent, as('D001'))).toMatchObject({
      state: 'approved',
      days: 1,
      to: '2026-11-17',
    });
    expect((await ask('A004', { from: '2026-11-18' })).state).toBe('requested');
  });

  it('is withdrawn before it is decided, and its days are free again', async () => {
    const { leaveId } = await ask('A005', { from: '2026-11-17' });
    await expect(hr.call(WithdrawLeave, { leaveId }, as('A004'))).rejects.toMatchObject({
      code: 'leave.not-found',
    });
    expect(await hr.call(WithdrawLeave, { leaveId }, as('A005'))).toMatchObject({ state: 'withdrawn' });
    expect(await ask('A005', { from: '2026-11-17' })).toMatchObject({ state: 'requested' });
  });

  it('has an alternate when the head asks, or is away (hrms#1949); many are decided as one by one (horilla-hr#269)', async () => {
    const own = await ask('H001', { from: '2026-11-24' });
    await expect(decide(own.leaveId, 'H001')).rejects.toMatchObject({ details: { deciders: ['D001'] } });
    expect(await decide(own.leaveId, 'D001')).toMatchObject({
      state: 'approved',
      steps: [{ alternate: true }],
    });
    const [one, other] = [
      await ask('A006', { from: '2026-11-30' }),
      await ask('A007', { from: '2026-11-30' }),
    ];
    now = new Date('2026-11-24T02:00:00Z');
    expect((await hr.call(GetLeave, { leaveId: one.leaveId })).deciders).toEqual(['D001']);
    const leaveIds = [one.leaveId, own.leaveId, other.leaveId];
    const { items } = await hr.call(DecideLeaves, { leaveIds, decision: 'approve' }, as('D001'));
    expect(items.map(({ leave, code }) => leave?.state ?? code)).toEqual([
      'approved',
      'leave.not-allowed-in-state',
      'approved',
    ]);
  });

  it('papers: certificates before the decision, the sick note when back; seen by the own people only', async () => {
    const { leaveId } = await ask('A008', { kind: 'marriage', from: '2026-11-25', to: '2026-11-27' });
    await expect(decide(leaveId, 'H001')).rejects.toMatchObject({ code: 'leave.papers-missing' });
    const file = { fileKey: await hr.upload('leave/cert', '证书'), fileName: '结婚证.jpg', bytes: 6 };
    const paper = { leaveId, kind: 'marriage-certificates' as const, ...file, own: true };
    await expect(hr.call(AddLeavePaper, paper, as('A009'))).rejects.toMatchObject({
      code: 'leave.not-found',
    });
    const { papers } = await hr.call(AddLeavePaper, paper, as('A008'));
    const opened = { leaveId, paperId: papers[0]?.paperId ?? '' };
    await expect(hr.call(OpenLeavePaper, { ...opened, own: true }, as('A009'))).rejects.toMatchObject({
      code: 'leave.not-found',
    });
    expect(await hr.call(OpenLeavePaper, opened, as('H001'))).toMatchObject({ fileName: '结婚证.jpg' });
    expect(await decide(leaveId, 'H001')).toMatchObject({ state: 'approved', papersMissing: [] });

    const sick = await ask('A008', { kind: 'sick', from: '2026-11-05' });
    expect(await decide(sick.leaveId, 'H001')).toMatchObject({
      state: 'approved',
      papersMissing: ['sick-note'],
      papersDue: '2026-11-06',
    });
    expect((await hr.call(ListLeaves, { papersOverdue: true })).items).toEqual([]);
    now = new Date('2026-11-07T02:00:00Z');
    expect((await hr.call(ListLeaves, { papersOverdue: true })).items).toMatchObject([
      { leaveId: sick.leaveId },
    ]);
  });

  it('is extended without a gap, by head and director from two days on (L347)', async () => {
    const first = await ask('A009', { kind: 'sick', from: '2026-11-12', to: '2026-11-13' });
    const more = { kind: 'sick' as const, extensionOf: first.leaveId, to: '2026-11-17' };
    await expect(ask('A009', { ...more, from: '2026-11-17' })).rejects.toMatchObject({
      code: 'leave.extension-not-adjoining',
      details: { about: '2026-11-16' },
    });
    expect(await ask('A009', { ...more, from: '2026-11-16' })).toMatchObject({
      days: 2,
      extensionOf: first.leaveId,
      steps: [{ approverKind: 'head' }, { approverKind: 'director' }],
    });
    await expect(ask('A010', { ...more, from: '2026-11-16' })).rejects.toMatchObject({
      code: 'leave.not-found',
    });
  });

  it('holidays are not counted twice, and both kinds of them are kept apart', async () => {
    const plan = await hr.call(
      CheckLeave,
      { kind: 'annual', from: '2026-09-30', to: '2026-10-10' },
      as('A010'),
    );
    expect(plan).toMatchObject({ days: 4, problems: [{ code: 'leave.notice-too-short', excusable: true }] });
    const types = new Map(plan.halfDays.map(({ date, type }) => [date, type]));
    expect([types.get('2026-10-01'), types.get('2026-10-10'), types.get('2026-10-09')]).toEqual([
      'statutory',
      'work',
      'work',
    ]);
    expect([...types.values()].filter((type) => type === 'in-lieu').length).toBeGreaterThan(0);
  });

  it('annual leave: a month ahead, one at a time but for a special reason, no more than is left', async () => {
    await hr.call(
      SetAnnualEntitlement,
      { staffNumber: 'A011', year: 2026, days: 2, reason: '档案核定' },
      as('P001'),
    );
    const december = { kind: 'annual' as const, from: '2026-12-08', to: '2026-12-09' };
    const leave = await ask('A011', december);
    expect(leave.steps.map(({ approverKind }) => approverKind)).toEqual(['director']);
    await expect(ask('A012', december)).rejects.toMatchObject({ code: 'leave.cap-of-annual' });
    expect(await ask('A012', { ...december, exceptionReason: '子女婚礼' })).toMatchObject({
      exceptions: ['cap-of-annual'],
      steps: [{ approverKind: 'head' }, { approverKind: 'director' }],
    });
    await expect(ask('A013', { ...december, from: '2026-12-04', to: '2026-12-04' })).rejects.toMatchObject({
      code: 'leave.notice-too-short',
    });
    await decide(leave.leaveId, 'D001');
    const [balance] = (await hr.call(ListAnnualBalances, { year: 2026, own: true }, as('A011'))).items;
    // Five days went over from the years before.
    expect(balance).toMatchObject({
      entitledDays: 2,
      carriedDays: 5,
      takenDays: 2,
      reservedDays: 0,
      leftDays: 5,
    });
    await expect(ask('A011', { kind: 'annual', from: '2026-12-14', to: '2026-12-21' })).rejects.toMatchObject(
      {
        code: 'leave.balance-exceeded',
      },
    );
  });

  it('five away on a day and not a sixth, however many ask at once (C18)', async () => {
    const people = Array.from({ length: 40 }, (_, index) => `A${String(index + 21).padStart(3, '0')}`);
    const answers = await Promise.allSettled(people.map((person) => ask(person, { from: '2026-11-26' })));
    const refusals = answers.flatMap((answer) =>
      answer.status === 'rejected' ? [answer.reason as { code: string }] : [],
    );
    expect(refusals).toHaveLength(35);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['leave.cap-of-day']));
    const day = { from: '2026-11-26', to: '2026-11-26', departmentCode: 'quality' };
    expect((await hr.call(ListLeaveDays, day)).items).toHaveLength(5);
    const ill = people.find((_, index) => answers[index]?.status === 'rejected') ?? '';
    expect(await ask(ill, { kind: 'sick', from: '2026-11-26' })).toMatchObject({ state: 'requested' });
  });

  it('that waits for others takes no place on the page of what waits for me', async () => {
    now = new Date('2026-11-06T01:00:00Z');
    const { leaveId } = await ask('A010', { from: '2026-12-29', to: '2026-12-30' });
    await decide(leaveId, 'H001');
    now = new Date('2026-11-06T02:00:00Z');
    const newer = await ask('A001', { from: '2026-12-29' });
    const waiting = (who: string) => hr.call(ListLeaves, { waitingForMe: true, limit: 1 }, as(who));
    expect((await waiting('H001')).items).toMatchObject([{ leaveId: newer.leaveId }]);
    expect((await waiting('D001')).items).toMatchObject([{ leaveId }]);
  });

  it('a half day that was approved stays when punches come (hrms#4531)', async () => {
    now = new Date('2026-11-05T12:00:00Z');
    await roster.shift('A014', '2026-11-05', '08:30', '17:30');
    const { leaveId } = await ask('A014', { kind: 'sick', from: '2026-11-05', toHalf: 'am' });
    await hr.query(
      `insert into punch (id, staff_number, direction, at, zone, source, state, reference, recorded_at, recorded_by)
       values (gen_random_uuid(), 'A014', 'in', '2026-11-05T12:58:00+08:00', 'Asia/Shanghai', 'sign-in', 'valid', 'x', now(), 'x'),
         (gen_random_uuid(), 'A014', 'out', '2026-11-05T17:30:00+08:00', 'Asia/Shanghai', 'sign-in', 'valid', 'y', now(), 'y')`,
    );
    await decide(leaveId, 'H001');
    await roster.until(async () => (await hr.query('select 1 from attendance_due')).length === 0);
    expect((await hr.call(ListAttendanceDays, { staffNumber: 'A014' })).items).toMatchObject([
      { status: 'present', leaveShare: 0.5, lateMinutes: 0, earlyMinutes: 0 },
    ]);
  });
});

describe('swaps of shifts', () => {
  const propose = (requester: string, partner: string, given: string[], taken?: string[]) =>
    hr.call(
      ProposeSwap,
      { partner, given, reason: '家中有事', reference: `s${(serial += 1)}`, ...(taken && { taken }) },
      as(requester),
    );
  const consent = (swapId: string, by: string) => hr.call(AnswerSwap, { swapId, answer: 'consent' }, as(by));
  const approve = (swapId: string, by = 'H001') =>
    hr.call(DecideSwap, { swapId, decision: 'approve' }, as(by));
  const shiftsOf = async (staffNumber: string, from: string, to: string) => {
    const rows = await hr.query<{ day: string }>(
      `select work_date::text as day from roster_entry where staff_number = $1 and state = 'published'
         and work_date between $2 and $3 order by 1`,
      [staffNumber, from, to],
    );
    return rows.map(({ day }) => day);
  };

  it('both consent, the head approves, and shifts change hands; not before', async () => {
    const given = await roster.shift('A015', '2026-12-10', '08:30', '17:30');
    const taken = await roster.shift('A016', '2026-12-16', '08:30', '17:30');
    const { swapId } = await propose('A015', 'A016', [given], [taken]);
    await expect(approve(swapId)).rejects.toMatchObject({ code: 'swap.not-allowed-in-state' });
    await expect(consent(swapId, 'A015')).rejects.toMatchObject({ code: 'swap.not-your-turn' });
    await consent(swapId, 'A016');
    await expect(approve(swapId, 'A016')).rejects.toMatchObject({ code: 'swap.not-yours-to-decide' });
    await expect(approve(swapId, 'H002')).rejects.toMatchObject({ details: { deciders: ['H001'] } });
    expect(await shiftsOf('A015', '2026-12-01', '2026-12-31')).toEqual(['2026-12-10']);
    expect(await approve(swapId)).toMatchObject({ state: 'approved', repayment: 'done', decidedBy: 'H001' });
    expect(await shiftsOf('A015', '2026-12-01', '2026-12-31')).toEqual(['2026-12-16']);
    expect(await shiftsOf('A016', '2026-12-01', '2026-12-31')).toEqual(['2026-12-10']);
    expect(
      (await hr.call(GetSwap, { swapId, own: true }, as('A016'))).history.map(({ kind }) => kind),
    ).toEqual(['proposed', 'consented', 'approved']);
    await expect(hr.call(GetSwap, { swapId, own: true }, as('A017'))).rejects.toMatchObject({
      code: 'swap.not-found',
    });
    const more = await roster.shift('A015', '2026-12-21', '08:30', '17:30');
    await expect(propose('A015', 'A016', [more])).rejects.toMatchObject({ code: 'swap.month-used' });
    expect(await hr.get(SwapFacts).ofMonth(['A015', 'A016'], '2026-12')).toEqual([
      { staffNumber: 'A015', swaps: 1, overdueRepayments: 0 },
    ]);
  });

  it('a shift that is owed is reminded of, named, consented to and worked (L348)', async () => {
    const given = await roster.shift('A017', '2026-11-20', '08:30', '17:30');
    const { swapId } = await propose('A017', 'A018', [given]);
    await consent(swapId, 'A018');
    expect(await approve(swapId)).toMatchObject({ repayment: 'owed', repaymentDue: '2026-12-20' });
    const reminders = () =>
      hr.query(`select 1 from reminder where once_key like 'swap:' || $1 || ':repayment%'`, [swapId]);
    await hr.get(RemindRepayments).execute();
    expect(await reminders()).toHaveLength(0);
    now = new Date('2026-12-13T02:00:00Z');
    await Promise.all([hr.get(RemindRepayments).execute(), hr.get(RemindRepayments).execute()]);
    expect(await reminders()).toHaveLength(2);
    const late = await roster.shift('A018', '2026-12-22', '08:30', '17:30');
    await expect(hr.call(ProposeReturn, { swapId, taken: [late] }, as('A018'))).rejects.toMatchObject({
      code: 'swap.repaid-too-late',
    });
    const back = await roster.shift('A018', '2026-12-18', '08:30', '17:30');
    await hr.call(ProposeReturn, { swapId, taken: [back] }, as('A018'));
    const answer = { swapId, answer: 'consent' as const };
    await expect(hr.call(AnswerReturn, answer, as('A018'))).rejects.toMatchObject({
      code: 'swap.not-your-turn',
    });
    now = new Date('2026-12-21T02:00:00Z');
    expect((await hr.call(ListSwaps, { overdue: true })).items).toMatchObject([
      { swapId, repaymentOverdue: true },
    ]);
    now = new Date('2026-12-14T02:00:00Z');
    expect(await hr.call(AnswerReturn, answer, as('A017'))).toMatchObject({ repayment: 'done' });
    expect(await shiftsOf('A017', '2026-12-15', '2026-12-31')).toEqual(['2026-12-18']);
  });

  it('rest, order across midnight and leave of the other are looked at, also when it is approved', async () => {
    const night = await roster.shift('A019', '2026-12-07', '22:00', '06:00');
    const early = await roster.shift('A020', '2026-12-08', '05:00', '13:00');
    await expect(propose('A020', 'A019', [early])).rejects.toMatchObject({ code: 'swap.shifts-overlap' });
    await expect(propose('A020', 'A019', [night])).rejects.toMatchObject({ code: 'swap.not-your-shift' });
    const free = await roster.shift('A020', '2027-01-12', '08:30', '17:30');
    const { swapId } = await propose('A020', 'A019', [free]);
    await consent(swapId, 'A019');
    const { leaveId } = await ask('A019', { from: '2027-01-12' });
    await decide(leaveId, 'H001');
    await expect(approve(swapId)).rejects.toMatchObject({ code: 'swap.on-leave' });
    expect(await hr.call(WithdrawSwap, { swapId }, as('A020'))).toMatchObject({ state: 'withdrawn' });
  });

  it('one shift to fifty people at once is asked for once; one a month', async () => {
    const shift = await roster.shift('A021', '2026-12-15', '08:30', '17:30');
    const second = await roster.shift('A021', '2026-12-17', '08:30', '17:30');
    const partners = Array.from({ length: 39 }, (_, index) => `A${String(index + 22).padStart(3, '0')}`);
    const asked = [...partners, ...partners.slice(0, 11)];
    const answers = await Promise.allSettled(
      asked.map((partner, index) => propose('A021', partner, [index % 2 === 0 ? shift : second])),
    );
    expect(answers).toHaveLength(50);
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('fifty approvals at once exchange once, and fifty swaps of everybody with everybody lose no shift', async () => {
    const given = await roster.shift('A001', '2026-12-10', '08:30', '17:30');
    const taken = await roster.shift('A002', '2026-12-16', '08:30', '17:30');
    const { swapId } = await propose('A001', 'A002', [given], [taken]);
    await consent(swapId, 'A002');
    const same = await Promise.allSettled(Array.from({ length: 50 }, () => approve(swapId)));
    expect(same.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await shiftsOf('A001', '2026-12-01', '2026-12-31')).toEqual(['2026-12-16']);
    expect(await shiftsOf('A002', '2026-12-01', '2026-12-31')).toEqual(['2026-12-10']);

    // A ring: each gives its shift to the next, so that every person is in two swaps at once.
    const ring = Array.from({ length: 25 }, (_, index) => `A${String(index + 22).padStart(3, '0')}`);
    const shifts = new Map<string, string>();
    for (const [index, person] of ring.entries()) {
      const day = `2027-01-${String(index + 4).padStart(2, '0')}`;
      shifts.set(person, await roster.shift(person, day, '08:30', '17:30'));
    }
    const next = (index: number) => ring[(index + 1) % ring.length] ?? '';
    const swaps = await Promise.all(
      ring.map((person, index) => propose(person, next(index), [shifts.get(person) ?? ''])),
    );
    await Promise.all(swaps.map((swap) => consent(swap.swapId, swap.partner)));
    const approvals = await Promise.allSettled(
      [...swaps, ...swaps].map((swap) => approve(swap.swapId, 'H002')),
    );
    expect(approvals.filter(({ status }) => status === 'fulfilled')).toHaveLength(25);
    const held = await hr.query<{ person: string; shifts: number }>(
      `select staff_number as person, count(*)::integer as shifts from roster_entry
       where state = 'published' and work_date between '2027-01-04' and '2027-01-31' and staff_number = any ($1) group by 1`,
      [ring],
    );
    expect(held).toHaveLength(25);
    expect(new Set(held.map((row) => row.shifts))).toEqual(new Set([1]));
  });

  it('a pair is two that follow one another, a month ahead, twice a year', async () => {
    const ids: string[] = [];
    for (const day of ['08', '09', '15', '16', '22', '23'])
      ids.push(await roster.shift('A003', `2027-02-${day}`, '08:30', '17:30'));
    const pair = (from: number) => ids.slice(from, from + 2);
    expect(await propose('A003', 'A004', pair(0))).toMatchObject({ kind: 'pair', given: [{}, {}] });
    await propose('A003', 'A004', pair(2));
    await expect(propose('A003', 'A004', pair(4))).rejects.toMatchObject({ code: 'swap.year-used' });
    expect(await propose('A003', 'A005', ids.slice(4, 5))).toMatchObject({ kind: 'single' });
  });

  it('what was not decided before a shift begins is over', async () => {
    now = new Date('2027-02-08T02:00:00Z');
    await hr.get(RemindRepayments).execute();
    const { items } = await hr.call(ListSwaps, { staffNumber: 'A003', month: '2027-02' });
    expect(items.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      'pair proposed',
      'pair withdrawn',
      'single proposed',
    ]);
  });
});
