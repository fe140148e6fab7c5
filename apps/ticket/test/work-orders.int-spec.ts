import {
  AcceptWorkOrder,
  AnswerWorkOrder,
  AssignWorkOrder,
  ApproveCompensation,
  AttachToWorkOrder,
  ClassifyWorkOrder,
  CloseWorkOrder,
  DecideWorkOrder,
  FinishMeasure,
  ForwardWorkOrder,
  GetApplicationPapers,
  GetCaseProgress,
  GetComplaintProgramme,
  GetWorkOrder,
  GetWorkOrderHistory,
  LinkWorkOrder,
  ListClocksOf,
  ListDepartments,
  ListHarassment,
  ListMeasures,
  ListSystemFaults,
  ListVerifications,
  ListWorkOrderKindVersions,
  ListWorkOrders,
  MergeWorkOrder,
  NoteOnWorkOrder,
  OpenWorkOrder,
  type OpenWorkOrderRequest,
  type Operation,
  PauseWorkOrder,
  PlanMeasure,
  PromiseReply,
  ProposeCompensation,
  PutDepartment,
  RecordHarassment,
  RecordSystemFault,
  ReopenWorkOrder,
  ResumeWorkOrder,
  ReportVerification,
  RequestVerification,
  SendBackVerification,
  SendBackWorkOrder,
  SetTicketPolicy,
  SetWorkOrderKind,
  SolveSystemFault,
  SuggestOwner,
  TellCustomer,
  TickPaper,
  UrgeWorkOrder,
  VerifyMeasure,
  type WorkOrderChangedPayload,
  type WorkOrderView,
} from '@switchyard/contracts';
import { STANDARD_COMPLAINT_PROGRAMME, STANDARD_KINDS } from '@switchyard/domain';
import { OperationClient, systemContext } from '@switchyard/platform';
import { Client } from 'pg';
import type { QueryRunner } from 'typeorm';
import { CustomersAndWorkOrders1767200000101 } from '../src/migrations/1767200000101-customers-and-work-orders';
import { WhatMenusNeed1767200000102 } from '../src/migrations/1767200000102-what-menus-need';
import { WorkOrderHistory1767200000110 } from '../src/migrations/1767200000110-work-order-history';
import { TicketFixture } from './ticket-fixture';

let ticket: TicketFixture;

beforeAll(async () => {
  ticket = await TicketFixture.start();
});

afterAll(() => ticket?.close());

let references = 0;
const facts = (changed: Partial<OpenWorkOrderRequest> = {}): OpenWorkOrderRequest => ({
  kind: 'complaint',
  channel: 'voice',
  accountNo: 'A1',
  phone: '+8613900050001',
  text: '抄表员估抄电表',
  reference: `spec:${++references}`,
  fields: { demand: '重新抄表' },
  ...changed,
});
const open = (changed: Partial<OpenWorkOrderRequest> = {}): Promise<WorkOrderView> =>
  ticket.call(OpenWorkOrder, facts(changed));
const fault = (changed: Partial<OpenWorkOrderRequest> = {}): Promise<WorkOrderView> =>
  open({ kind: 'fault', fields: { name: '王芳', place: '中山路1号', symptoms: '没电' }, ...changed });

/** As another person, within a scope. */
function as<Request extends object, Reply extends object>(
  actor: { readonly id?: string; readonly scope?: string[]; readonly permissions?: string[] },
  operation: Operation<Request, Reply>,
  request: Request,
): Promise<Reply> {
  const context = systemContext('test');
  return ticket
    .get(OperationClient)
    .call(operation, request, { ...context, actor: { ...context.actor, ...actor } }, { timeoutMs: 60_000 });
}

const history = async (number: string) => {
  const { events, verdict } = await ticket.call(GetWorkOrderHistory, { number, verify: true });
  return { types: events.map(({ type }) => type), events, verdict };
};

