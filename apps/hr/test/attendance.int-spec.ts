import { randomUUID } from 'node:crypto';
import {
  AgentSignedIn,
  AgentSignedOut,
  CloseAttendanceMonth,
  DecidePunch,
  ExemptFromAttendance,
  GetAttendanceClosing,
  GetAttendanceTotals,
  GetPunchHistory,
  HoldLatenessInterview,
  HoldReturnInterview,
  ListAttendanceDays,
  ListAttendanceMonth,
  ListAttendanceRevisions,
  ListLatenessInterviews,
  ListPunches,
  ListReturnInterviews,
  RecomputeAttendance,
  RecordPunch,
  RecordSickCall,
  RequestPunch,
  ReviewLatenessInterview,
  VoidPunch,
  WorkOrderChanged,
} from '@switchyard/contracts';
import { attendancePolicyDocument, localDate, STANDARD_ATTENDANCE_POLICY } from '@switchyard/domain';
import { encodeContext, Inbox, SystemClock, systemContext } from '@switchyard/platform';
import { AttendanceFacts } from '../src/attendance/attendance-facts.port';
import { AttendanceDayStatistics } from '../src/attendance/day-statistics.port';
import { SweepShifts } from '../src/attendance/run-attendance/sweep-shifts';
import { HrFixture } from './hr-fixture';
import { Roster } from './time-fixture';

