import {
  ExcludeFollowUp,
  type FollowUpView,
  GetFaultSample,
  GetFollowUp,
  GetFollowUpFigures,
  GetWorkOrder,
  ListFollowUps,
  type ListFollowUpsRequest,
  OpenWorkOrder,
  type OpenWorkOrderRequest,
  type Operation,
  PickFollowUp,
  PlanFollowUps,
  RecordFollowUp,
  RegisterAccount,
  SetTicketPolicy,
} from '@switchyard/contracts';
import type { NewWorkOrderEvent } from '@switchyard/domain';
import { OperationClient } from '@switchyard/platform';
import { WorkOrderJournal } from '../src/work-order/work-order-journal';
import { TicketFixture } from './ticket-fixture';

const DAY_MS = 86_400_000;
const NOW = Date.now();

describe('follow-ups', () => {
  let ticket: TicketFixture;
  let opened = 0;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
  }, 120_000);

  afterAll(() => ticket.close());

  async function open(facts: Partial<OpenWorkOrderRequest> = {}): Promise<string> {
    const { number } = await ticket.call(OpenWorkOrder, {
      kind: 'complaint',
      phone: '+8613900010001',
      text: '抄表有误',
      reference: `f-${++opened}`,
      ...facts,
    });
    return number;
  }

  const append = (number: string, ...events: NewWorkOrderEvent[]) =>
    ticket.get(WorkOrderJournal).append(number, events, ticket.context);
  const decide = (number: string) => append(number, { type: 'decided', data: { decision: '退费' } });
  const close = (number: string) => append(number, { type: 'closed', data: { result: '已退费' } });
  const restore = (number: string) =>
    append(number, {
      type: 'restored',
      data: { mainFault: '断线', result: '已接通', restoredAt: new Date().toISOString() },
    });
  const list = async (filter: ListFollowUpsRequest) => (await ticket.call(ListFollowUps, filter)).items;
  const ofOrder = (workOrderNumber: string) => list({ workOrderNumber, sort: 'arisesAt' });

  async function closedComplaint(
    facts?: Partial<OpenWorkOrderRequest>,
  ): Promise<[FollowUpView, FollowUpView]> {
    const number = await open(facts);
    await decide(number);
    await close(number);
    const items = await ofOrder(number);
    const told = items.find(({ purpose }) => purpose === 'decision-reply');
    const asked = items.find(({ purpose }) => purpose === 'call-back');
    if (!told || !asked) throw new Error(`of ${number} there are ${items.length} follow-ups`);
    return [told, asked];
  }

  it('of a complaint are two: to tell the decision and to ask how it was; one call may do both (L18, L19, C4)', async () => {
    const [told, asked] = await closedComplaint();
    expect(told).toMatchObject({ status: 'open', basis: 'each', cycle: 1, phone: '+8613900010001' });
    const results = [
      { itemId: told.itemId },
      { itemId: asked.itemId, opinion: '这次处理得很快', satisfaction: 5 },
    ];
    const { items } = await ticket.call(RecordFollowUp, { results, outcome: 'reached' });
    expect(items).toMatchObject([
      { purpose: 'decision-reply', status: 'done', onTime: true },
      {
        purpose: 'call-back',
        status: 'done',
        opinion: '这次处理得很快',
        judgement: 'satisfied',
        onTime: true,
      },
    ]);
    const [first, second] = await Promise.all(
      [told, asked].map(({ itemId }) => ticket.call(GetFollowUp, { itemId })),
    );
    expect(first?.calls[0]?.contactId).toBe(second?.calls[0]?.contactId);
    const history = await ticket.get(WorkOrderJournal).history(told.workOrderNumber);
    expect(history.map(({ type }) => type).slice(-3)).toEqual(['noted', 'customer-told', 'called-back']);
    const [other] = await closedComplaint();
    await expect(
      ticket.call(RecordFollowUp, {
        results: [{ itemId: other.itemId }, { itemId: asked.itemId }],
        outcome: 'reached',
      }),
    ).rejects.toMatchObject({ code: 'follow-up.other-work-order' });
  });

  it('of a customer who was told otherwise need no call to tell the decision', async () => {
    const number = await open();
    await decide(number);
    await append(number, { type: 'customer-told', data: { how: 'letter' } });
    expect(await ofOrder(number)).toMatchObject([{ purpose: 'decision-reply', status: 'done', tries: 0 }]);
  });

  it('arise for other kinds as they are closed, and not for those that need none', async () => {
    for (const kind of ['query', 'consultation'] as const) {
      const number = await open({ kind });
      await close(number);
      expect(await ofOrder(number)).toMatchObject([{ kind, purpose: 'call-back', basis: 'each' }]);
    }
    const suggestion = await open({ kind: 'suggestion' });
    await close(suggestion);
    expect(await ofOrder(suggestion)).toEqual([]);
  });

  it('of anonymous reporters without a contact are left out, and so is who wishes for none (C5)', async () => {
    const number = await open({ kind: 'misconduct-report', anonymous: true, phone: undefined });
    await decide(number);
    expect(await ofOrder(number)).toMatchObject([{ status: 'excluded', exclusionReason: 'anonymous' }]);
    const [, asked] = await closedComplaint();
    const { itemId } = asked;
    const text = '客户要求不再联系';
    expect(await ticket.call(ExcludeFollowUp, { itemId, reason: 'no-contact-wished', text })).toMatchObject({
      status: 'excluded',
      exclusionReason: 'no-contact-wished',
      exclusionText: text,
    });
    await expect(
      ticket.call(RecordFollowUp, { results: [{ itemId, opinion: 'x' }], outcome: 'reached' }),
    ).rejects.toMatchObject({ code: 'follow-up.not-allowed-in-state', details: { status: 'excluded' } });
  });

  it('open the case again when the customer is dissatisfied; what was still to be called for is withdrawn', async () => {
    const [told, asked] = await closedComplaint();
    const { items } = await ticket.call(RecordFollowUp, {
      results: [{ itemId: asked.itemId, opinion: '没有解决', satisfaction: 1 }],
      outcome: 'reached',
    });
    expect(items).toMatchObject([{ status: 'done', judgement: 'dissatisfied', action: 'reopen' }]);
    expect(await ticket.call(GetWorkOrder, { number: asked.workOrderNumber })).toMatchObject({
      status: 'open',
    });
    expect(await ticket.call(GetFollowUp, { itemId: told.itemId })).toMatchObject({ status: 'withdrawn' });
    await decide(asked.workOrderNumber);
    await close(asked.workOrderNumber);
    const again = await list({
      workOrderNumber: asked.workOrderNumber,
      status: 'open',
      purpose: 'call-back',
    });
    expect(again).toMatchObject([{ cycle: 2 }]);
  });

  it('open a complaint when a fault was repaired to the customer’s displeasure', async () => {
    await ticket.call(RegisterAccount, {
      accountNo: 'SHOP-1',
      name: '小店',
      kind: 'sole-trader',
      phones: ['+8613900010002'],
      areaCode: 'x1',
    });
    const number = await open({ kind: 'fault', accountNo: 'SHOP-1', phone: undefined });
    await restore(number);
    const [item] = await ofOrder(number);
    expect(item).toMatchObject({
      basis: 'fault',
      faultKey: `order:${number}`,
      customerKind: 'sole-trader',
      phone: '+8613900010002',
      areaCode: 'x1',
    });
    const results = [{ itemId: item?.itemId ?? '', opinion: '等了一天', satisfaction: 2 }];
    const { items } = await ticket.call(RecordFollowUp, { results, outcome: 'reached' });
    const complaintNumber = items[0]?.complaintNumber ?? '';
    expect(await ticket.call(GetWorkOrder, { number: complaintNumber })).toMatchObject({
      kind: 'complaint',
      accountNo: 'SHOP-1',
      status: 'open',
    });
  });

  it('of a fault with many callers are 5 % of them, at least one of each part of the area as far as they go', async () => {
    const parent = await open({ kind: 'fault', areaCode: 'north' });
    const numbers = [parent];
    for (let call = 1; call < 41; call++) {
      const areaCode = call < 30 ? 'north' : 'south';
      const anonymous = call === 40 ? { anonymous: true, phone: undefined } : {};
      numbers.push(await open({ kind: 'fault', areaCode, parent, ...anonymous }));
    }
    for (const number of [...numbers].reverse()) await restore(number);
    const faultKey = `order:${parent}`;
    const items = await list({ faultKey });
    expect(items.map(({ areaCode }) => areaCode).sort()).toEqual(['north', 'south']);
    const sample = await ticket.call(GetFaultSample, { faultKey });
    expect(sample).toMatchObject({ calls: 40, withoutContact: 1, required: 2, seed: faultKey });
    expect(sample.subAreas).toEqual([
      { areaCode: 'north', calls: 30, picked: 1 },
      { areaCode: 'south', calls: 10, picked: 1 },
    ]);
    expect([...sample.picked].sort()).toEqual(items.map(({ workOrderNumber }) => workOrderNumber).sort());

    const late = await open({ kind: 'fault', areaCode: 'north', parent });
    await restore(late);
    expect((await ticket.call(GetFaultSample, { faultKey })).required).toBe(3);
    expect(await list({ faultKey })).toHaveLength(3);

    const left = numbers.find((number) => !sample.picked.includes(number) && number !== parent) ?? '';
    const unpicked = (await ofOrder(left)).length === 0 ? left : parent;
    if ((await ofOrder(unpicked)).length === 0) {
      const picked = await ticket.call(PickFollowUp, { workOrderNumber: unpicked, reason: '多次报修' });
      expect(picked).toMatchObject({ basis: 'picked', status: 'open' });
    }
    await expect(
      ticket.call(PickFollowUp, { workOrderNumber: sample.picked[0] ?? '', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'follow-up.already-there' });
    await expect(
      ticket.call(PickFollowUp, { workOrderNumber: await open(), reason: 'x' }),
    ).rejects.toMatchObject({
      code: 'follow-up.not-followed-up',
    });
  }, 60_000);

  it('are planned within the hours of the customer, by the shift leader, and planned anew', async () => {
    const [, asked] = await closedComplaint();
    const itemIds = [asked.itemId];
    const plannedFor = asked.callFrom;
    const plan = (request: object) =>
      ticket.call(PlanFollowUps, { itemIds, assigneeId: 'agent-7', ...request });
    expect((await plan({ plannedFor })).items).toMatchObject([
      { status: 'assigned', assigneeId: 'agent-7', plannedFor },
    ]);
    expect((await plan({ assigneeId: 'agent-8' })).items).toMatchObject([{ assigneeId: 'agent-8' }]);
    const midnight = `${plannedFor.slice(0, 10)}T23:30:00+08:00`;
    await expect(plan({ plannedFor: midnight })).rejects.toMatchObject({
      code: 'follow-up.outside-call-hours',
    });
    const tooLate = new Date(Date.parse(asked.callFrom) + 14 * DAY_MS).toISOString();
    await expect(plan({ plannedFor: tooLate })).rejects.toMatchObject({ code: 'follow-up.planned-too-late' });
    expect((await plan({ plannedFor: tooLate, reason: '客户约定' })).items).toMatchObject([
      { plannedFor: tooLate },
    ]);
    const unknown = '7b0a4a3e-8c53-4c1c-9a4e-0d7ad1c2a001';
    await expect(plan({ itemIds: [...itemIds, unknown] })).rejects.toMatchObject({
      code: 'follow-up.not-found',
    });
    expect(await list({ assigneeId: 'agent-7', status: 'assigned' })).toHaveLength(1);
  });

  it('are given up after three calls without an answer, each recorded for good', async () => {
    const [, { itemId, workOrderNumber }] = await closedComplaint();
    const call = (outcome: 'no-answer' | 'busy') =>
      ticket.call(RecordFollowUp, { results: [{ itemId }], outcome, callReference: 'c-1' });
    await call('no-answer');
    await call('busy');
    expect((await call('no-answer')).items).toMatchObject([{ status: 'not-reached', tries: 3 }]);
    await expect(call('busy')).rejects.toMatchObject({ code: 'follow-up.not-allowed-in-state' });
    const history = await ticket.get(WorkOrderJournal).history(workOrderNumber);
    expect(history.map(({ type }) => type)).not.toContain('called-back');
    const { calls } = await ticket.call(GetFollowUp, { itemId });
    expect(calls.map(({ outcome }) => outcome)).toEqual(['no-answer', 'busy', 'no-answer']);
    await expect(ticket.query('update follow_up_try set opinion = $1', ['x'])).rejects.toThrow('not changed');
  });

  it('need the words of whoever was reached, and no call of the future', async () => {
    const [, { itemId }] = await closedComplaint();
    const record = (request: object) =>
      ticket.call(RecordFollowUp, { results: [{ itemId }], outcome: 'reached', ...request });
    await expect(record({})).rejects.toMatchObject({ code: 'follow-up.answer-missing' });
    const at = new Date(NOW + DAY_MS).toISOString();
    await expect(record({ results: [{ itemId, opinion: 'x' }], at })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    expect((await record({ channel: 'fax', callReference: 'fax-1' })).items).toMatchObject([
      { status: 'done' },
    ]);
  });

  it('follow the policy in force: fewer of a kind, another scale', async () => {
    const { document } = STANDARD;
    const sharePercent = { ...document.sharePercent, consultation: 0 };
    await ticket.call(SetTicketPolicy, {
      name: 'follow-up',
      validFrom: new Date().toISOString(),
      document: { ...document, sharePercent },
    });
    const number = await open({ kind: 'consultation' });
    await close(number);
    expect(await ofOrder(number)).toEqual([]);
  });

  it('are counted: planned, done, on time, satisfied; those without a contact are no part of it', async () => {
    const period = {
      from: new Date(NOW - DAY_MS).toISOString(),
      before: new Date(NOW + DAY_MS).toISOString(),
    };
    const { items, total } = await ticket.call(GetFollowUpFigures, { ...period, by: 'kind' });
    const complaints = items.find(({ of }) => of === 'complaint');
    expect(complaints).toMatchObject({
      excluded: 1,
      notReached: 1,
      satisfied: 1,
      dissatisfied: 1,
      overdue: 0,
    });
    for (const count of ['planned', 'done', 'doneOnTime', 'rated'] as const) {
      expect(items.reduce((sum, row) => sum + row[count], 0)).toBe(total[count]);
    }
    expect(total.satisfiedPercent).toBe(33.3);
    const before = period.from;
    await expect(ticket.call(GetFollowUpFigures, { from: before, before })).rejects.toMatchObject({
      code: 'follow-up.period-empty',
    });
  });

  it('are listed page by page in the order asked for', async () => {
    for (const sort of ['dueAt', '-dueAt', 'arisesAt', '-arisesAt', 'callFrom'] as const) {
      const all = await list({ sort, limit: 200 });
      const seen: FollowUpView[] = [];
      let cursor: string | undefined;
      do {
        const page = await ticket.call(ListFollowUps, { sort, limit: 4, cursor });
        seen.push(...page.items);
        cursor = page.nextCursor;
      } while (cursor !== undefined);
      expect(seen).toEqual(all);
    }
    const { nextCursor: cursor } = await ticket.call(ListFollowUps, { limit: 1 });
    await expect(ticket.call(ListFollowUps, { cursor, sort: '-dueAt' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    expect(await list({ overdue: true })).toEqual([]);
  });

  it('are shown to, and done by, those alone whose department or area the work order is of', async () => {
    const [item] = (await ticket.call(ListFollowUps, { limit: 1 })).items;
    const { itemId = '' } = item ?? {};
    const actor = { ...ticket.context.actor, id: 'elsewhere', scope: ['elsewhere'] };
    const elsewhere = <Request extends object, Reply extends object>(
      operation: Operation<Request, Reply>,
      request: Request,
    ) => ticket.get(OperationClient).call(operation, request, { ...ticket.context, actor });
    expect(await elsewhere(ListFollowUps, {})).toEqual({ items: [] });
    for (const refused of [
      () => elsewhere(GetFollowUp, { itemId }),
      () => elsewhere(PlanFollowUps, { itemIds: [itemId], assigneeId: 'agent-7' }),
      () => elsewhere(ExcludeFollowUp, { itemId, reason: 'anonymous', text: 'x' }),
      () => elsewhere(RecordFollowUp, { results: [{ itemId }], outcome: 'no-answer', channel: 'phone' }),
    ])
      await expect(refused()).rejects.toMatchObject({ code: 'access.forbidden' });
  });
});
const HOURS = [
  { from: '09:00', to: '12:00' },
  { from: '14:00', to: '21:00' },
];
const STANDARD = {
  document: {
    sharePercent: {
      fault: 5,
      complaint: 100,
      'misconduct-report': 100,
      query: 100,
      consultation: 100,
      application: 100,
    },
    faultAtLeast: 1,
    dueWorkingDays: 1,
    latest: '22:00',
    maxTries: 3,
    satisfiedFrom: 4,
    dissatisfiedAtMost: 2,
    hours: Object.fromEntries(
      ['resident', 'organisation', 'sole-trader'].map((kind) => [
        kind,
        { workingDays: HOURS, restDays: HOURS },
      ]),
    ),
  },
};