describe('taking a work order in', () => {
  it('refuses one that does not tell what its kind needs, naming the field', async () => {
    await expect(fault({ fields: { name: '王芳', place: '中山路1号' } })).rejects.toMatchObject({
      code: 'work-order.fields-invalid',
      details: { fields: [{ field: 'fields.symptoms', problems: ['is missing'] }] },
    });
    await expect(open({ fields: { demand: '  ' } })).rejects.toMatchObject({
      details: { fields: [{ field: 'fields.demand', problems: ['must not be blank'] }] },
    });
    for (const unknown of [
      { contentCategory: 'nothing' },
      { outageId: '7b0a4a3e-8c53-4c1c-9a4e-0d7ad1c2a001' },
    ])
      await expect(open(unknown)).rejects.toMatchObject({
        code: 'work-order.fields-invalid',
        details: { fields: [{ field: Object.keys(unknown)[0] }] },
      });
    await expect(open({ text: ' \n' })).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(open({ fields: { demand: 'x', colour: 'red' } })).rejects.toMatchObject({
      details: { fields: [{ field: 'fields.colour', problems: ['is no field of this kind'] }] },
    });
    await expect(
      open({ kind: 'query', fields: { subject: 'weather', identifiedBy: 'phone' } }),
    ).rejects.toMatchObject({ details: { fields: [{ field: 'fields.subject' }] } });
  });

  it('takes an incomplete one by menu, which cannot be closed until an agent has completed it', async () => {
    const opened = await open({ kind: 'fault', channel: 'menu', fields: undefined });
    expect(opened).toMatchObject({ incomplete: true, stage: 'received', owner: 'centre' });
    const { number } = opened;
    const done = { number, result: '已恢复' };
    await expect(ticket.call(CloseWorkOrder, done)).rejects.toMatchObject({
      code: 'work-order.incomplete',
      details: {
        fields: [{ field: 'fields.name' }, { field: 'fields.place' }, { field: 'fields.symptoms' }],
      },
    });
    const partly = await ticket.call(ClassifyWorkOrder, {
      number,
      fields: { name: '王芳', place: '中山路' },
    });
    expect(partly.incomplete).toBe(true);
    const completed = await ticket.call(ClassifyWorkOrder, { number, fields: { symptoms: '没电' } });
    expect(completed).toMatchObject({ incomplete: false, fields: { name: '王芳', symptoms: '没电' } });
    expect(await ticket.call(CloseWorkOrder, done)).toMatchObject({ status: 'closed', stage: 'closed' });
  });

  it('takes no identity of whoever stays unknown afterwards either', async () => {
    const opened = await open({ anonymous: true, accountNo: undefined, phone: undefined });
    const { number } = opened;
    await expect(ticket.call(ClassifyWorkOrder, { number, phone: '+8613900050001' })).rejects.toMatchObject({
      code: 'work-order.identity-given',
    });
    await expect(ticket.call(TellCustomer, { number, how: 'phone' })).rejects.toMatchObject({
      code: 'work-order.nobody-to-tell',
    });
  });

  it('becomes another kind, without the fields that the new one does not know', async () => {
    const { number } = await open({ fields: { demand: '退费', name: '王芳' } });
    const changed = await ticket.call(ClassifyWorkOrder, { number, kind: 'suggestion', reason: '只是建议' });
    expect(changed).toMatchObject({ kind: 'suggestion', fields: { name: '王芳' }, incomplete: false });
    expect((await history(number)).verdict).toEqual({ intact: true });
  });
});

describe('the slip of a hard question', () => {
  const slip = {
    askedAt: '2026-11-22T09:00:00+08:00',
    content: '分时电价如何计算',
    contact: '13900050001',
    superior: '值班长',
  };

  it('promises its reply, and again when another time is agreed', async () => {
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const promisedReplyAt = inDays(1);
    const hard = { kind: 'hard-question' as const, fields: { ...slip, promisedReplyAt } };
    const { number, promisedAt, seq } = await open(hard);
    expect([promisedAt, seq]).toEqual([promisedReplyAt, 2]);
    const later = { promisedReplyAt: inDays(2) };
    expect(await ticket.call(ClassifyWorkOrder, { number, fields: later })).toMatchObject({
      promisedAt: later.promisedReplyAt,
    });
    await ticket.call(ClassifyWorkOrder, { number, fields: { superior: '主管' } });
    expect((await history(number)).types).toEqual([
      'opened',
      'promised',
      'classified',
      'promised',
      'classified',
    ]);
    for (const wrong of ['2026-13-45T09:00:00+08:00', '2099-02-30T09:00:00+08:00', inDays(-1)]) {
      const never = { ...hard, fields: { ...slip, promisedReplyAt: wrong } };
      await expect(open(never)).rejects.toMatchObject({
        code: 'work-order.fields-invalid',
        details: { fields: [{ field: 'fields.promisedReplyAt' }] },
      });
    }
  });
});