describe('attendance', () => {
  jest.setTimeout(60_000);
  let hr: HrFixture;
  let roster: Roster;
  let serial = 0;

  beforeAll(async () => {
    jest.spyOn(SystemClock.prototype, 'now').mockImplementation(() => new Date('2026-11-20T02:00:00Z'));
    hr = await HrFixture.start();
    roster = new Roster(hr);
    await roster.hire('A001', 'agent', { group: 'telephone' });
    await roster.hire('A002', 'agent', { group: 'telephone' });
    await roster.hire('A003', 'agent', { group: 'online' });
    await roster.hire('G001', 'group-leader', { group: 'telephone' });
    await roster.hire('H001', 'head');
    await hr.query(`update staff_group set leader_number = 'G001' where code = 'telephone'`);
  });

  afterAll(async () => {
    await hr.close();
    jest.restoreAllMocks();
  });

  const at = (text: string): string => new Date(`${text}:00+08:00`).toISOString();
  const as = (staffNumber: string) => ({ id: roster.accountOf(staffNumber), name: staffNumber });
  const record = (staffNumber: string, direction: 'in' | 'out', time: string, reopenReason?: string) =>
    hr.call(
      RecordPunch,
      {
        staffNumber,
        direction,
        at: at(time),
        reason: '系统故障',
        reference: `r${(serial += 1)}`,
        reopenReason,
      },
      as('H001'),
    );
  const dayOf = async (staffNumber: string, day: string) =>
    (await hr.call(ListAttendanceDays, { staffNumber, from: day, to: day })).items[0];
  /** As the stream brings an event of another service. */
  async function hear(contract: { subject: string }, durable: string, payload: object, actor = 'system:ivr') {
    const context = systemContext('ivr');
    await hr.get(Inbox).receive(durable, [
      {
        id: randomUUID(),
        subject: contract.subject,
        payload: JSON.stringify(payload),
        occurredAt: new Date(),
        context: encodeContext({ ...context, actor: { ...context.actor, id: actor } }),
        position: (serial += 1),
      },
    ]);
    // Days are reckoned in the transaction that takes the mark away.
    await roster.until(async () => {
      const left = await hr.query(
        `select 1 from inbox where durable = $1 and state = 'waiting' union all select 1 from attendance_due`,
        [durable],
      );
      return left.length === 0;
    });
  }
  const presence = (workNo: string, time: string) => ({
    agentId: randomUUID(),
    workNo,
    accountName: workNo.toLowerCase(),
    at: at(time),
  });
  const workOrder = (number: string, eventType: string, time: string, facts: object) => ({
    number,
    kind: 'query',
    status: 'open',
    stage: 'open',
    owner: 'centre',
    eventType,
    seq: 1,
    at: at(time),
    ...facts,
  });

  it('signing in and out at the desk are punches, and a case that waited makes late from the start (C17)', async () => {
    await roster.shift('A001', '2026-10-12', '08:30', '17:30');
    await hear(AgentSignedIn, 'hr-agents-signed-in', presence('A001', '2026-10-12T08:20'));
    const own = roster.accountOf('A001');
    const order = 'W20261012-000001';
    const assigned = workOrder(order, 'assigned', '2026-10-12T08:31', { assignee: own });
    await hear(WorkOrderChanged, 'hr-cases', assigned, roster.accountOf('H001'));
    await hear(
      WorkOrderChanged,
      'hr-cases',
      workOrder(order, 'forwarded', '2026-10-12T08:40', { owner: 'repair' }),
      own,
    );
    await hear(AgentSignedOut, 'hr-agents-signed-out', presence('A001', '2026-10-12T17:30'));
    expect(await dayOf('A001', '2026-10-12')).toMatchObject({
      status: 'present',
      lateMinutes: 10,
      lateBy: 'first-case',
      firstCaseWork: order,
      earlyMinutes: 0,
      workedMinutes: 480,
      final: true,
    });
    // Who is no member of staff is no error, and stops nobody.
    await hear(AgentSignedIn, 'hr-agents-signed-in', presence('X999', '2026-10-12T08:20'));
    expect(await hr.query(`select 1 from inbox where state = 'dead'`)).toEqual([]);
  });

  it('a case left in hand at the end is leaving early; what somebody took away is not', async () => {
    await roster.shift('A001', '2026-10-13', '08:30', '17:30');
    await record('A001', 'in', '2026-10-13T08:30');
    await record('A001', 'out', '2026-10-13T17:30');
    const head = roster.accountOf('H001');
    const mine = { assignee: roster.accountOf('A001') };
    for (const [number, time] of [
      ['W20261013-000001', '2026-10-13T16:30'],
      ['W20261013-000002', '2026-10-13T15:00'],
    ] as const)
      await hear(WorkOrderChanged, 'hr-cases', workOrder(number, 'assigned', time, mine), head);
    const taken = workOrder('W20261013-000002', 'assigned', '2026-10-13T15:10', {
      assignee: roster.accountOf('A002'),
    });
    await hear(WorkOrderChanged, 'hr-cases', taken, head);
    expect(await dayOf('A001', '2026-10-13')).toMatchObject({ earlyMinutes: 60, earlyBy: 'leftover' });
  });

  it('overnight check-out belongs to the shift that began the day before (hrms#3298)', async () => {
    await roster.shift('A001', '2026-10-14', '22:00', '06:00');
    await roster.shift('A001', '2026-10-16', '08:30', '17:30');
    await record('A001', 'in', '2026-10-14T21:55');
    await record('A001', 'out', '2026-10-15T06:05');
    expect(await dayOf('A001', '2026-10-14')).toMatchObject({ status: 'present', workedMinutes: 420 });
    expect(await dayOf('A001', '2026-10-15')).toBeUndefined();
  });

  it('a field punch counts once a leader has approved it; who asked does not decide', async () => {
    await roster.shift('A002', '2026-10-12', '08:30', '17:30');
    await record('A002', 'out', '2026-10-12T17:30');
    const punch = await hr.call(
      RequestPunch,
      {
        direction: 'in',
        at: at('2026-10-12T08:29'),
        source: 'field',
        reason: '外勤核查',
        reference: 'f1',
        place: '城东供电所',
        latitude: 32.05,
        longitude: 118.8,
      },
      as('A002'),
    );
    expect(punch).toMatchObject({ state: 'requested', zone: 'Asia/Shanghai', staffNumber: 'A002' });
    expect(await dayOf('A002', '2026-10-12')).toMatchObject({ status: 'missed-punch', missed: 'in' });
    const decision = { punchId: punch.punchId, decision: 'approve' as const };
    await expect(hr.call(DecidePunch, decision, as('A002'))).rejects.toMatchObject({
      code: 'attendance.own-matter',
    });
    await expect(hr.call(DecidePunch, { ...decision, decision: 'refuse' }, as('G001'))).rejects.toMatchObject(
      {
        code: 'request.invalid',
      },
    );
    await hr.call(DecidePunch, decision, as('G001'));
    expect(await dayOf('A002', '2026-10-12')).toMatchObject({ status: 'field-work', lateMinutes: 0 });
    await expect(hr.call(DecidePunch, decision, as('G001'))).rejects.toMatchObject({
      code: 'punch.already-settled',
    });
  });

  it('a correction takes the place of a punch, and what was is kept with who and why', async () => {
    await roster.shift('A002', '2026-10-13', '08:30', '17:30');
    const wrong = await record('A002', 'in', '2026-10-13T09:10');
    await record('A002', 'out', '2026-10-13T17:30');
    expect(await dayOf('A002', '2026-10-13')).toMatchObject({ lateMinutes: 40, lateLogged: true });
    const request = {
      direction: 'in' as const,
      at: at('2026-10-13T08:30'),
      source: 'correction' as const,
      reason: '时钟错误',
      reference: 'c1',
      replaces: wrong.punchId,
    };
    const right = await hr.call(RequestPunch, request, as('A002'));
    expect((await hr.call(RequestPunch, request, as('A002'))).punchId).toBe(right.punchId);
    await expect(
      hr.call(RequestPunch, { ...request, at: at('2026-10-13T08:00') }, as('A002')),
    ).rejects.toMatchObject({ code: 'punch.reference-reused' });
    await hr.call(DecidePunch, { punchId: right.punchId, decision: 'approve', note: '监控属实' }, as('G001'));
    expect(await dayOf('A002', '2026-10-13')).toMatchObject({ lateMinutes: 0, status: 'present' });
    const { items } = await hr.call(GetPunchHistory, { punchId: wrong.punchId });
    expect(items.map(({ kind, note }) => `${kind} ${note}`)).toEqual([
      'recorded 系统故障',
      'voided 时钟错误',
    ]);
  });

  it('a group leader sees and decides for the own group only', async () => {
    await roster.shift('A003', '2026-10-12', '08:30', '17:30');
    await record('A003', 'in', '2026-10-12T08:30');
    const seen = await hr.call(ListAttendanceDays, { from: '2026-10-12', to: '2026-10-12' }, as('G001'));
    expect(seen.items.map(({ staffNumber }) => staffNumber)).toEqual(['A001', 'A002']);
    const other = { staffNumber: 'A003', direction: 'out' as const, at: at('2026-10-12T17:30') };
    await expect(
      hr.call(RecordPunch, { ...other, reason: '补录', reference: 'g1' }, as('G001')),
    ).rejects.toMatchObject({ code: 'attendance-staff.not-found' });
    const own = await hr.call(ListPunches, { own: true, staffNumber: 'A001' }, as('A003'));
    expect(own.items.map(({ staffNumber }) => staffNumber)).toEqual(['A003']);
  });

  it('three logged latenesses of a month ask for an interview, which is held and reviewed (L260)', async () => {
    for (const day of ['19', '20', '21']) {
      await roster.shift('A002', `2026-10-${day}`, '08:30', '17:30');
      await record('A002', 'in', `2026-10-${day}T08:50`);
      await record('A002', 'out', `2026-10-${day}T17:30`);
    }
    const [required] = (await hr.call(ListLatenessInterviews, { month: '2026-10' })).items;
    expect(required).toMatchObject({ staffNumber: 'A002', lateCount: 3, state: 'required' });
    expect(await hr.query(`select kind from reminder where staff_number = 'G001'`)).toEqual([
      { kind: 'lateness-interview' },
    ]);
    const interviewId = required?.interviewId ?? '';
    await expect(
      hr.call(ReviewLatenessInterview, { interviewId, review: '已改进' }, as('H001')),
    ).rejects.toMatchObject({ code: 'interview.not-allowed-in-state' });
    const file = { fileKey: await hr.upload('interview/2026-10-21/a', '记录'), fileName: '面谈.pdf' };
    await hr.call(HoldLatenessInterview, { interviewId, record: '堵车，提前出发', ...file }, as('G001'));
    expect(
      await hr.call(ReviewLatenessInterview, { interviewId, review: '已改进' }, as('H001')),
    ).toMatchObject({
      state: 'reviewed',
      heldBy: roster.accountOf('G001'),
      fileName: '面谈.pdf',
    });
  });

  it('corrections that take a lateness away let the interview lapse', async () => {
    const late: string[] = [];
    for (const day of ['19', '20', '21']) {
      await roster.shift('A003', `2026-10-${day}`, '08:30', '17:30');
      late.push((await record('A003', 'in', `2026-10-${day}T08:50`)).punchId);
      await record('A003', 'in', `2026-10-${day}T08:55`);
    }
    await hr.call(VoidPunch, { punchId: late[0] ?? '', reason: '误打' }, as('H001'));
    expect((await hr.call(ListLatenessInterviews, { staffNumber: 'A003' })).items).toMatchObject([
      { lateCount: 3, state: 'required' },
    ]);
    await record('A003', 'in', '2026-10-21T08:30');
    expect((await hr.call(ListLatenessInterviews, { staffNumber: 'A003' })).items).toMatchObject([
      { lateCount: 2, state: 'lapsed' },
    ]);
  });

  it('who calls in sick does it before 8:45, and is talked to on the day of return by 11:00', async () => {
    await roster.shift('A001', '2026-10-19', '08:30', '17:30');
    await roster.shift('A001', '2026-10-20', '08:30', '17:30');
    const call = { staffNumber: 'A001', workDate: '2026-10-19' };
    expect(await hr.call(RecordSickCall, { ...call, calledAt: at('2026-10-19T08:45') })).toMatchObject({
      inTime: false,
    });
    await expect(hr.call(RecordSickCall, call)).rejects.toMatchObject({ code: 'sick-call.already-recorded' });
    await expect(hr.call(RecordSickCall, { ...call, workDate: '2026-10-25' })).rejects.toMatchObject({
      code: 'sick-call.no-shift',
    });
    await record('A001', 'in', '2026-10-20T08:30');
    const [interview] = (await hr.call(ListReturnInterviews, { staffNumber: 'A001' })).items;
    expect(interview).toMatchObject({
      returnedOn: '2026-10-20',
      dueAt: at('2026-10-20T11:00'),
      overdue: true,
    });
    const interviewId = interview?.interviewId ?? '';
    await hr.call(
      HoldReturnInterview,
      { interviewId, record: '已康复', heldAt: at('2026-10-20T10:30') },
      as('G001'),
    );
    expect((await hr.call(ListReturnInterviews, { held: true })).items).toMatchObject([{ overdue: false }]);
  });

  it('training and field work told by hand are no absence', async () => {
    await roster.shift('A001', '2026-10-21', '08:30', '17:30');
    await hr.call(
      ExemptFromAttendance,
      {
        staffNumber: 'A001',
        kind: 'training',
        from: at('2026-10-21T08:30'),
        to: at('2026-10-21T17:30'),
        reason: '课程04',
      },
      as('H001'),
    );
    await roster.until(async () => (await hr.query('select 1 from attendance_due')).length === 0);
    expect(await dayOf('A001', '2026-10-21')).toMatchObject({ status: 'training', final: true });
  });

  it('who does not come is absent as time passes, and what is mended by hand is reckoned again', async () => {
    await roster.shift('A003', '2026-11-19', '08:30', '17:30');
    await hr.query(`update attendance_sweep set swept_at = '2026-11-19T00:00:00Z'`);
    await hr.get(SweepShifts).execute();
    const reckoned = async () => (await hr.query('select 1 from attendance_due')).length === 0;
    await roster.until(reckoned);
    expect(await dayOf('A003', '2026-11-19')).toMatchObject({
      status: 'absent',
      absentBecause: 'no-show',
      final: true,
    });
    await hr.query(
      `insert into punch (id, staff_number, direction, at, zone, source, state, reference, recorded_at, recorded_by)
       select gen_random_uuid(), 'A003', direction, at::timestamptz, 'Asia/Shanghai', 'sign-in', 'valid', direction, now(), 'x'
         from (values ('in', '2026-11-19T08:30:00+08:00'), ('out', '2026-11-19T17:30:00+08:00')) as made (direction, at)`,
    );
    const days = { from: '2026-11-18', to: '2026-11-19', reason: '数据修复' };
    expect(await hr.call(RecomputeAttendance, days)).toEqual({ people: 1 });
    await roster.until(reckoned);
    expect(await dayOf('A003', '2026-11-19')).toMatchObject({ status: 'present', workedMinutes: 480 });
    await expect(hr.call(RecomputeAttendance, { ...days, from: '2026-01-01' })).rejects.toMatchObject({
      code: 'attendance.bad-period',
    });
  });

  it('a shift over the end of a month belongs to the month in which it begins (hrms#1464)', async () => {
    await roster.shift('A003', '2026-10-31', '22:00', '06:00');
    await record('A003', 'in', '2026-10-31T21:58');
    await record('A003', 'out', '2026-11-01T06:00');
    const lastOfOctober = { status: 'present', endAt: at('2026-11-01T06:00'), workedMinutes: 420 };
    expect(await dayOf('A003', '2026-10-31')).toMatchObject(lastOfOctober);
    expect(await dayOf('A003', '2026-11-01')).toBeUndefined();
    const november = await hr.call(ListAttendanceMonth, { month: '2026-11', staffNumber: 'A003' });
    expect(november.items).toMatchObject([{ figures: { workedMinutes: 480 } }]);
  });

  it('a day is judged by the policy of its day', async () => {
    await roster.shift('A003', '2026-11-17', '08:30', '17:30');
    const policy = attendancePolicyDocument({ ...STANDARD_ATTENDANCE_POLICY, loggedFromMinutes: 60 });
    await hr.query(
      `insert into policy (name, valid_from, document, set_by, set_at) values ('attendance', '2026-11-18T00:00:00+08:00', $1, 'x', now())`,
      [JSON.stringify(policy)],
    );
    await roster.shift('A003', '2026-11-18', '08:30', '17:30');
    await record('A003', 'in', '2026-11-17T08:50');
    await record('A003', 'in', '2026-11-18T08:50');
    await hr.query(`delete from policy where name = 'attendance'`);
    expect(await dayOf('A003', '2026-11-17')).toMatchObject({ lateMinutes: 20, lateLogged: true });
    expect(await dayOf('A003', '2026-11-18')).toMatchObject({ lateMinutes: 20, lateLogged: false });
  });

  it('a day in numbers', async () => {
    const { items } = await hr.call(GetAttendanceTotals, { from: '2026-10-12', to: '2026-10-12' });
    expect(items).toMatchObject([{ day: '2026-10-12', rostered: 3, attended: 3, late: 1, missedPunch: 1 }]);
    expect(await hr.get(AttendanceDayStatistics).totalsOf(localDate('2026-10-12'))).toMatchObject({
      rostered: 3,
    });
    expect(await hr.get(AttendanceDayStatistics).totalsOf(localDate('2026-01-01'))).toBeUndefined();
  });

  it('a month is closed once it is over and all is decided; afterwards only a correction with a reason changes it', async () => {
    const open = await hr.call(
      RequestPunch,
      { direction: 'out', at: at('2026-10-20T17:30'), source: 'correction', reason: '忘记', reference: 'c9' },
      as('A001'),
    );
    await expect(hr.call(CloseAttendanceMonth, { month: '2099-01' })).rejects.toMatchObject({
      code: 'attendance-month.not-over',
    });
    await expect(hr.call(CloseAttendanceMonth, { month: '2026-10' })).rejects.toMatchObject({
      code: 'attendance-month.undecided-punches',
      details: { count: 1 },
    });
    await hr.call(DecidePunch, { punchId: open.punchId, decision: 'refuse', note: '无记录' }, as('H001'));
    await expect(hr.call(CloseAttendanceMonth, { month: '2026-10' }, as('G001'))).rejects.toMatchObject({
      code: 'access.forbidden',
    });
    const before = (await hr.call(ListAttendanceMonth, { month: '2026-10', staffNumber: 'A001' })).items[0];
    expect(before).toMatchObject({
      state: 'open',
      figures: { rosteredDays: 7, trainingDays: 1, missedPunchDays: 1 },
    });
    await Promise.all([1, 2, 3].map(() => hr.call(CloseAttendanceMonth, { month: '2026-10' })));
    await roster.until(
      async () => (await hr.call(GetAttendanceClosing, { month: '2026-10' })).state === 'closed',
    );
    const [closed] = (await hr.call(ListAttendanceMonth, { month: '2026-10', staffNumber: 'A001' })).items;
    expect(closed).toMatchObject({ state: 'closed', figures: before?.figures });
    await expect(record('A001', 'out', '2026-10-20T17:30')).rejects.toMatchObject({
      code: 'attendance-month.already-closed',
    });
    expect(
      (
        await hr.call(ListPunches, {
          staffNumber: 'A001',
          from: at('2026-10-20T17:00'),
          before: at('2026-10-20T18:00'),
          state: 'valid',
        })
      ).items,
    ).toEqual([]);
    await record('A001', 'out', '2026-10-20T17:30', '监控证实');
    const { items } = await hr.call(ListAttendanceRevisions, { month: '2026-10', staffNumber: 'A001' });
    expect(items).toMatchObject([
      { revision: 2, reason: '监控证实', figures: { missedPunchDays: 0 } },
      { revision: 1, figures: { missedPunchDays: 1 } },
    ]);
    const facts = await hr.get(AttendanceFacts).ofMonth(['A001', 'A002'], '2026-10');
    expect(facts).toMatchObject([
      { staffNumber: 'A001', closed: true, missedPunchDays: 0 },
      { staffNumber: 'A002', closed: true, loggedLateCount: 3 },
    ]);
  });

  it('a late event of a closed month is kept, and changes no figure', async () => {
    await hear(AgentSignedOut, 'hr-agents-signed-out', presence('A003', '2026-10-12T12:00'));
    expect(await dayOf('A003', '2026-10-12')).toMatchObject({ status: 'missed-punch', missed: 'out' });
    const late = { staffNumber: 'A003', source: 'sign-in' as const, before: at('2026-11-01T00:00') };
    expect((await hr.call(ListPunches, late)).items).toHaveLength(1);
  });
});
