import { randomUUID } from 'node:crypto';
import {
  AnswerSwap,
  ChangeRoster,
  DecideLeave,
  DecideSwap,
  DraftRule,
  GetLeave,
  GetSwap,
  ListOwnReminders,
  ListRosterChanges,
  ListRosterVersions,
  ListRuleReceipts,
  ListRules,
  ListSwaps,
  ProposeSwap,
  RecordStaffStep,
  RequestLeave,
} from '@switchyard/contracts';
import { addDays, localDateAt } from '@switchyard/domain';
import { EvaluateDays } from '../src/attendance/evaluate-days/evaluate-days';
import { SeeToDepartures } from '../src/departure/see-to-departures';
import { LeaveDays } from '../src/leave/leave-days.port';
import { RosterEntries } from '../src/roster/roster-entries.port';
import { HrFixture } from './hr-fixture';
import { Roster } from './time-fixture';

const today = localDateAt(new Date());
const day = (after: number) => addDays(today, after);
let hr: HrFixture;
let roster: Roster;

jest.setTimeout(60_000);

beforeAll(async () => {
  hr = await HrFixture.start();
  roster = new Roster(hr);
  for (const number of ['A001', 'A002', 'A003', 'A004']) await roster.hire(number, 'agent');
  await roster.hire('H001', 'head');
  await roster.hire('S001', 'shift-leader');
  await roster.hire('D001', 'director');
  for (const number of ['Q001', 'Q002']) {
    await roster.hire(number, 'quality-inspector', { department: 'quality' });
  }
});

afterAll(() => hr.close());

const as = (staffNumber: string) => ({ id: roster.accountOf(staffNumber) });
const leaves = (staffNumber: string) =>
  hr.call(RecordStaffStep, {
    staffNumber,
    kind: 'leave',
    leavingKind: 'voluntary',
    leavingReason: 'studies',
    reason: '读研',
  });
const round = (): Promise<void> => hr.get(SeeToDepartures).round();
const toldTo = async (staffNumber: string, kind: string): Promise<string[]> =>
  (await hr.call(ListOwnReminders, { kind }, as(staffNumber))).items.map(({ titleZh }) => titleZh);
const shiftDays = async (staffNumber: string): Promise<string[]> => {
  const held = await hr.get(RosterEntries).of(staffNumber, day(-5), day(60));
  return held.map(({ workDate }) => workDate);
};