describe('a complaint', () => {
  it('goes to its department and back until the customer is told, and its history proves it', async () => {
    const { number, queryCode } = await open({ contentCategory: 'meter-reading' });
    const progress = async () => (await ticket.call(GetCaseProgress, { queryCode })).case?.progress['zh-CN'];
    expect(await ticket.call(AssignWorkOrder, { number })).toMatchObject({
      owner: 'business',
      stage: 'assigned',
      lastDepartment: 'business',
    });
    expect(await as({ id: 'li' }, AcceptWorkOrder, { number })).toMatchObject({
      assignee: 'li',
      stage: 'accepted',
    });
    await ticket.call(AnswerWorkOrder, { number, result: '已处理' });
    expect(await progress()).toBe('已经有处理结果，我们将尽快答复您');
    const back = await ticket.call(SendBackWorkOrder, { number, reason: '没有说明原因' });
    expect(back).toMatchObject({ owner: 'business', stage: 'accepted' });
    await ticket.call(AnswerWorkOrder, { number, result: '抄表员漏抄，已补抄并更正电费' });
    await expect(ticket.call(TellCustomer, { number, how: 'phone' })).resolves.toMatchObject({
      stage: 'told',
    });
    await expect(ticket.call(DecideWorkOrder, { number, decision: 'x' })).rejects.toMatchObject({
      code: 'work-order.not-allowed-in-state',
      details: { stage: 'told', allowedIn: ['received', 'accepted', 'answered'] },
    });
    const closed = await ticket.call(CloseWorkOrder, { number, result: '客户满意', resultCode: 'solved' });
    expect(closed).toMatchObject({ status: 'closed', owner: 'centre', result: '客户满意' });
    expect(await history(number)).toMatchObject({
      types: [
        'opened',
        'assigned',
        'accepted',
        'answered',
        'sent-back',
        'answered',
        'customer-told',
        'closed',
      ],
      verdict: { intact: true },
    });
    const told = (await ticket.events<WorkOrderChangedPayload>('ticket.event.work-order-changed.v1')).filter(
      (event) => event.number === number,
    );
    expect(told.map(({ eventType, seq, owner }) => [eventType, seq, owner])).toEqual([
      ['opened', 1, 'centre'] as const,
      ['assigned', 2, 'business'] as const,
      ['accepted', 3, 'business'] as const,
      ['answered', 4, 'centre'] as const,
      ['sent-back', 5, 'business'] as const,
      ['answered', 6, 'centre'] as const,
      ['customer-told', 7, 'centre'] as const,
      ['closed', 8, 'centre'] as const,
    ]);
    const reopened = await ticket.call(ReopenWorkOrder, { number, reason: '客户不满意' });
    expect(reopened).toMatchObject({ status: 'open', stage: 'received', cycle: 2, owner: 'centre' });
    expect(reopened.closedAt).toBeUndefined();
  });

  it('is compensated within the authority of its handler, else by the approval of a second person', async () => {
    const [rule] = STANDARD_COMPLAINT_PROGRAMME.rules;
    const document = {
      ...STANDARD_COMPLAINT_PROGRAMME,
      rules: [{ ...rule, handler: 'chen', authorityFen: 10_000 }],
    };
    const validFrom = new Date().toISOString();
    await ticket.call(SetTicketPolicy, { name: 'complaint-programme', validFrom, document });
    const { number } = await open({ contentCategory: 'meter-reading' });
    expect(await ticket.call(GetComplaintProgramme, { number })).toMatchObject({ compensation: 'none' });
    const offer = { number, scheme: 'bill-correction', amountFen: 20_000, reason: '估抄' };
    await as({ id: 'chen' }, ProposeCompensation, offer);
    await ticket.call(DecideWorkOrder, { number, decision: '退费' });
    await expect(ticket.call(CloseWorkOrder, { number, result: 'x' })).rejects.toMatchObject({
      code: 'work-order.unsettled',
      details: { pending: ['compensation'] },
    });
    await expect(as({ id: 'chen' }, ApproveCompensation, { number })).rejects.toMatchObject({
      code: 'compensation.same-person',
    });
    await as({ id: 'head' }, ApproveCompensation, { number, amountFen: 15_000 });
    expect(await ticket.call(GetComplaintProgramme, { number })).toMatchObject({
      handler: 'chen',
      compensation: 'approved',
      compensationFen: 15_000,
    });
    const small = await open({ contentCategory: 'meter-reading' });
    await as({ id: 'chen' }, ProposeCompensation, { ...offer, number: small.number, amountFen: 10_000 });
    expect(await ticket.call(GetComplaintProgramme, { number: small.number })).toMatchObject({
      compensation: 'approved',
    });
    await expect(
      as({ id: 'chen' }, ProposeCompensation, { ...offer, number: small.number }),
    ).rejects.toMatchObject({ code: 'compensation.not-offered' });
  });

  it('leads to an improvement that is followed until it works', async () => {
    const { number } = await open();
    const plan = { number, text: '抄表复核', department: 'metering', dueOn: '2099-12-01' };
    await expect(ticket.call(PlanMeasure, { ...plan, department: 'nobody' })).rejects.toMatchObject({
      code: 'department.not-found',
    });
    await ticket.call(PlanMeasure, plan);
    const listed = async () => (await ticket.call(ListMeasures, { department: 'metering' })).items;
    const [measure] = await listed();
    expect(measure).toMatchObject({ ...plan, status: 'planned' });
    const id = { number, measure: measure?.measure ?? '' };
    await expect(ticket.call(VerifyMeasure, { ...id, effective: true })).rejects.toMatchObject({
      code: 'measure.not-allowed-in-state',
    });
    await ticket.call(FinishMeasure, { ...id, text: '已实施' });
    await ticket.call(VerifyMeasure, { ...id, effective: false });
    expect(await listed()).toMatchObject([{ status: 'planned' }]);
    await ticket.call(FinishMeasure, { ...id, text: '再次实施' });
    await ticket.call(VerifyMeasure, { ...id, effective: true });
    expect(await listed()).toMatchObject([{ status: 'effective' }]);
  });

  it('about integrity goes to discipline inspection, and elsewhere only by a head with a reason', async () => {
    const { number } = await open({ kind: 'misconduct-report', fields: { unit: '营业所' } });
    await expect(ticket.call(AssignWorkOrder, { number, department: 'business' })).rejects.toMatchObject({
      code: 'work-order.integrity-matter',
    });
    await ticket.call(AssignWorkOrder, { number });
    const away = { number, department: 'business', reason: '属业务问题' };
    await expect(ticket.call(AssignWorkOrder, away)).rejects.toMatchObject({
      code: 'work-order.with-another-department',
    });
    await expect(ticket.call(ForwardWorkOrder, away)).rejects.toMatchObject({ code: 'access.forbidden' });
    expect(await as({ permissions: ['work-order:reroute'] }, ForwardWorkOrder, away)).toMatchObject({
      owner: 'business',
      stage: 'assigned',
    });
  });
});

