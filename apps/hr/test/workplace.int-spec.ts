import { randomUUID } from 'node:crypto';
import {
  AcknowledgeNotice,
  AcknowledgeRule,
  AddPlanItem,
  AnswerOvertime,
  AnswerSurvey,
  ChangePlanItem,
  CreateSurvey,
  DecideOvertime,
  DecideRule,
  DraftRule,
  DraftRuleChange,
  GetAnonymousComplaint,
  GetComplaint,
  GetSurveyResults,
  JudgeStaffProposal,
  ListActions,
  ListMeetings,
  ListNoticeReaders,
  ListNotices,
  ListOfficeComplaints,
  ListOvertime,
  ListOwnActions,
  ListOwnComplaints,
  ListOwnNotices,
  ListOwnOvertime,
  ListOwnReminders,
  ListOwnRules,
  ListOwnSurveys,
  ListPlanItems,
  ListRuleReceipts,
  ListRules,
  ListStaffProposals,
  type Operation,
  PlanMeeting,
  PostNotice,
  ProposeOvertime,
  ReadReminder,
  RecordMinutes,
  RecordOvertime,
  ReviewPlanItem,
  SettleOwnAction,
  SubmitAnonymousComplaint,
  SubmitComplaint,
  SubmitStaffProposal,
  WithdrawNotice,
  WithdrawStaffProposal,
  WriteToAnonymousComplaint,
  WriteToComplaint,
} from '@switchyard/contracts';
import type { LocalDate } from '@switchyard/domain';
import { CLOCK, type Clock } from '@switchyard/platform';
import { AdoptedProposals } from '../src/workplace/adopted-proposals.port';
import { RemindOffices } from '../src/workplace/complaints/remind-offices';
import { RemindActions } from '../src/workplace/meetings/remind-actions';
import { HandOutRules } from '../src/workplace/rule-book/hand-out-rules';
import { CloseSurveys } from '../src/workplace/surveys/close-surveys';
import { HrFixture } from './hr-fixture';

/** Staff number, post and group of everybody; each has an account. */
const STAFF = [
  ['A1', 'agent', 'telephone'],
  ['A2', 'agent', 'telephone'],
  ['A3', 'agent', 'online'],
  ['A4', 'agent', 'online'],
  ['A5', 'agent', 'call-back'],
  ['L1', 'group-leader', 'telephone'],
  ['H1', 'head', null],
  ['P1', 'hr-administrator', null],
] as const;
type Who = (typeof STAFF)[number][0];