describe('when somebody leaves', () => {
  it('shifts after the last day end, with a version of the roster; who plans is told once', async () => {
    await roster.shift('A001', day(-1), '08:30', '17:30');
    await roster.shift('A001', day(1), '08:30', '17:30');
    await roster.shift('A001', day(2), '23:00', '07:00');
    await roster.shift('A002', day(1), '08:30', '17:30');
    await leaves('A001');
    await round();
    await round();
    expect(await shiftDays('A001')).toEqual([day(-1)]);
    expect(await shiftDays('A002')).toEqual([day(1)]);
    for (const planner of ['S001', 'H001']) {
      const told = await toldTo(planner, 'roster-gap');
      expect(told).toHaveLength(new Set([day(1), day(2)].map((one) => one.slice(0, 7))).size);
      expect(told.join(' ')).toMatch(new RegExp(`A001.*${day(2)}`));
    }
    const [entry] = await hr.query<{ rosterId: string }>(
      `select roster_id as "rosterId" from roster_entry where staff_number = 'A001' and state = 'ended' limit 1`,
    );
    const { items } = await hr.call(ListRosterVersions, { rosterId: entry?.rosterId ?? '' });
    expect(items[0]?.reason).toContain('已离职');
  });

  it('a shift that has begun when its day ends for them is no absence', async () => {
    await roster.hire('A007', 'agent');
    await roster.shift('A007', today, '00:00', '23:59');
    await hr.get(EvaluateDays).execute({ staffNumbers: ['A007'], from: today, to: today });
    const reckoned = () => hr.query(`select 1 from attendance_day where staff_number = 'A007'`);
    expect(await reckoned()).toHaveLength(1);
    await leaves('A007');
    await round();
    await roster.until(async () => (await reckoned()).length === 0);
  });

  it('a change of the roster that only they could consent to waits no longer', async () => {
    const shift = await roster.shift('A003', day(3), '08:30', '17:30');
    const rosterId = (await hr.get(RosterEntries).find(shift))?.rosterId ?? '';
    const change = await hr.call(ChangeRoster, {
      rosterId,
      cells: [{ staffNumber: 'A003', date: day(3) }],
      reason: '调整',
    });
    expect(change.state).toBe('awaiting-consent');
    await leaves('A003');
    await round();
    const { items } = await hr.call(ListRosterChanges, { rosterId });
    expect(items.map(({ state }) => state)).toEqual(['withdrawn']);
    expect(await shiftDays('A003')).toEqual([]);
  });

  it('shifts of who goes to another department stay, and who plans them is told once', async () => {
    await roster.hire('A006', 'agent');
    await roster.shift('A006', day(5), '08:30', '17:30');
    await hr.call(RecordStaffStep, {
      staffNumber: 'A006',
      kind: 'transfer',
      departmentCode: 'quality',
      postCode: 'trainer',
      reason: '转岗',
    });
    await round();
    await round();
    expect(await shiftDays('A006')).toEqual([day(5)]);
    const told = (await toldTo('S001', 'roster-gap')).filter((title) => title.includes('A006'));
    expect(told).toEqual([expect.stringContaining(day(5))]);
    expect(await toldTo('Q001', 'roster-gap')).toEqual([]);
  });

  it('leave asked for after it is withdrawn, approved leave is cut, and a swap owed waits for nobody', async () => {
    const far = day(40);
    const given = await roster.shift('A002', day(4), '08:30', '17:30');
    const back = await roster.shift('A004', day(8), '08:30', '17:30');
    await roster.shift('A002', far, '08:30', '17:30');
    await roster.shift('A002', addDays(far, 1), '08:30', '17:30');
    const leave = (kind: 'annual' | 'personal', from: string) =>
      hr.call(RequestLeave, { kind, from, to: from, reason: '家事', reference: randomUUID() }, as('A002'));
    const approved = await leave('annual', far);
    await hr.call(DecideLeave, { leaveId: approved.leaveId, decision: 'approve' }, as('D001'));
    const asked = await leave('personal', addDays(far, 1));
    const swap = await hr.call(
      ProposeSwap,
      { partner: 'A004', given: [given], reason: '家事', reference: randomUUID() },
      as('A002'),
    );
    await hr.call(AnswerSwap, { swapId: swap.swapId, answer: 'consent' }, as('A004'));
    await hr.call(DecideSwap, { swapId: swap.swapId, decision: 'approve' }, as('H001'));
    const open = await hr.call(
      ProposeSwap,
      { partner: 'A002', given: [back], reason: '家事', reference: randomUUID() },
      as('A004'),
    );

    await leaves('A002');
    await Promise.all([round(), round()]);
    const stateOf = async ({ leaveId }: { leaveId: string }) => (await hr.call(GetLeave, { leaveId })).state;
    expect([await stateOf(approved), await stateOf(asked)]).toEqual(['cancelled', 'withdrawn']);
    expect(await hr.get(LeaveDays).between(today, addDays(far, 9), ['A002'])).toEqual([]);
    expect(await hr.call(GetSwap, { swapId: swap.swapId })).toMatchObject({
      state: 'approved',
      repayment: 'none',
    });
    expect(await hr.call(GetSwap, { swapId: open.swapId })).toMatchObject({ state: 'withdrawn' });
    expect((await hr.call(ListSwaps, { repayment: 'owed' })).items).toEqual([]);
    expect((await toldTo('A004', 'swap')).join(' ')).toContain('不再还班');
    expect((await toldTo('H001', 'swap')).join(' ')).toContain('不再还班');
    // The shift may be swapped with somebody else again.
    await roster.hire('A005', 'agent');
    const again = { partner: 'A005', given: [back], reason: '家事', reference: randomUUID() };
    expect((await hr.call(ProposeSwap, again, as('A004'))).state).toBe('proposed');
  });

  it('their seat goes to who waits, their plan is cancelled, and calls they were to judge go to another', async () => {
    const sessionId = randomUUID();
    await hr.query(
      `insert into training_session (id, course_code, course_version, starts_at, ends_at, place, capacity, enrolled, minutes,
         state, made_at, made_by)
       select $1, course_code, version, now() + interval '5 days', now() + interval '5 days 1 hour', 'x', 1, 1, 60, 'planned',
         now(), 'test' from course_version order by course_code, version limit 1`,
      [sessionId],
    );
    await hr.query(
      `insert into training_enrolment (session_id, staff_number, state, enrolled_at, enrolled_by)
       values ($1, 'Q001', 'enrolled', now(), 'test'), ($1, 'A004', 'waiting', now(), 'test')`,
      [sessionId],
    );
    await hr.query(
      `insert into quality_plan (id, staff_number, item_codes, goal, deadline, state, opened_at, opened_by)
       values ($1, 'Q001', '{greeting}', 'x', $2, 'open', now(), 'test')`,
      [randomUUID(), day(30)],
    );
    await drawnFor('Q001');
    await leaves('Q001');
    await round();
    expect(
      await hr.query('select staff_number, state from training_enrolment where session_id = $1 order by 1', [
        sessionId,
      ]),
    ).toEqual([
      { staff_number: 'A004', state: 'enrolled' },
      { staff_number: 'Q001', state: 'withdrawn' },
    ]);
    expect(await hr.query('select state, outcome from quality_plan')).toEqual([
      { state: 'cancelled', outcome: '已离职 has left' },
    ]);
    expect(await hr.query('select inspector, state from quality_item')).toEqual([
      { inspector: 'Q002', state: 'open' },
    ]);
  });

  it('nobody waits for their acknowledgement of the rule book', async () => {
    await hr.call(
      DraftRule,
      { code: 'handbook', kind: 'rule', title: '手册', body: '正文', changeNote: '新' },
      as('H001'),
    );
    await hr.query(
      `insert into rule_book_receipt (code, version, staff_number, handed_out_at)
       values ('handbook', 1, 'A001', now()), ('handbook', 1, 'A004', now())`,
    );
    const { items } = await hr.call(ListRuleReceipts, { code: 'handbook', acknowledged: false });
    expect(items.map(({ staffNumber }) => staffNumber)).toEqual(['A004']);
    expect((await hr.call(ListRules, {})).items).toMatchObject([{ handedOut: 1, acknowledged: 0 }]);
  });
});

/** One call of yesterday to be judged by somebody. */
async function drawnFor(inspector: string): Promise<void> {
  await hr.query(
    `insert into quality_sample (day, seed, policy, frame, without_staff, too_short, size, strata, people, drawn_at, drawn_by)
     values ($1, 'x', '{}', 1, 0, 0, 1, '[]', '[]', now(), 'test')`,
    [day(-1)],
  );
  await hr.query(
    `insert into quality_item (id, day, place, recording_id, call_id, staff_number, post_code, queue, started_at, seconds, hints,
       reason, stratum, inspector, due_at, state)
     values ($1, $2, 1, $1, 'c', 'A004', 'agent', 'general', now(), 60, '{}', 'share', 'x', $3, now(), 'open')`,
    [randomUUID(), day(-1), inspector],
  );
}