describe('a history', () => {
  it('stands still once, and goes on once', async () => {
    const { number } = await open();
    await expect(ticket.call(ResumeWorkOrder, { number })).rejects.toMatchObject({
      code: 'work-order.not-allowed-in-state',
    });
    expect(await ticket.call(PauseWorkOrder, { number, reason: '等资料' })).toMatchObject({ paused: true });
    await expect(ticket.call(PauseWorkOrder, { number, reason: '等资料' })).rejects.toMatchObject({
      details: { paused: true },
    });
    expect(await ticket.call(ResumeWorkOrder, { number })).toMatchObject({ paused: false });
    expect((await history(number)).types).toEqual(['opened', 'paused', 'resumed']);
  });

  it('can be neither changed nor removed, nor can its work order', async () => {
    const { number } = await open();
    for (const statement of [
      `update work_order_event set data = '{}' where work_order_number = $1`,
      `delete from work_order_event where work_order_number = $1`,
      `delete from work_order where number = $1`,
    ]) {
      await expect(ticket.query(statement, [number])).rejects.toMatchObject({ code: '23001' });
    }
    await expect(ticket.query('truncate work_order_event')).rejects.toMatchObject({ code: '23001' });
    const [month] = await ticket.query<{ name: string }>(
      `select tableoid::regclass::text as name from work_order_event where work_order_number = $1`,
      [number],
    );
    expect(month?.name).toMatch(/^work_order_event_\d{4}_\d\d$/);
    await expect(ticket.query(`truncate ${month?.name}`)).rejects.toMatchObject({ code: '23001' });
  });

  it('tells where it was changed by whoever owns the database', async () => {
    const { number } = await open();
    await ticket.call(NoteOnWorkOrder, { number, text: '客户来电' });
    await ticket.call(NoteOnWorkOrder, { number, text: '再次来电' });
    const tamper = async (statement: string) => {
      await ticket.query('alter table work_order_event disable trigger user');
      await ticket.query(statement, [number]);
      await ticket.query('alter table work_order_event enable trigger user');
    };
    await tamper(
      `update work_order_event set data = '{"text": "没有来电"}' where work_order_number = $1 and seq = 2`,
    );
    expect((await history(number)).verdict).toEqual({ intact: false, seq: 2, problem: 'changed' });
    await tamper(`delete from work_order_event where work_order_number = $1 and seq = 3`);
    await tamper(`delete from work_order_event where work_order_number = $1 and seq = 2`);
    expect((await history(number)).verdict).toEqual({ intact: false, seq: 2, problem: 'missing' });
  });

  it('knows nothing of the number to call back', async () => {
    const { number } = await open();
    await ticket.call(ClassifyWorkOrder, { number, phone: '+8613900050009' });
    const { events } = await history(number);
    expect(JSON.stringify(events)).not.toMatch(/1390005000[19]/);
    expect(await ticket.call(GetWorkOrder, { number })).toMatchObject({ phone: '+8613900050009' });
  });

  it('has one event for a decision on an old view, and one for each reference, however many act at once', async () => {
    const { number, seq } = await open();
    const notes = await Promise.allSettled(
      [1, 2, 3].map((note) => ticket.call(NoteOnWorkOrder, { number, text: `${note}`, expectedSeq: seq })),
    );
    expect(notes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(notes.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'work-order.version-conflict', details: { seq: 2 } },
    });
    await Promise.all(
      [1, 2, 3].map(() => ticket.call(NoteOnWorkOrder, { number, text: 'once', reference: 'sms:1' })),
    );
    expect((await history(number)).types).toEqual(['opened', 'noted', 'noted']);
  });
});