describe('the workplace', () => {
  let hr: HrFixture;
  let now = new Date('2026-03-02T01:00:00Z');
  const accounts = new Map<string, string>();

  const as = <Request extends object, Reply extends object>(
    who: Who,
    operation: Operation<Request, Reply>,
    request: Request,
  ): Promise<Reply> => hr.call(operation, request, { id: accounts.get(who) ?? '', name: who });
  const refusedWith = (code: string) => ({ code }) as Record<string, unknown>;
  const hire = async (number: string, post: string, group: string | null) => {
    const account = randomUUID();
    accounts.set(number, account);
    await hr.query(
      `insert into staff (staff_number, name, department_code, post_code, tier, group_code, status, hired_on,
         account_id, created_at, updated_at)
       values ($1, $1, 'operations', $2, 'agent', $3, 'active', '2025-01-01', $4, now(), now())`,
      [number, post, group, account],
    );
  };
  const reminders = async (who: Who, kind: string) => (await as(who, ListOwnReminders, { kind })).items;

  beforeAll(async () => {
    hr = await HrFixture.start({ environment: { HR_SWEEP_SECONDS: '0' } });
    Object.assign(hr.get<Clock>(CLOCK as never), { now: () => now });
    for (const [number, post, group] of STAFF) await hire(number, post, group);
  }, 120_000);

  afterAll(async () => {
    await hr?.close();
  });

  describe('overtime', () => {
    const evening = (day: string, hours = 2) => ({
      staffNumber: 'A1',
      from: `2026-03-${day}T18:00:00+08:00`,
      to: `2026-03-${day}T${18 + hours}:00:00+08:00`,
      purpose: 'call-backs' as const,
      reason: '待回拨 42 件',
    });

    it('is proposed, consented to, approved by somebody else and written down', async () => {
      const { overtimeId } = await as('L1', ProposeOvertime, evening('03'));
      expect(await reminders('A1', 'overtime-proposed')).toHaveLength(1);
      const approval = { overtimeId, approve: true, reason: '回拨积压' };
      await expect(as('H1', DecideOvertime, approval)).rejects.toMatchObject(
        refusedWith('overtime.not-allowed-in-state'),
      );
      await expect(as('A2', AnswerOvertime, { overtimeId, consent: true })).rejects.toMatchObject(
        refusedWith('overtime.not-found'),
      );
      await as('A1', AnswerOvertime, { overtimeId, consent: true });
      await expect(as('L1', DecideOvertime, approval)).rejects.toMatchObject(
        refusedWith('overtime.own-request'),
      );
      const decided = await Promise.allSettled([1, 2, 3].map(() => as('H1', DecideOvertime, approval)));
      expect(decided.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const recorded = await as('L1', RecordOvertime, { overtimeId, minutes: 95 });
      expect(recorded).toMatchObject({ state: 'worked', workedMinutes: 95, minutes: 120, decidedBy: 'H1' });
      expect((await as('A1', ListOwnOvertime, { state: 'worked' })).items).toHaveLength(1);
      expect((await as('A2', ListOwnOvertime, {})).items).toEqual([]);
    });

    it('keeps within the day and does not overlap, however many ask at once', async () => {
      const asked = await Promise.allSettled(
        [1, 2, 3, 4].map(() => as('L1', ProposeOvertime, evening('04', 4))),
      );
      expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const [request] = (await as('L1', ListOvertime, { staffNumber: 'A1', state: 'proposed' })).items;
      const overtimeId = request?.overtimeId ?? '';
      await as('A1', AnswerOvertime, { overtimeId, consent: true });
      await expect(
        as('H1', DecideOvertime, { overtimeId, approve: true, reason: 'x' }),
      ).rejects.toMatchObject({
        code: 'overtime.over-cap',
        details: { cap: 'day', most: 180, would: 240 },
      });
      await expect(
        as('L1', ProposeOvertime, { ...evening('05'), to: '2026-03-05T10:00:00+08:00' }),
      ).rejects.toMatchObject(refusedWith('overtime.bad-span'));
      await expect(
        as('L1', ProposeOvertime, { ...evening('05'), staffNumber: 'nobody' }),
      ).rejects.toMatchObject(refusedWith('workplace.unknown-staff'));
    });
  });

  it('a notice is shown to whom it is for, while it holds, and knows who has not acknowledged it', async () => {
    const fields = { body: '正文', groups: ['telephone'], mustRead: true };
    const { noticeId } = await as('L1', PostNotice, { ...fields, title: '新流程' });
    const pinned = await as('H1', PostNotice, { title: '全员', body: '正文', pinned: true });
    await as('H1', PostNotice, { title: '明天', body: '正文', validFrom: '2026-03-03T00:00:00+08:00' });
    const titles = async (who: Who) => (await as(who, ListOwnNotices, {})).items.map(({ title }) => title);
    expect(await titles('A1')).toEqual(['全员', '新流程']);
    expect(await titles('A3')).toEqual(['全员']);
    await expect(as('A3', AcknowledgeNotice, { noticeId })).rejects.toMatchObject(
      refusedWith('notice.not-found'),
    );
    await Promise.all([as('A1', AcknowledgeNotice, { noticeId }), as('A1', AcknowledgeNotice, { noticeId })]);
    expect((await as('A1', ListOwnNotices, { outstanding: true })).items).toEqual([]);
    const readers = async (acknowledged: boolean) =>
      (await as('L1', ListNoticeReaders, { noticeId, acknowledged })).items.map(
        ({ staffNumber }) => staffNumber,
      );
    expect(await readers(true)).toEqual(['A1']);
    expect(await readers(false)).toEqual(['A2', 'L1']);
    await as('H1', WithdrawNotice, { noticeId: pinned.noticeId });
    expect(await titles('A3')).toEqual([]);
    await expect(as('H1', WithdrawNotice, { noticeId: pinned.noticeId })).rejects.toMatchObject(
      refusedWith('notice.already-withdrawn'),
    );
    const shown = (await as('L1', ListNotices, { shown: true })).items;
    expect(shown.map(({ title, acknowledged }) => [title, acknowledged])).toEqual([['新流程', 1]]);
  });

  it('a rule is approved by another, handed out on its day, to newcomers too, and changed the same way', async () => {
    const text = { title: '服务行为规范', body: '第一条', changeNote: '首版' };
    await as('P1', DraftRule, { code: 'conduct', kind: 'rule', ...text });
    const decision = { code: 'conduct', version: 1, approve: true, reason: '同意' };
    await expect(as('P1', DecideRule, decision)).rejects.toMatchObject(refusedWith('rule-book.own-draft'));
    await expect(as('H1', DecideRule, { ...decision, inForceFrom: '2026-03-01' })).rejects.toMatchObject(
      refusedWith('rule-book.bad-day'),
    );
    expect(await as('H1', DecideRule, { ...decision, inForceFrom: '2026-03-03' })).toMatchObject({
      standing: 'coming',
      handedOut: 0,
    });
    now = new Date('2026-03-03T01:00:00Z');
    const handOut = () => hr.get(HandOutRules).execute();
    const handed = await Promise.all([handOut(), handOut()]);
    expect(handed[0] + handed[1]).toBe(STAFF.length);
    expect(await reminders('A1', 'rule-handed-out')).toHaveLength(1);
    await as('A1', AcknowledgeRule, { code: 'conduct', version: 1 });
    await hire('A9', 'agent', 'online');
    expect(await handOut()).toBe(1);
    const open = await as('P1', ListRuleReceipts, { code: 'conduct', acknowledged: false, limit: 200 });
    expect(open.items.map(({ staffNumber }) => staffNumber)).toEqual([
      'A2',
      'A3',
      'A4',
      'A5',
      'A9',
      'H1',
      'L1',
      'P1',
    ]);

    const change = { code: 'conduct', ...text, body: '第一条（修订）', changeNote: '修订' };
    const drafts = await Promise.allSettled([
      as('P1', DraftRuleChange, change),
      as('L1', DraftRuleChange, change),
    ]);
    expect(drafts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await as('H1', DecideRule, { ...decision, version: 2 })).toMatchObject({ standing: 'in-force' });
    expect((await as('A1', ListOwnRules, { outstanding: true })).items).toMatchObject([{ version: 2 }]);
    const { items } = await as('P1', ListRules, { code: 'conduct', standing: 'superseded' });
    expect(items).toMatchObject([{ version: 1, acknowledged: 1, handedOut: STAFF.length + 1 }]);
    await hr.query(`update staff set status = 'left', left_on = '2026-03-03' where staff_number = 'A9'`);
  });

  it('a proposal is judged once, by another; what is adopted is told for an award', async () => {
    const own = await as('L1', SubmitStaffProposal, { title: '优化话术', text: '…' });
    const { proposalId } = await as('A1', SubmitStaffProposal, { title: '回访模板', text: '…' });
    expect(own.dueOn).toBe('2026-03-31');
    const adopt = { proposalId, adopt: true, reason: '可行' };
    await expect(
      as('L1', JudgeStaffProposal, { ...adopt, proposalId: own.proposalId }),
    ).rejects.toMatchObject(refusedWith('staff-proposal.own'));
    const judged = await Promise.allSettled(
      [true, false].map((verdict) => as('H1', JudgeStaffProposal, { ...adopt, adopt: verdict })),
    );
    expect(judged.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(as('A1', WithdrawStaffProposal, { proposalId: own.proposalId })).rejects.toMatchObject(
      refusedWith('staff-proposal.not-found'),
    );
    await hr.query(`update staff_proposal set state = 'adopted' where id = $1`, [proposalId]);
    const adopted = await hr
      .get(AdoptedProposals)
      .between('2026-03-01' as LocalDate, '2026-03-31' as LocalDate);
    expect(adopted).toEqual([{ proposalId, staffNumber: 'A1', title: '回访模板', adoptedOn: '2026-03-03' }]);
    now = new Date('2026-04-02T01:00:00Z');
    expect((await as('H1', ListStaffProposals, { overdue: true })).items).toMatchObject([
      { title: '优化话术' },
    ]);
    now = new Date('2026-03-03T01:00:00Z');
  });

  describe('a complaint', () => {
    const text = { office: 'hr' as const, subject: '排班不公', text: '连续四周周末' };

    it('is read by the office that it is addressed to and by whose it is, and by nobody else', async () => {
      const { complaintId } = await as('A1', SubmitComplaint, text);
      for (const who of ['A2', 'L1', 'H1'] as const) {
        await expect(as(who, GetComplaint, { complaintId })).rejects.toMatchObject(
          refusedWith('staff-complaint.not-found'),
        );
        expect((await as(who, ListOfficeComplaints, {})).items).toEqual([]);
      }
      await expect(hr.call(GetComplaint, { complaintId })).rejects.toMatchObject(
        refusedWith('workplace.not-staff'),
      );
      expect((await as('P1', ListOfficeComplaints, {})).items).toMatchObject([{ staffNumber: 'A1' }]);
      await as('P1', WriteToComplaint, { complaintId, text: '已核实，下月调整', close: true });
      const read = await as('A1', GetComplaint, { complaintId });
      expect(read.messages.map(({ side }) => side)).toEqual(['complainant', 'office']);
      await expect(as('A1', WriteToComplaint, { complaintId, text: '谢谢' })).rejects.toMatchObject(
        refusedWith('staff-complaint.already-closed'),
      );
      expect((await as('A1', ListOwnComplaints, { state: 'closed' })).items).toHaveLength(1);
      await expect(as('A1', SubmitComplaint, { ...text, office: 'director' })).rejects.toMatchObject(
        refusedWith('staff-complaint.office-empty'),
      );
    });

    it('without a name holds nothing of who sent it, and is answered by its receipt', async () => {
      const { receipt, dueOn } = await as('A2', SubmitAnonymousComplaint, { ...text, subject: '匿名' });
      expect(dueOn).toBe('2026-03-17');
      const [summary] = (await as('P1', ListOfficeComplaints, { state: 'open' })).items;
      expect(summary).toMatchObject({ anonymous: true, submittedAt: '2026-03-02T16:00:00.000Z' });
      expect(summary).not.toHaveProperty('staffNumber');
      await as('P1', WriteToComplaint, { complaintId: summary?.complaintId ?? '', text: '请说明日期' });
      const written = await as('A2', WriteToAnonymousComplaint, { receipt, text: '三月' });
      expect(written).toMatchObject({ state: 'answered' });
      expect(written.messages).toHaveLength(3);
      await expect(as('A1', GetAnonymousComplaint, { receipt: 'guess' })).rejects.toMatchObject(
        refusedWith('staff-complaint.not-found'),
      );
      const tables = ['staff_complaint', 'staff_complaint_message', 'reminder'];
      const sent = await Promise.all(tables.map((table) => hr.query(`select * from ${table}`)));
      const mentions = JSON.stringify(sent[0]) + JSON.stringify(sent[1]);
      expect(mentions).not.toContain('"A2"');
      expect(mentions).not.toContain(accounts.get('A2'));
      expect(mentions).not.toContain(receipt);
    });

    it('is reminded of on its last day, once', async () => {
      await as('A3', SubmitComplaint, { ...text, subject: '又一件' });
      now = new Date('2026-03-17T01:00:00Z');
      for (const _ of [1, 2]) await hr.get(RemindOffices).execute();
      expect(await reminders('P1', 'staff-complaint-due')).toHaveLength(1);
      now = new Date('2026-03-03T01:00:00Z');
    });
  });

  it('a survey takes one answer for each person, and tells results once it is closed and enough answered', async () => {
    const question = { textZh: '问', textEn: 'q' };
    const { surveyId } = await as('P1', CreateSurvey, {
      titleZh: '满意度',
      titleEn: 'Satisfaction',
      posts: ['agent'],
      opensAt: '2026-03-03T00:00:00+08:00',
      closesAt: '2026-03-10T00:00:00+08:00',
      questions: [
        { ...question, code: 'work', kind: 'scale', required: true },
        { ...question, code: 'recommend', kind: 'nps' },
        { ...question, code: 'words', kind: 'text' },
      ],
    });
    const agents = ['A1', 'A2', 'A3', 'A4', 'A5'] as const;
    const answer = (who: Who, work: number) =>
      as(who, AnswerSurvey, { surveyId, answers: { work, recommend: 9, words: `第${work}` } });
    await expect(answer('L1', 4)).rejects.toMatchObject(refusedWith('survey.not-found'));
    await expect(answer('A1', 6)).rejects.toMatchObject(refusedWith('survey.answers-invalid'));
    for (const [index, who] of agents.entries()) await answer(who, index + 1);
    const again = await Promise.allSettled([answer('A1', 5), answer('A1', 5)]);
    expect(again.every(({ status }) => status === 'rejected')).toBe(true);
    expect((await as('A1', ListOwnSurveys, {})).items).toMatchObject([{ answered: true }]);
    await expect(as('P1', GetSurveyResults, { surveyId })).rejects.toMatchObject(
      refusedWith('survey.no-results-yet'),
    );
    now = new Date('2026-03-10T00:00:00Z');
    expect(await hr.get(CloseSurveys).execute()).toBe(1);
    expect(await hr.get(CloseSurveys).execute()).toBe(0);
    const results = await as('P1', GetSurveyResults, { surveyId });
    expect(results).toMatchObject({ answers: 5, addressed: 5 });
    expect(results.figures[0]).toMatchObject({ code: 'work', mean: 3 });
    expect(results.figures[1]).toMatchObject({ nps: 100 });
    const left = await hr.query(
      `select secret from staff_survey where secret is not null union all select token from staff_survey_token`,
    );
    expect(left).toEqual([]);
    await expect(answer('A2', 1)).rejects.toMatchObject(refusedWith('survey.not-open'));
    now = new Date('2026-03-03T01:00:00Z');
  });

  it('results of few answers are not told', async () => {
    const { surveyId } = await as('P1', CreateSurvey, {
      titleZh: '小组',
      titleEn: 'Group',
      opensAt: '2026-03-03T00:00:00+08:00',
      closesAt: '2026-03-04T00:00:00+08:00',
      questions: [{ code: 'work', kind: 'scale', textZh: '问', textEn: 'q' }],
    });
    for (const who of ['A1', 'A2', 'A3', 'A4'] as const) {
      await as(who, AnswerSurvey, { surveyId, answers: { work: 3 } });
    }
    now = new Date('2026-03-04T01:00:00Z');
    await hr.get(CloseSurveys).execute();
    await expect(as('P1', GetSurveyResults, { surveyId })).rejects.toMatchObject(
      refusedWith('survey.no-results-yet'),
    );
    now = new Date('2026-03-03T01:00:00Z');
  });

  it('the annual plan is broken down, reviewed, and knows what is behind', async () => {
    const item = { title: '接通率 ≥ 85 %', ownerNumber: 'H1' };
    const year = await as('H1', AddPlanItem, { ...item, period: '2026', target: '月均' });
    const part = (period: string) => as('H1', AddPlanItem, { ...item, parentId: year.itemId, period });
    const [first, second] = [await part('2026-Q1'), await part('2026-Q2')];
    await as('H1', AddPlanItem, { ...item, parentId: first.itemId, period: '2026-02', ownerNumber: 'L1' });
    await expect(part('2027-Q1')).rejects.toMatchObject(refusedWith('work-plan.bad-period'));
    await expect(part('2026-Q9')).rejects.toMatchObject(refusedWith('work-plan.bad-period'));
    await as('L1', ReviewPlanItem, { itemId: second.itemId, percent: 40, text: '进行中' });
    await expect(as('H1', ChangePlanItem, { itemId: first.itemId, state: 'done' })).rejects.toMatchObject(
      refusedWith('work-plan.parts-open'),
    );
    const { items: behind } = await as('H1', ListPlanItems, { behind: true });
    expect(behind).toMatchObject([{ period: '2026-02', ownerNumber: 'L1' }]);
    await as('H1', ChangePlanItem, { itemId: behind[0]?.itemId ?? '', state: 'done' });
    const { items } = await as('H1', ListPlanItems, { year: 2026, order: 'oldest' });
    expect(Object.fromEntries(items.map(({ period, progress }) => [period, progress]))).toEqual({
      '2026': 70,
      '2026-Q1': 100,
      '2026-Q2': 40,
      '2026-02': 100,
    });
  });

  it('a meeting has minutes, and what was agreed is followed up and reminded of', async () => {
    const meeting = await as('L1', PlanMeeting, {
      kind: 'sunrise',
      title: '晨会',
      startsAt: '2026-03-03T08:30:00+08:00',
      minutes: 15,
      groupCode: 'telephone',
      chairNumber: 'L1',
      attendees: ['A1', 'A2', 'L1'],
    });
    const { meetingId } = meeting;
    const minutes = {
      meetingId,
      notes: '昨日回顾',
      attended: ['A1', 'L1', 'A3'],
      decisions: [{ text: '下午集中回拨' }],
      actions: [{ text: '回拨名单', ownerNumber: 'A1', dueOn: '2026-03-04' }],
    };
    const written = await Promise.allSettled([
      as('L1', RecordMinutes, minutes),
      as('H1', RecordMinutes, minutes),
    ]);
    expect(written.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const [held] = (await as('A2', ListMeetings, { kind: 'sunrise', from: '2026-03-03', to: '2026-03-03' }))
      .items;
    expect(held?.attendees).toEqual([
      { staffNumber: 'A1', attended: true },
      { staffNumber: 'A2', attended: false },
      { staffNumber: 'A3', attended: true },
      { staffNumber: 'L1', attended: true },
    ]);
    for (const _ of [1, 2]) await hr.get(RemindActions).execute();
    expect(await reminders('A1', 'action-due')).toHaveLength(1);
    now = new Date('2026-03-05T01:00:00Z');
    await hr.get(RemindActions).execute();
    expect(await reminders('L1', 'action-overdue')).toHaveLength(1);
    const [action] = (await as('L1', ListActions, { overdue: true })).items;
    const done = { actionId: action?.actionId ?? '', state: 'done' as const, result: '42 件已回拨' };
    await expect(as('A2', SettleOwnAction, done)).rejects.toMatchObject(
      refusedWith('meeting-action.not-found'),
    );
    await as('A1', SettleOwnAction, done);
    expect((await as('A1', ListOwnActions, { state: 'open' })).items).toEqual([]);
    await expect(as('L1', RecordMinutes, { ...minutes, meetingId: randomUUID() })).rejects.toMatchObject(
      refusedWith('meeting.not-found'),
    );
  });

  it('reminders are read by whose they are, page by page', async () => {
    const first = await as('A1', ListOwnReminders, { limit: 1, order: 'oldest' });
    const second = await as('A1', ListOwnReminders, { limit: 1, order: 'oldest', cursor: first.nextCursor });
    expect(first.items[0]?.reminderId).not.toBe(second.items[0]?.reminderId);
    const reminderId = first.items[0]?.reminderId ?? '';
    await expect(as('A2', ReadReminder, { reminderId })).rejects.toMatchObject(
      refusedWith('reminder.not-found'),
    );
    expect(await as('A1', ReadReminder, { reminderId })).toHaveProperty('readAt');
    const unread = await as('A1', ListOwnReminders, { unread: true, limit: 200 });
    expect(unread.items.map((reminder) => reminder.reminderId)).not.toContain(reminderId);
  });
});
