import {
  AcceptHandover,
  BeginHandover,
  CancelHandover,
  GetDuty,
  GetHandover,
  GetHandoverHistory,
  GetWorkOrder,
  type HandoverView,
  ListHandovers,
  ListMatters,
  MaySignOut,
  NoteInHandover,
  OpenWorkOrder,
  type Operation,
  PutArea,
  RecordMatter,
  RecordSystemFault,
  RegisterOutage,
  SendBackHandover,
  SetTicketPolicy,
  SettleMatter,
  SubmitHandover,
  TakeDuty,
  type WorkOrderKind,
} from '@switchyard/contracts';
import { OperationClient } from '@switchyard/platform';
import { waitFor } from '@switchyard/testing';
import { TicketFixture } from './ticket-fixture';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

describe('handovers', () => {
  let ticket: TicketFixture;
  let orders = 0;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
    await ticket.call(PutArea, { code: '320104', name: '秦淮区', class: 'urban' });
  }, 120_000);

  afterAll(() => ticket.close());

  const as =
    (name: string) =>
    <Request extends object, Reply extends object>(
      operation: Operation<Request, Reply>,
      request: Request,
    ) => {
      const context = { ...ticket.context, actor: { ...ticket.context.actor, id: `u-${name}`, name } };
      return ticket.get(OperationClient).call(operation, request, context, { timeoutMs: 60_000 });
    };
  const open = async (kind: WorkOrderKind, by = as('Wang')): Promise<string> =>
    (await by(OpenWorkOrder, { kind, text: '事项', reference: `handover-${++orders}` })).number;
  const responsibleFor = async (number: string) => (await ticket.call(GetWorkOrder, { number })).responsible;
  const verdict = async (agent: string) => {
    const { allowed, reasons } = await ticket.call(MaySignOut, { agent });
    return [allowed, ...reasons.map(({ code }) => code)];
  };
  const numbers = ({ items }: { items: readonly { number: string }[] }) => items.map(({ number }) => number);

  it('pass the shift: assembled, noted, submitted, accepted; what is open moves to the relief and to agents', async () => {
    const [wang, li] = [as('Wang'), as('li')];
    const [fault, complaint, mine] = [
      await open('fault'),
      await open('complaint'),
      await open('consultation'),
    ];
    const others = await open('suggestion', as('zhao'));
    const outage = await ticket.call(RegisterOutage, {
      kind: 'fault',
      areaCode: '320104',
      startsAt: inHours(-1),
      cause: '断线',
    });
    const { matterId } = await as('zhao')(RecordMatter, { text: '转告抢修班：客户下午不在家' });

    await as('zhao')(RecordSystemFault, {
      component: '录音服务器',
      symptom: '磁盘已满',
      since: inHours(-2),
      toldTo: '技术支持部',
      reference: 'fault-log-1',
    });

    expect(await wang(TakeDuty, {})).toMatchObject({ leader: 'wang' });
    await expect(li(TakeDuty, {})).rejects.toMatchObject({
      code: 'duty.already-taken',
      details: { leader: 'wang' },
    });
    expect(await verdict('WANG')).toEqual([false, 'handover-missing']);
    expect(await verdict('li')).toEqual([true]);

    await expect(wang(BeginHandover, { shift: '早班', relief: 'WANG' })).rejects.toMatchObject({
      code: 'handover.relief-is-self',
    });
    const draft = await wang(BeginHandover, { shift: '早班 2026-03-02', relief: 'Li' });
    const { handoverId } = draft;
    expect(draft).toMatchObject({ state: 'draft', outgoing: 'wang', relief: 'li' });
    expect(numbers(draft.content.unfinished.fault)).toEqual([fault]);
    expect(numbers(draft.content.unfinished.complaint)).toEqual([complaint]);
    expect(numbers(draft.content.unfinished.consultation)).toEqual([mine]);
    expect(draft.content.unfinished.other).toMatchObject({ total: 1, items: [{ number: others }] });
    expect(draft.content.emergencies).toMatchObject([{ outageId: outage.outageId }]);
    expect(draft.content.unsent).toMatchObject([{ matterId, recordedBy: 'zhao' }]);
    expect(draft.content.system).toMatchObject([
      { well: false, detail: 'no answer' },
      { well: true, detail: expect.stringContaining('given up 0') as unknown },
      { part: '录音服务器', well: false, detail: '磁盘已满 → 技术支持部' },
    ]);
    await expect(wang(BeginHandover, { shift: '早班', relief: 'zhao' })).rejects.toMatchObject({
      code: 'handover.already-open',
      details: { handoverId },
    });

    expect(await verdict('wang')).toEqual([false, 'handover-draft']);
    await wang(NoteInHandover, { handoverId, section: 'system', text: '3 号坐席耳机故障' });
    await expect(
      as('zhao')(NoteInHandover, { handoverId, section: 'other', text: 'x' }),
    ).rejects.toMatchObject({
      code: 'handover.not-outgoing',
    });
    await expect(li(AcceptHandover, { handoverId })).rejects.toMatchObject({
      code: 'handover.not-allowed-in-state',
      details: { state: 'draft' },
    });
    await wang(SubmitHandover, { handoverId });
    await li(SendBackHandover, { handoverId, reason: '请补充停电情况' });
    await wang(NoteInHandover, { handoverId, section: 'outages', text: '预计 18 时恢复' });
    const submitted = await wang(SubmitHandover, { handoverId });
    expect(await verdict('wang')).toEqual([false, 'handover-not-accepted']);
    const after = await open('fault');
    expect((await ticket.call(GetHandover, { handoverId })).content).toEqual(submitted.content);

    await expect(wang(AcceptHandover, { handoverId })).rejects.toMatchObject({ code: 'handover.not-relief' });
    await expect(
      li(AcceptHandover, { handoverId, assignments: [{ number: 'W0', to: 'u-sun' }] }),
    ).rejects.toMatchObject({ code: 'handover.assignment-unknown', details: { numbers: ['W0'] } });
    const accepted = await li(AcceptHandover, {
      handoverId,
      briefing: '重点关注秦淮区故障',
      assignments: [
        { number: fault, to: 'u-sun' },
        { number: others, to: 'u-sun' },
      ],
    });
    expect(accepted).toMatchObject({ state: 'accepted', moved: 5, briefing: '重点关注秦淮区故障' });
    expect(accepted.notes.map(({ section, by }) => [section, by])).toEqual([
      ['system', 'wang'],
      ['outages', 'wang'],
    ]);
    expect(await Promise.all([fault, others, complaint, mine, after].map(responsibleFor))).toEqual([
      'u-sun',
      'u-sun',
      'u-li',
      'u-li',
      'u-li',
    ]);
    expect(await ticket.call(GetDuty, {})).toMatchObject({ duty: { leader: 'li' } });
    expect(await verdict('wang')).toEqual([true]);
    expect(await verdict('li')).toEqual([false, 'handover-missing']);

    const { items } = await ticket.call(GetHandoverHistory, { handoverId });
    expect(items.map(({ change, actor }) => `${change} ${actor}`)).toEqual([
      'begun wang',
      'noted wang',
      'submitted wang',
      'sent-back li',
      'noted wang',
      'submitted wang',
      'accepted li',
    ]);
    await expect(ticket.query(`update handover set shift = 'x' where id = $1`, [handoverId])).rejects.toThrow(
      'is refused',
    );
    await expect(ticket.query('delete from handover_event')).rejects.toThrow('is refused');

    const settled = await li(SettleMatter, { matterId, result: '已转告' });
    expect(settled).toMatchObject({ recordedBy: 'zhao', result: '已转告', settledBy: 'li' });
    expect(await wang(SettleMatter, { matterId, result: '又一次' })).toEqual(settled);
    expect((await as('zhao')(ListMatters, { recordedBy: 'Zhao', settled: true })).items).toEqual([settled]);
  });

  it('are taken over by one only, also when accepted twice at the same moment', async () => {
    const [sun, qian] = [as('sun'), as('qian')];
    const number = await open('fault', sun);
    // More than can be moved at once.
    const many = await Promise.all(Array.from({ length: 60 }, () => open('consultation', sun)));
    const { handoverId } = await sun(BeginHandover, { shift: '晚班', relief: 'qian' });
    await sun(SubmitHandover, { handoverId });
    const answers = await Promise.allSettled([1, 2, 3].map(() => qian(AcceptHandover, { handoverId })));
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    const later = await open('consultation', sun);
    const [accepted] = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
    expect(accepted?.moved).toBeGreaterThanOrEqual(61);
    const left = () =>
      ticket.query(`select from work_order where number = any($1) and responsible <> 'u-qian'`, [many]);
    await waitFor('the last of them', async () => (await left()).length === 0, 20_000);
    expect(await responsibleFor(later)).toBe('u-sun');
    const moves = await ticket.query(
      `select from work_order_event where work_order_number = $1 and type = 'responsibility-moved'`,
      [number],
    );
    expect(moves).toHaveLength(1);
    const open_ = await ticket.query('select from shift_duty where until is null');
    expect(open_).toHaveLength(1);
  });

  it('may be taken back, and another begun', async () => {
    const zhou = as('zhou');
    const { handoverId } = await zhou(BeginHandover, { shift: '夜班', relief: 'wu' });
    expect(await zhou(CancelHandover, { handoverId, reason: '换人接班' })).toMatchObject({
      state: 'cancelled',
    });
    expect(await zhou(BeginHandover, { shift: '夜班', relief: 'zheng' })).toMatchObject({ state: 'draft' });
  });

  it('tell an agent of cases in hand, and keep the agent where the policy says so', async () => {
    const number = await open('consultation');
    await ticket.query(`update work_order set assignee = 'u-feng' where number = $1`, [number]);
    const ask = () => ticket.call(MaySignOut, { agent: 'feng', accountId: 'u-feng' });
    expect(await ask()).toMatchObject({
      allowed: true,
      reasons: [{ code: 'cases-in-hand', blocks: false, count: 1 }],
    });
    await ticket.call(SetTicketPolicy, {
      name: 'handover',
      validFrom: new Date().toISOString(),
      document: { urgeWithinHours: 24, outagesWithinHours: 168, mostItems: 10, casesInHand: 'refuse' },
    });
    expect(await ask()).toMatchObject({ allowed: false, reasons: [{ code: 'cases-in-hand', blocks: true }] });
  });

  it('are listed by state, leader and time, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ticket.call(ListHandovers, { limit: 2, cursor });
      seen.push(...page.items.map(({ handoverId }) => handoverId));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(4);
    const state = async (filter: object): Promise<HandoverView['state'][]> =>
      (await ticket.call(ListHandovers, filter)).items.map((item) => item.state);
    expect(await state({ outgoing: 'Zhou' })).toEqual(['draft', 'cancelled']);
    expect(await state({ relief: 'li', state: 'accepted' })).toEqual(['accepted']);
    expect(await state({ from: inHours(1) })).toEqual([]);
  });
});