describe('one fault with many callers', () => {
  it('is closed for all of them with the first', async () => {
    const first = await fault();
    const second = await fault({ parent: first.number });
    const third = await fault();
    await ticket.call(LinkWorkOrder, { number: third.number, parent: first.number });
    await expect(
      ticket.call(LinkWorkOrder, { number: first.number, parent: third.number }),
    ).rejects.toMatchObject({ code: 'work-order.bad-target', details: { problem: 'is-linked' } });
    await ticket.call(CloseWorkOrder, { number: first.number, result: '线路已修复' });
    for (const { number } of [second, third]) {
      expect(await ticket.call(GetWorkOrder, { number })).toMatchObject({
        status: 'closed',
        result: '线路已修复',
        parent: first.number,
      });
      expect(await ticket.call(TellCustomer, { number, how: 'sms' })).toMatchObject({ status: 'closed' });
    }
    const { items } = await ticket.call(ListWorkOrders, { parent: first.number, told: true });
    expect(items).toHaveLength(2);
    expect((await ticket.call(ListWorkOrders, { parent: first.number, told: false })).items).toEqual([]);
    await expect(fault({ parent: first.number })).rejects.toMatchObject({
      code: 'work-order.bad-target',
      details: { problem: 'finished' },
    });
  });

  it('reported twice is merged, with whoever was linked to the duplicate', async () => {
    const goesOn = await fault();
    const duplicate = await fault();
    const child = await fault({ parent: duplicate.number });
    const merge = { number: duplicate.number, into: goesOn.number };
    const merged = await ticket.call(MergeWorkOrder, merge);
    expect(merged).toMatchObject({ status: 'closed', stage: 'merged', mergedInto: goesOn.number });
    expect(await ticket.call(GetWorkOrder, { number: child.number })).toMatchObject({
      parent: goesOn.number,
    });
    expect((await history(goesOn.number)).types).toEqual(['opened', 'took-over']);
    expect(await ticket.call(GetCaseProgress, { queryCode: duplicate.queryCode })).toMatchObject({
      case: { number: goesOn.number, status: 'open' },
    });
    const { items } = await ticket.call(ListWorkOrders, { mergedInto: goesOn.number });
    expect(items.map(({ number }) => number)).toEqual([duplicate.number]);
    await expect(ticket.call(MergeWorkOrder, merge)).rejects.toMatchObject({
      code: 'work-order.not-allowed-in-state',
    });
  });
});

describe('an application', () => {
  it('is closed when every paper of its kind of customer is there, or without a result', async () => {
    const { number } = await open({
      kind: 'application',
      applicationKind: 'new-supply',
      fields: { customerKind: 'resident', name: '王芳', address: '中山路1号' },
    });
    const papers = async () =>
      (await ticket.call(GetApplicationPapers, { number })).items.map(({ code, received }) => [
        code,
        received,
      ]);
    expect(await papers()).toEqual([
      ['identity-card', false],
      ['property-certificate', false],
    ]);
    await expect(ticket.call(TickPaper, { number, paper: 'business-licence' })).rejects.toMatchObject({
      code: 'work-order.paper-unknown',
      details: { papers: ['identity-card', 'property-certificate'] },
    });
    await ticket.call(TickPaper, { number, paper: 'identity-card' });
    const close = { number, result: '已送电' };
    await expect(ticket.call(CloseWorkOrder, close)).rejects.toMatchObject({
      code: 'work-order.unsettled',
      details: { pending: ['property-certificate'] },
    });
    await ticket.call(TickPaper, { number, paper: 'property-certificate' });
    expect(await papers()).toEqual([
      ['identity-card', true],
      ['property-certificate', true],
    ]);
    expect(await ticket.call(CloseWorkOrder, close)).toMatchObject({ status: 'closed' });
  });
});

describe('beside the way of a work order', () => {
  it('a field inspector verifies, again when the finding is not enough', async () => {
    const { number } = await open();
    const past = { number, inspector: 'zhou', matter: '现场有无表计', dueAt: '2026-11-01T01:00:00.000Z' };
    await expect(ticket.call(RequestVerification, past)).rejects.toMatchObject({
      code: 'work-order.in-past',
      details: { field: 'dueAt' },
    });
    await ticket.call(RequestVerification, { number, inspector: 'zhou', matter: '现场有无表计' });
    const listed = async () => (await ticket.call(ListVerifications, { inspector: 'zhou' })).items;
    const verification = (await listed())[0]?.verification ?? '';
    await expect(
      ticket.call(SendBackVerification, { number, verification, reason: 'x' }),
    ).rejects.toMatchObject({ code: 'verification.not-allowed-in-state' });
    await ticket.call(ReportVerification, { number, verification, finding: '有' });
    await ticket.call(SendBackVerification, { number, verification, reason: '没有照片' });
    expect(await listed()).toMatchObject([
      { status: 'sent-back', finding: '有', sentBackReason: '没有照片' },
    ]);
    const other = (await open()).number;
    await expect(
      ticket.call(ReportVerification, { number: other, verification, finding: 'x' }),
    ).rejects.toMatchObject({ code: 'verification.not-found' });
  });

  it('the centre urges at or past a limit, the customer at any time', async () => {
    const dueAt = new Date(Date.now() + 3_600_000).toISOString();
    const { number } = await open({ kind: 'call-back-request', fields: {}, dueAt });
    const urge = { number, by: 'centre', channel: 'phone' } as const;
    await expect(ticket.call(UrgeWorkOrder, urge)).rejects.toMatchObject({
      code: 'work-order.not-due-yet',
    });
    expect(await ticket.call(UrgeWorkOrder, { ...urge, by: 'customer' })).toMatchObject({ urged: 1 });
    await ticket.query(`update work_order set next_due_at = now() - interval '1 hour' where number = $1`, [
      number,
    ]);
    expect(await ticket.call(UrgeWorkOrder, urge)).toMatchObject({ urged: 2 });
    const { events } = await history(number);
    expect(events.slice(1).map(({ data }) => data['pastDue'])).toEqual([false, true]);
    await expect(ticket.call(PromiseReply, { number, at: '2020-01-01T00:00:00Z' })).rejects.toMatchObject({
      code: 'work-order.in-past',
    });
    const { items } = await ticket.call(ListWorkOrders, { overdue: true });
    expect(items.map((item) => item.number)).toEqual([number]);
  });

  it('no more is attached than a view can show', async () => {
    const { number } = await open();
    const attachments = Array.from({ length: 10 }, (_, index) => ({
      kind: 'document' as const,
      key: `work-orders/2026-11-22/${index}`,
      name: `材料${index}`,
    }));
    await ticket.call(AttachToWorkOrder, { number, attachments });
    expect((await ticket.call(AttachToWorkOrder, { number, attachments })).attachments).toHaveLength(20);
    await expect(
      ticket.call(AttachToWorkOrder, { number, attachments: attachments.slice(0, 1) }),
    ).rejects.toMatchObject({ code: 'work-order.too-many-attachments' });
  });

  it('harassing calls and faults of the own systems are recorded once', async () => {
    const at = '2026-11-22T01:00:00.000Z';
    const call = { at, text: '辱骂', warned: true, hungUp: true, reportedTo: '值班长' };
    const entry = { ...call, phone: '+8613900050001', reference: 'call:h1' };
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    await expect(ticket.call(RecordHarassment, { ...entry, at: tomorrow })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    const first = await ticket.call(RecordHarassment, entry);
    expect(await ticket.call(RecordHarassment, entry)).toEqual(first);
    expect((await ticket.call(ListHarassment, { phone: '+8613900050001' })).items).toEqual([first]);
    await expect(ticket.query('delete from harassment_entry')).rejects.toMatchObject({ code: '23001' });
    const failed = { component: '电话交换机', symptom: '无法呼入', since: at, toldTo: '技术组' };
    const { faultId } = await ticket.call(RecordSystemFault, { ...failed, reference: 'fault:1' });
    const solution = { faultId, cause: '电源', solution: '更换电源' };
    await expect(
      ticket.call(SolveSystemFault, { ...solution, solvedAt: '2026-11-22T00:00:00Z' }),
    ).rejects.toMatchObject({ code: 'system-fault.ends-before-start' });
    await ticket.call(SolveSystemFault, solution);
    await expect(ticket.call(SolveSystemFault, solution)).rejects.toMatchObject({
      code: 'system-fault.not-allowed-in-state',
    });
    expect((await ticket.call(ListSystemFaults, { status: 'solved' })).items).toMatchObject([failed]);
  });
});

describe('the list', () => {
  it('finds words of two characters, and pages through every order without losing or repeating one', async () => {
    for (let index = 0; index < 5; index += 1) {
      await open({
        accountNo: 'LIST',
        areaCode: index < 3 ? 'east' : 'west',
        text: `变压器噪声扰民 ${index}`,
      });
    }
    const texts = async (search: string) =>
      (await ticket.call(ListWorkOrders, { accountNo: 'LIST', search })).items.map(({ text }) => text);
    expect(await texts('噪声')).toHaveLength(5);
    expect(await texts('变压器 3')).toEqual(['变压器噪声扰民 3']);
    expect(await texts('器变')).toEqual([]);
    expect(await texts('100%_')).toEqual([]);
    const areas = await ticket.call(ListWorkOrders, { accountNo: 'LIST', areaCode: 'east' });
    expect(areas.items).toHaveLength(3);
    const ways = (['newest', 'oldest', 'changed'] as const).flatMap((sort) => [
      { sort },
      { sort, search: '噪声' },
    ]);
    for (const { sort, ...words } of ways) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await ticket.call(ListWorkOrders, {
          accountNo: 'LIST',
          sort,
          ...words,
          limit: 2,
          cursor,
        });
        seen.push(...page.items.map(({ number }) => number));
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      const expected = [...seen].sort();
      expect(seen).toHaveLength(5);
      if (sort !== 'oldest') expected.reverse();
      expect(seen).toEqual(expected);
      expect(new Set(seen).size).toBe(5);
    }
    const { nextCursor } = await ticket.call(ListWorkOrders, { accountNo: 'LIST', limit: 1 });
    await expect(
      ticket.call(ListWorkOrders, { accountNo: 'LIST', sort: 'changed', cursor: nextCursor }),
    ).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('shows a department its own work orders and those of its areas, and lets it act on no others', async () => {
    const mine = await fault({ accountNo: 'SCOPE' });
    const area = await open({ accountNo: 'SCOPE', areaCode: 'scope-area' });
    const other = await open({ accountNo: 'SCOPE' });
    await ticket.call(AssignWorkOrder, { number: mine.number });
    const repair = { id: 'zhao', scope: ['repair', 'scope-area'] };
    const { items } = await as(repair, ListWorkOrders, { accountNo: 'SCOPE' });
    expect(items.map(({ number }) => number)).toEqual([area.number, mine.number]);
    await as(repair, AcceptWorkOrder, { number: mine.number });
    for (const [operation, request] of [
      [GetWorkOrder, { number: other.number }],
      [GetWorkOrderHistory, { number: other.number }],
      [NoteOnWorkOrder, { number: other.number, text: 'x' }],
    ] as const) {
      await expect(as(repair, operation as Operation<object, object>, request)).rejects.toMatchObject({
        code: 'access.forbidden',
      });
    }
    const [seen, hidden] = [await open({ accountNo: 'SCOPE' }), await open({ accountNo: 'SCOPE' })];
    for (const { number } of [seen, hidden]) {
      await ticket.call(RequestVerification, { number, inspector: 'sun', matter: '核查' });
      await ticket.call(PlanMeasure, { number, text: '改进', department: 'production', dueOn: '2099-12-01' });
      await ticket.call(AssignWorkOrder, { number, department: 'dispatching' });
    }
    await ticket.call(ForwardWorkOrder, {
      number: seen.number,
      department: 'billing-centre',
      reason: '归口',
    });
    await ticket.call(AnswerWorkOrder, { number: seen.number, result: '已处理' });
    const billing = { id: 'li', scope: ['billing-centre'] };
    const numbersOf = (page: { items: readonly { number: string }[] }) =>
      page.items.map(({ number }) => number);
    expect(numbersOf(await as(billing, ListWorkOrders, { accountNo: 'SCOPE' }))).toEqual([seen.number]);
    expect(numbersOf(await as(billing, ListVerifications, { inspector: 'sun' }))).toEqual([seen.number]);
    expect(numbersOf(await as(billing, ListMeasures, { department: 'production' }))).toEqual([seen.number]);
    await as(billing, GetWorkOrder, { number: seen.number });
    await expect(
      as(billing, NoteOnWorkOrder, { number: seen.number, text: '已不在手' }),
    ).rejects.toMatchObject({ code: 'access.forbidden' });
    const clocksOf = (number: string) =>
      as(billing, ListClocksOf, { subject: 'work-order', subjectId: number });
    expect((await clocksOf(seen.number)).items.length).toBeGreaterThan(0);
    await expect(clocksOf(hidden.number)).rejects.toMatchObject({ code: 'access.forbidden' });
    const reused = facts({ accountNo: 'SCOPE', reference: hidden.reference });
    await expect(as(billing, OpenWorkOrder, reused)).rejects.toMatchObject({ code: 'access.forbidden' });
    const own = await as(billing, OpenWorkOrder, facts());
    expect(await as(billing, OpenWorkOrder, facts({ reference: own.reference }))).toEqual(own);
    expect(await as(billing, GetWorkOrder, { number: own.number })).toEqual(own);
    const production = { id: 'wu', scope: ['production'] };
    const [measure] = (await as(production, ListMeasures, {})).items;
    await as(production, FinishMeasure, {
      number: measure?.number ?? '',
      measure: measure?.measure ?? '',
      text: '已实施',
    });
    const candidates = [
      { person: 'zhao', presence: 'ready' as const },
      { person: 'qian', presence: 'ready' as const },
    ];
    const suggested = await ticket.call(SuggestOwner, { candidates });
    expect(suggested.items.map(({ person, openItems }) => [person, openItems])).toEqual([
      ['qian', 0],
      ['zhao', 1],
    ]);
  });
});

describe('what operators set', () => {
  it('a version of a kind holds for work orders to come, and is refused with every fault named', async () => {
    const before = await open({ kind: 'suggestion', fields: {} });
    const { kind: _, ...definition } = STANDARD_KINDS.suggestion;
    const fields = { type: 'object', properties: { topic: { type: 'string' } }, required: ['topic'] };
    const validFrom = new Date().toISOString();
    const version = { kind: 'suggestion' as const, validFrom, definition: { ...definition, fields } };
    await expect(
      ticket.call(SetWorkOrderKind, {
        ...version,
        definition: { ...definition, initial: 'nowhere', fields: { type: 'colour' } },
      }),
    ).rejects.toMatchObject({
      code: 'work-order-kind.invalid',
      details: { fields: [{ field: 'definition.initial' }] },
    });
    await expect(
      ticket.call(SetWorkOrderKind, {
        ...version,
        definition: { ...definition, fields: { type: 'colour' } },
      }),
    ).rejects.toMatchObject({ details: { fields: [{ field: 'definition.fields' }] } });
    expect(await ticket.call(SetWorkOrderKind, version)).toMatchObject({ version: 2 });
    await expect(open({ kind: 'suggestion', fields: {} })).rejects.toMatchObject({
      code: 'work-order.fields-invalid',
      details: { fields: [{ field: 'fields.topic' }] },
    });
    expect(await open({ kind: 'suggestion', fields: { topic: '缴费' } })).toMatchObject({ kindVersion: 2 });
    const kept = { number: before.number, fields: { subject: '缴费' } };
    expect(await ticket.call(ClassifyWorkOrder, kept)).toMatchObject({ kindVersion: 1, incomplete: false });
    const versions = await ticket.call(ListWorkOrderKindVersions, { kind: 'suggestion' });
    expect(versions.items.map(({ version: number }) => number)).toEqual([2, 1]);
  });

  it('a department has an interface person, and ends only when it has no work', async () => {
    const repair = { code: 'repair', name: '抢修班', nameEn: 'Repair crews', liaisonName: '孙强' };
    await ticket.call(PutDepartment, { ...repair, liaisonPhone: '+8613900010001' });
    const { items } = await ticket.call(ListDepartments, { active: true });
    expect(items.find(({ code }) => code === 'repair')).toMatchObject({ liaisonName: '孙强', active: true });
    await ticket.call(AssignWorkOrder, { number: (await fault()).number });
    await expect(ticket.call(PutDepartment, { ...repair, active: false })).rejects.toMatchObject({
      code: 'department.has-work',
    });
    const metering = { code: 'metering', name: '计量', nameEn: 'Metering', active: false };
    await ticket.call(PutDepartment, metering);
    await expect(
      ticket.call(AssignWorkOrder, { number: (await open()).number, department: 'metering' }),
    ).rejects.toMatchObject({ code: 'department.inactive' });
  });
});

it('what was stored before histories has one from its opening, a fault its new name, an urging another kind', async () => {
  // Another service's schema, which is empty here.
  const client = new Client({ connectionString: ticket.url('ivr') });
  await client.connect();
  const query = async (sql: string, values: unknown[] = []) =>
    (await client.query(sql, values)).rows as unknown;
  const runner = { query } as unknown as QueryRunner;
  try {
    await query('set search_path to ivr');
    await new CustomersAndWorkOrders1767200000101().up(runner);
    await new WhatMenusNeed1767200000102().up(runner);
    for (const [number, kind] of [
      ['W20260101-000001', 'fault-report'],
      ['W20260101-000002', 'urging'],
    ]) {
      await query(
        `insert into work_order (number, query_code, kind, status, text, reference, opened_at, opened_by)
         values ($1, $1, $2, 'open', 'old', $1, '2026-01-01T00:00:00Z', 'system:ivr')`,
        [number, kind],
      );
    }
    const migration = new WorkOrderHistory1767200000110();
    await migration.up(runner);
    await migration.down(runner);
    await migration.up(runner);
    const opened = { responsible: 'system:ivr', seq: 1, linked: true, type: 'opened', text: 'old' };
    expect(
      await query(
        `select o.number, o.kind, o.responsible, o.seq, o.head_hash = e.hash as linked, e.type, e.data->>'text' as text
         from work_order o join work_order_event e on e.work_order_number = o.number order by o.number`,
      ),
    ).toEqual([
      { number: 'W20260101-000001', kind: 'fault', ...opened },
      { number: 'W20260101-000002', kind: 'query', ...opened },
    ]);
    expect(await query(`select distinct tableoid::regclass::text as name from work_order_event`)).toEqual([
      { name: 'work_order_event_2026_01' },
    ]);
    await expect(query('truncate work_order_event_2026_01')).rejects.toMatchObject({ code: '23001' });
    await expect(query('delete from work_order')).rejects.toMatchObject({ code: '23001' });
  } finally {
    await client.end();
  }
});
