import { randomUUID } from 'node:crypto';
import {
  AcknowledgeEscalation,
  CalendarChanged,
  type CalendarChangedPayload,
  type ClockEscalatedPayload,
  GetOverdueFigures,
  ListClockPolicies,
  ListClockPolicyVersions,
  ListClocksOf,
  ListEscalations,
  ListNotifications,
  ListServiceClocks,
  type ListServiceClocksRequest,
  type NoticeDataChange,
  NoticeDataChanged,
  type NoticeDataChangedPayload,
  type NoticeDataKind,
  OpenWorkOrder,
  ReadNotification,
  ReTargetClock,
  type ServiceClockDetails,
  SetClockPolicy,
  SetTicketPolicy,
} from '@switchyard/contracts';
import { CHINESE_CALENDAR_DOCUMENT, type NewWorkOrderEvent } from '@switchyard/domain';
import { CLOCK, HealthRegistry, InProcessBus, InProcessTransport } from '@switchyard/platform';
import { waitFor } from '@switchyard/testing';
import { ForgetNotifications } from '../src/notification/forget-notifications';
import { Notifications } from '../src/notification/notifications.port';
import { WarnOfCalendarEnd } from '../src/calendar/warn-of-calendar-end';
import { ReckonClocksAgain } from '../src/service-clock/reckon-again/reckon-clocks-again';
import { ServiceClocks } from '../src/service-clock/service-clocks';
import { SweepClocks } from '../src/service-clock/sweep-clocks/sweep-clocks.use-case';
import { WorkOrderJournal } from '../src/work-order/work-order-journal';
import { TicketFixture } from './ticket-fixture';

const cn = (local: string): Date => new Date(`${local.replace(' ', 'T')}:00+08:00`);
const iso = (local: string): string => cn(local).toISOString();
const MANY = 3_000;
/** More than are read at once. */
const RECKONED = 450;

describe('time limits', () => {
  let ticket: TicketFixture;
  let hr: InProcessTransport;
  let now: Date;
  let references = 0;
  let told = 0;

  beforeAll(async () => {
    const bus = new InProcessBus();
    ticket = await TicketFixture.start({ bus });
    hr = new InProcessTransport(bus);
    await hr.connect();
    const clock = ticket.get<{ now: () => Date }>(CLOCK as never);
    clock.now = () => now;
  }, 120_000);

  beforeEach(() => {
    now = cn('2026-11-09 09:00');
  });

  afterAll(() => ticket.close());

  /** A work order, opened and then changed; each change comes at its local time. */
  async function workOrder(
    kind: 'complaint' | 'query' | 'suggestion',
    text = '反映停电问题',
  ): Promise<string> {
    const { number } = await ticket.call(OpenWorkOrder, {
      kind,
      phone: '+8613900050001',
      channel: 'voice',
      text,
      reference: `clock-${++references}`,
      ...(kind === 'complaint' && { fields: { demand: '尽快处理' } }),
      ...(kind === 'query' && { fields: { subject: 'bill', identifiedBy: 'phone' } }),
    });
    return number;
  }

  async function happens(number: string, local: string, ...events: NewWorkOrderEvent[]): Promise<void> {
    now = cn(local);
    await ticket.get(WorkOrderJournal).append(number, events, ticket.context);
  }

  const assigned = (department: string): NewWorkOrderEvent => ({ type: 'assigned', data: { department } });
  const clocksOf = async (number: string): Promise<ServiceClockDetails[]> =>
    (await ticket.call(ListClocksOf, { subject: 'work-order', subjectId: number })).items;
  const clockOf = async (number: string, stage: string): Promise<ServiceClockDetails> => {
    const clock = (await clocksOf(number)).find((one) => one.stage === stage);
    if (!clock) throw new Error(`${number} has no clock ${stage}`);
    return clock;
  };
  const list = async (request: ListServiceClocksRequest) =>
    (await ticket.call(ListServiceClocks, request)).items;
  const escalations = async (number: string): Promise<ClockEscalatedPayload[]> =>
    (await ticket.events<ClockEscalatedPayload>('ticket.event.clock-escalated.v1')).filter(
      (payload) => payload.number === number,
    );
  const sweepAll = async (): Promise<void> => {
    while ((await ticket.get(SweepClocks).execute(200)).clocks > 0);
  };

  it('start, stop and end in the transaction of the change that they follow from', async () => {
    const number = await workOrder('complaint');
    expect(await clocksOf(number)).toMatchObject([
      { limit: 'L17', stage: 'forward', owner: 'centre', state: 'running', dueAt: iso('2026-11-09 09:10') },
    ]);
    await happens(number, '2026-11-09 09:05', assigned('business'));
    expect(await clocksOf(number)).toMatchObject([
      { limit: 'L17', state: 'met', metAt: iso('2026-11-09 09:05') },
      {
        limit: 'L12',
        owner: 'business',
        state: 'running',
        dueAt: iso('2026-11-11 17:30'),
        nameZh: '投诉：处理结果',
      },
    ]);
    const [row] = await ticket.query<{ due: Date }>(
      'select next_due_at as due from work_order where number = $1',
      [number],
    );
    expect(row?.due).toEqual(cn('2026-11-11 17:30'));
    const refused = happens(number, '2026-11-09 09:06', { type: 'reopened', data: { reason: '未办结' } });
    await expect(refused).rejects.toMatchObject({ code: 'work-order.not-allowed-in-state' });
    await happens(number, '2026-11-10 10:00', {
      type: 'forwarded',
      data: { department: 'discipline-inspection', reason: '廉政' },
    });
    expect(await clockOf(number, 'department-result')).toMatchObject({
      state: 'ended',
      endedBy: 'forwarded',
    });
    const limits = await list({ owner: 'discipline-inspection', dueFrom: iso('2026-11-16 17:30') });
    expect(limits.map(({ limit, subjectId }) => [limit, subjectId]).sort()).toEqual([
      ['L14', number],
      ['L16', number],
    ]);
  });

  it('of bill and arrears data run from the hand-in to the last notice, in whatever order that is heard (L24, L25)', async () => {
    const tell = (batchId: string, kind: NoticeDataKind, change: NoticeDataChange, local: string) => {
      const payload: NoticeDataChangedPayload = { batchId, kind, change, name: '十一月', at: iso(local) };
      const event = {
        id: randomUUID(),
        subject: NoticeDataChanged.subject,
        payload: JSON.stringify(payload),
      };
      return hr.events.publish([{ ...event, context: '', occurredAt: cn(local), position: ++told }]);
    };
    const clocks = async (subjectId: string) =>
      (await ticket.call(ListClocksOf, { subject: 'notice-data', subjectId })).items;
    const [bills, arrears, stopped] = [randomUUID(), randomUUID(), randomUUID()];
    await tell(bills, 'bill-notice', 'noticed', '2026-11-09 16:00');
    await tell(bills, 'bill-notice', 'received', '2026-11-09 08:30');
    await tell(arrears, 'arrears-reminder', 'received', '2026-11-09 08:30');
    await tell(stopped, 'bill-notice', 'received', '2026-11-09 08:30');
    await tell(stopped, 'bill-notice', 'withdrawn', '2026-11-09 08:40');
    const states = async () =>
      (await Promise.all([bills, arrears, stopped].map(clocks))).map((items) =>
        items.map(({ limit, state, dueAt }) => [limit, state, dueAt]),
      );
    const due = iso('2026-11-10 17:30');
    const expected = [[['L24', 'met', due]], [['L25', 'running', due]], [['L24', 'ended', due]]];
    await waitFor(
      'the limits of the data',
      async () => JSON.stringify(await states()) === JSON.stringify(expected),
      15_000,
    );
  });

  it('are told by notifications that go when the policy’s time is over, those that were read first', async () => {
    const number = await workOrder('complaint');
    now = cn('2026-11-09 09:10');
    await sweepAll();
    const told = async () =>
      (await ticket.query<{ id: string }>('select id from notification where subject_id = $1', [number])).map(
        ({ id }) => id,
      );
    const [first = '', ...others] = await told();
    expect(others.length).toBeGreaterThan(0);
    await ticket.call(ReadNotification, { notificationId: first });
    const after = async (local: string) => {
      now = cn(local);
      await ticket.get(ForgetNotifications).round();
      return told();
    };
    expect(await after('2027-02-09 09:00')).toHaveLength(others.length + 1);
    expect((await after('2027-02-10 09:00')).sort()).toEqual([...others].sort());
    expect(await after('2027-11-11 09:00')).toEqual([]);
    expect(await escalations(number)).toHaveLength(2);
  });

  it('that cannot be told, or reckoned again, hold up no other', async () => {
    const [bad, good] = [await workOrder('complaint'), await workOrder('complaint')];
    const notifications = ticket.get(Notifications);
    const addOne = notifications.add.bind(notifications);
    const add = jest.spyOn(notifications, 'add').mockImplementation((notices) => {
      if (notices.some(({ subjectId }) => subjectId === bad)) throw new Error('the notice cannot be written');
      return addOne(notices);
    });
    now = cn('2026-11-09 09:10');
    await sweepAll();
    expect([(await escalations(bad)).length, (await escalations(good)).length]).toEqual([0, 2]);
    add.mockRestore();
    await sweepAll();
    expect(await escalations(bad)).toEqual([]);
    now = cn('2026-11-09 09:12');
    await sweepAll();
    expect((await escalations(bad)).map(({ level }) => level)).toEqual([1, 2]);

    await ticket.query("update service_clock set basis = 'another' where subject_id = any($1)", [
      [bad, good],
    ]);
    const clocks = ticket.get(ServiceClocks);
    const reckonOne = clocks.reckon.bind(clocks);
    const reckon = jest.spyOn(clocks, 'reckon').mockImplementation((subject) => {
      if (subject.id === bad) throw new Error('the clock cannot be reckoned');
      return reckonOne(subject);
    });
    await ticket.get(ReckonClocksAgain).round();
    reckon.mockRestore();
    const restingElsewhere = () =>
      ticket.query("select subject_id as number from service_clock where basis = 'another'");
    expect(await restingElsewhere()).toEqual([{ number: bad }]);
    now = cn('2026-11-09 09:14');
    await ticket.get(ReckonClocksAgain).round();
    expect(await restingElsewhere()).toEqual([]);
  });

  it('stand still while the work order does, and no level is told meanwhile', async () => {
    const number = await workOrder('query');
    await happens(number, '2026-11-09 09:05', assigned('business'));
    await happens(number, '2026-11-10 09:00', { type: 'paused', data: { reason: '等待客户' } });
    expect(await clockOf(number, 'department-result')).toMatchObject({
      state: 'paused',
      levels: [{ level: 1 }, {}, {}],
    });
    now = cn('2026-11-20 09:00');
    await sweepAll();
    expect(await escalations(number)).toEqual([]);
    await happens(number, '2026-11-20 10:00', { type: 'resumed', data: {} });
    expect(await clockOf(number, 'department-result')).toMatchObject({
      state: 'running',
      dueAt: iso('2026-11-23 17:30'),
      pauses: [{ from: iso('2026-11-10 09:00'), to: iso('2026-11-20 10:00') }],
    });
  });

  it('get another length or a date by hand, with a reason in the history', async () => {
    const number = await workOrder('query');
    const ask = { number, stage: 'department-result', reason: '等待材料' };
    await expect(
      ticket.call(ReTargetClock, { ...ask, unit: 'working-days', value: 3 }),
    ).rejects.toMatchObject({
      code: 'service-clock.not-found',
    });
    await happens(number, '2026-11-09 09:05', assigned('business'));
    for (const wrong of [
      {},
      { unit: 'working-days' as const },
      { dueAt: iso('2026-11-30 12:00'), unit: 'months' as const },
    ]) {
      await expect(ticket.call(ReTargetClock, { ...ask, ...wrong })).rejects.toMatchObject({
        code: 'request.invalid',
      });
    }
    const longer = await ticket.call(ReTargetClock, { ...ask, unit: 'working-days', value: 5 });
    expect(longer).toMatchObject({
      dueBy: 're-targeted',
      dueAt: iso('2026-11-16 17:30'),
      startedAt: iso('2026-11-09 09:05'),
    });
    const byHand = await ticket.call(ReTargetClock, { ...ask, dueAt: iso('2026-11-12 12:00') });
    expect(byHand).toMatchObject({ dueBy: 'manual', dueAt: iso('2026-11-12 12:00') });
    const history = await ticket.get(WorkOrderJournal).history(number);
    expect(history.filter(({ type }) => type === 're-targeted').map(({ data }) => data['reason'])).toEqual([
      '等待材料',
      '等待材料',
    ]);
    await happens(number, '2026-11-10 09:00', { type: 'answered', data: { result: '已查明' } });
    await expect(
      ticket.call(ReTargetClock, { ...ask, unit: 'working-days', value: 9 }),
    ).rejects.toMatchObject({
      code: 'service-clock.not-allowed-in-state',
      details: { state: 'met' },
    });
  });

  it('are told at each level once, in order, to those who are to know; somebody takes note', async () => {
    const number = await workOrder('query');
    await happens(number, '2026-11-09 09:05', assigned('metering'));
    const { clockId } = await clockOf(number, 'department-result');
    await expect(ticket.call(AcknowledgeEscalation, { clockId, level: 1 })).rejects.toMatchObject({
      code: 'service-clock.not-escalated',
    });
    now = cn('2026-11-13 09:00');
    await sweepAll();
    await sweepAll();
    expect((await escalations(number)).map(({ level, recipients }) => [level, recipients])).toEqual([
      [
        1,
        [
          { role: 'owner', department: 'metering' },
          { role: 'liaison', department: 'metering' },
        ],
      ],
      [
        2,
        [
          { role: 'department-head', department: 'metering' },
          { role: 'shift-leader', department: 'centre' },
        ],
      ],
      [
        3,
        [
          { role: 'centre-head', department: 'centre' },
          { role: 'city', department: 'marketing-city' },
        ],
      ],
    ]);
    expect(await clockOf(number, 'department-result')).toMatchObject({
      level: 3,
      breachedAt: iso('2026-11-11 17:30'),
    });
    const note = { clockId, level: 2, note: '已催办' };
    const acknowledged = await ticket.call(AcknowledgeEscalation, note);
    expect(acknowledged.levels[1]).toMatchObject({
      acknowledgedBy: ticket.context.actor.id,
      acknowledgement: '已催办',
    });
    await ticket.call(AcknowledgeEscalation, { ...note, note: '再次' });
    const open = await ticket.call(ListEscalations, { acknowledged: false, owner: 'metering' });
    expect(open.items.map(({ level }) => level.level)).toEqual([3, 1]);
    const mine = { department: 'metering', unread: true } as const;
    const { items } = await ticket.call(ListNotifications, mine);
    expect(items.map(({ role }) => role).sort()).toEqual(['department-head', 'liaison', 'owner']);
    expect(items[0]?.title['zh-CN']).toContain(number);
    const read = await ticket.call(ReadNotification, { notificationId: items[0]!.notificationId });
    expect(read).toMatchObject({ readAt: now.toISOString(), readBy: ticket.context.actor.id });
    expect((await ticket.call(ListNotifications, mine)).items).toHaveLength(2);
    await happens(number, '2026-11-13 10:00', { type: 'answered', data: { result: '已查明' } });
    expect(await clockOf(number, 'department-result')).toMatchObject({
      state: 'met',
      breachedAt: iso('2026-11-11 17:30'),
    });
    await expect(ticket.query('update service_clock_breach set provisional = true')).rejects.toThrow(
      /refused/,
    );
  });

  it('of a merged work order are told to nobody', async () => {
    const [number, other] = [await workOrder('query'), await workOrder('query')];
    await happens(number, '2026-11-09 09:05', assigned('business'));
    await happens(number, '2026-11-09 10:00', { type: 'merged', data: { into: other } });
    now = cn('2026-11-30 09:00');
    await sweepAll();
    expect(await escalations(number)).toEqual([]);
  });

  it('are listed by due date, page by page, by every filter, and summed by owner', async () => {
    const numbers: string[] = [];
    for (let count = 0; count < 3; count += 1) {
      now = cn('2026-11-09 09:00');
      const number = await workOrder('query');
      await happens(number, `2026-11-09 09:0${count + 1}`, assigned('production'));
      numbers.push(number);
    }
    const first = await ticket.call(ListServiceClocks, { owner: 'production', limit: 2 });
    const second = await ticket.call(ListServiceClocks, {
      owner: 'production',
      limit: 2,
      cursor: first.nextCursor,
    });
    const listed = [...first.items, ...second.items].map(({ subjectId }) => subjectId);
    expect(listed.sort()).toEqual([...numbers].sort());
    expect(second.nextCursor).toBeUndefined();
    const backwards = await list({ owner: 'production', sort: '-due' });
    expect(backwards.map(({ clockId }) => clockId)).toEqual(
      [...first.items, ...second.items].map(({ clockId }) => clockId).reverse(),
    );
    const of = { owner: 'production' };
    expect(await list({ ...of, dueBefore: iso('2026-11-11 17:30') })).toHaveLength(0);
    expect(
      await list({ ...of, dueFrom: iso('2026-11-11 17:30'), stage: 'department-result', kind: 'query' }),
    ).toHaveLength(3);
    expect(await list({ ...of, limitId: 'L09' })).toHaveLength(0);
    expect(await list({ ...of, breached: true })).toHaveLength(0);
    now = cn('2026-11-11 17:31');
    await sweepAll();
    expect(await list({ ...of, breached: true, levelFrom: 2 })).toHaveLength(3);
    expect(await list({ ...of, levelFrom: 3 })).toHaveLength(0);
    await happens(numbers[0]!, '2026-11-12 09:00', { type: 'answered', data: { result: '好' } });
    expect(await list({ ...of, state: 'met' })).toHaveLength(1);
    expect(await list({ ...of, state: 'all' })).toHaveLength(3);
    const report = await ticket.call(GetOverdueFigures, {
      from: iso('2026-11-01 00:00'),
      to: iso('2026-12-01 00:00'),
    });
    expect(report.items.find(({ group }) => group === 'production')).toEqual({
      group: 'production',
      started: 3,
      open: 0,
      dueSoon: 0,
      overdue: 2,
      metInTime: 0,
      metLate: 1,
      ended: 0,
      onTimeShare: 0,
    });
    await expect(ticket.call(ListServiceClocks, { cursor: 'bm9uZQ' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    const backwardsSpan = { from: iso('2026-12-01 00:00'), to: iso('2026-11-01 00:00') };
    await expect(ticket.call(GetOverdueFigures, backwardsSpan)).rejects.toMatchObject({
      code: 'request.invalid',
    });
  });

  it('are data: a new version holds for clocks that start from then on, and what makes no sense is refused', async () => {
    const running = await workOrder('query');
    await happens(running, '2026-11-09 09:05', assigned('business'));
    const policy = (await ticket.call(ListClockPolicies, {})).items.find(
      ({ policyId }) => policyId === 'L07',
    )!;
    const target = { value: 1, unit: 'working-days', restDays: 'move-on' };
    const set = {
      policyId: 'L07',
      validFrom: iso('2026-11-09 10:00'),
      reason: '新承诺',
      document: { ...policy.document, target },
    };
    expect(await ticket.call(SetClockPolicy, set)).toMatchObject({ version: 2, reason: '新承诺' });
    await expect(ticket.call(SetClockPolicy, set)).rejects.toMatchObject({
      code: 'service-clock-policy.already-set',
    });
    const past = { ...set, validFrom: iso('2026-11-01 10:00') };
    await expect(ticket.call(SetClockPolicy, past)).rejects.toMatchObject({
      code: 'service-clock-policy.in-past',
    });
    const wrong = { ...set, document: { ...set.document, target: { ...target, value: 0 } } };
    await expect(ticket.call(SetClockPolicy, wrong)).rejects.toMatchObject({
      code: 'service-clock-policy.invalid',
      details: { fields: [{ field: 'document.target.value' }] },
    });
    await expect(ticket.call(SetClockPolicy, { ...set, policyId: 'L08' })).rejects.toMatchObject({
      code: 'service-clock-policy.invalid',
    });
    await expect(ticket.call(ListClockPolicyVersions, { policyId: 'L99' })).rejects.toMatchObject({
      code: 'service-clock-policy.not-found',
    });
    const later = await workOrder('query');
    await happens(later, '2026-11-09 10:30', assigned('business'));
    await happens(running, '2026-11-09 10:40', { type: 'accepted', data: {} });
    expect(await clockOf(running, 'department-result')).toMatchObject({
      policyVersion: 1,
      dueAt: iso('2026-11-11 17:30'),
    });
    expect(await clockOf(later, 'department-result')).toMatchObject({
      policyVersion: 2,
      dueAt: iso('2026-11-10 17:30'),
    });
    const { items } = await ticket.call(ListClockPolicyVersions, { policyId: 'L07' });
    expect(items.map(({ version }) => version)).toEqual([2, 1]);
  });

  it('of outages are reckoned from what is recorded of them', async () => {
    const id = randomUUID();
    const record = (facts: Record<string, string>, type: string, at: string, data = {}) =>
      ticket
        .get(ServiceClocks)
        .record(
          { subject: 'outage', id, facts, events: [{ type, at: cn(at), owner: 'centre', data }] },
          ticket.context,
        );
    const facts = { kind: 'planned', areaCode: '320102' };
    await record(facts, 'registered', '2026-11-09 09:00', { startsAt: iso('2026-11-25 08:00') });
    await record(facts, 'announced', '2026-11-10 09:00');
    const { items } = await ticket.call(ListClocksOf, { subject: 'outage', subjectId: id });
    expect(items.map(({ limit, state, dueAt }) => [limit, state, dueAt])).toEqual([
      ['L27', 'met', iso('2026-11-18 08:00')],
      ['L29', 'running', iso('2026-11-09 09:10')],
    ]);
  });

  describe('beyond the calendar', () => {
    const calendar = (
      version: number,
      coveredTo: string,
      holidays: readonly string[],
    ): CalendarChangedPayload => {
      const { id, source, sourceVersion, coverage, workingWeekdays, overrides } = CHINESE_CALENDAR_DOCUMENT;
      const days = holidays.map((date) => ({
        date,
        kind: 'holiday' as const,
        nameZh: '元旦',
        nameEn: "New Year's Day",
      }));
      return {
        calendarId: id,
        version,
        source,
        sourceVersion,
        coveredFrom: coverage.from,
        coveredTo,
        workingWeekdays: [...workingWeekdays],
        days: [...overrides, ...days],
      };
    };
    const tell = (payload: CalendarChangedPayload) =>
      hr.events.publish([
        {
          id: randomUUID(),
          subject: CalendarChanged.subject,
          payload: JSON.stringify(payload),
          context: '',
          occurredAt: now,
          position: payload.version,
        },
      ]);

    it('nothing is refused: provisional at first, a breach that rested on it withdrawn, firm once the year is known', async () => {
      now = cn('2026-12-31 09:00');
      const number = await workOrder('complaint');
      await happens(number, '2026-12-31 09:05', assigned('business'));
      const provisional = await clockOf(number, 'department-result');
      expect(provisional).toMatchObject({ provisional: true, dueAt: iso('2027-01-04 17:30') });
      const suggestion = await workOrder('suggestion');
      await happens(suggestion, '2026-12-31 09:10', assigned('expert-group'));
      now = cn('2027-01-05 09:00');
      await sweepAll();
      expect(await clockOf(number, 'department-result')).toMatchObject({
        breachedAt: iso('2027-01-04 17:30'),
      });
      await tell(calendar(2, '2027-12-31', ['2027-01-01', '2027-01-04', '2027-01-05']));
      const firm = async () => !(await clockOf(number, 'department-result')).provisional;
      await waitFor('firm due dates', firm, 30_000);
      const now2027 = await clockOf(number, 'department-result');
      expect(now2027).toMatchObject({
        dueAt: iso('2027-01-06 17:30'),
        levels: [{ level: 1 }, { level: 2 }, {}],
      });
      expect(now2027.breachedAt).toBeUndefined();
      const facts = await ticket.query<{ fact: string; provisional: boolean }>(
        'select fact, provisional from service_clock_breach where clock_id = $1 order by seq',
        [now2027.clockId],
      );
      expect(facts).toEqual([
        { fact: 'breached', provisional: true },
        { fact: 'withdrawn', provisional: false },
      ]);
      await tell(calendar(1, '2026-12-31', []));
      const result = await clockOf(suggestion, 'department-result');
      expect(result.provisional).toBe(false);
    });

    it('the operator is warned 60 days before, once a day', async () => {
      const warning = ticket.get(WarnOfCalendarEnd);
      const told = async () =>
        (await ticket.call(ListNotifications, { role: 'operator', kind: 'calendar-ends' })).items;
      const before = (await told()).length;
      now = cn('2027-10-31 12:00');
      await warning.check();
      expect(await told()).toHaveLength(before);
      now = cn('2027-11-01 12:00');
      await warning.check();
      await warning.check();
      expect(await told()).toHaveLength(before + 1);
      expect((await told())[0]).toMatchObject({ title: { 'zh-CN': '请导入下一年度节假日安排' } });
      const { notes } = await ticket.get(HealthRegistry).readiness();
      expect(notes?.['working-calendar']).toContain('ends on 2027-12-31, in 60 days');
    });

    it(`other hours of business move what is due, of ${RECKONED} clocks that run too, and nothing is left out`, async () => {
      now = cn('2027-03-01 09:00');
      const number = await workOrder('query');
      await happens(number, '2027-03-01 09:05', assigned('business'));
      await ticket.query(
        `with subject as (
           insert into service_clock_subject (subject, subject_id, facts, updated_at)
           select 'notice-data', 'hours-' || n, '{}', $1 from generate_series(1, $2) as n returning subject_id),
         event as (
           insert into service_clock_event (subject, subject_id, seq, type, at, owner, data, recorded_by)
           select 'notice-data', subject_id, 1, 'bill-data-received', $1, 'centre', '{}', 'test' from subject)
         insert into service_clock (id, subject, subject_id, stage, owner, cycle, limit_id, policy_id, policy_version,
           state, started_at, target, due_by, pauses, due_at, provisional, breaches_at, basis, reckoned_at)
         select gen_random_uuid(), 'notice-data', subject_id, 'bill-notices', 'centre', 1, 'L24', 'L24', 1, 'running',
           $1, '{}', 'policy', '[]', $3, false, $3, 'another calendar', $1 from subject`,
        [now, RECKONED, cn('2027-03-02 17:30')],
      );
      const document = { days: 'working-days', segments: [{ from: '09:00', to: '16:00' }], weekdays: [] };
      await ticket.call(SetTicketPolicy, {
        name: 'service-hours',
        validFrom: iso('2027-03-02 00:00'),
        document,
      });
      await ticket.get(ReckonClocksAgain).round();
      expect(await clockOf(number, 'department-result')).toMatchObject({ dueAt: iso('2027-03-02 16:00') });
      const [reckoned] = await ticket.query<{ clocks: number; due: Date[] }>(
        `select count(*)::integer as clocks, array_agg(distinct due_at) as due from service_clock
         where subject_id like 'hours-%' and state = 'running'`,
      );
      expect(reckoned).toEqual({ clocks: RECKONED, due: [cn('2027-03-02 16:00')] });
      const [left] = await ticket.query<{ count: number }>(
        `select count(distinct basis)::integer as count from service_clock where state in ('running', 'paused')`,
      );
      expect(left?.count).toBe(1);
    });
  });

  it(`${MANY} that come due at once are swept by four at a time: none is missing, none told twice, each clock's levels in order`, async () => {
    now = cn('2027-03-05 09:00');
    const [{ basis } = { basis: '' }] = await ticket.query<{ basis: string }>(
      `select basis from service_clock where state = 'running' order by reckoned_at desc limit 1`,
    );
    await ticket.query(
      `with clock as (
         insert into service_clock (id, subject, subject_id, kind, stage, owner, cycle, limit_id, policy_id, policy_version,
           state, started_at, target, due_by, pauses, due_at, provisional, breaches_at, next_at, basis, reckoned_at)
         select gen_random_uuid(), 'notice-data', 'bulk-' || n, null, 'bill-notices', 'bulk', 1, 'L24', 'L24', 1, 'running',
           $1, '{"unit":"working-days","value":1,"restDays":"move-on"}', 'policy', '[]', $2, false, $2, $2, $3, $1
         from generate_series(1, $4) as n returning id)
       insert into service_clock_alarm (clock_id, level, at, recipients, lapsed)
       select id, level, $2, array['owner'], false from clock, generate_series(1, 3) as level`,
      [cn('2027-03-01 09:00'), cn('2027-03-04 17:30'), basis, MANY],
    );
    const sweeper = async (): Promise<void> => {
      while ((await ticket.get(SweepClocks).execute(250)).clocks > 0);
    };
    await Promise.all([sweeper(), sweeper(), sweeper(), sweeper()]);
    await waitFor(
      'the service’s own sweep',
      async () => {
        const [left] = await ticket.query<{ left: number }>(
          `select count(*)::integer as left from service_clock where owner = 'bulk' and breached_at is null`,
        );
        return left?.left === 0;
      },
      30_000,
    );
    const [told] = await ticket.query<{ events: number; pairs: number; disordered: number }>(
      `with told as (
         select seq, payload::json->>'clockId' as clock, (payload::json->>'level')::integer as level
         from outbox where subject = 'ticket.event.clock-escalated.v1' and payload::json->>'owner' = 'bulk')
       select count(*)::integer as events, count(distinct (clock, level))::integer as pairs,
         (select count(*)::integer from told one join told other using (clock)
          where one.level < other.level and one.seq > other.seq) as disordered from told`,
    );
    expect(told).toEqual({ events: 3 * MANY, pairs: 3 * MANY, disordered: 0 });
    const [notified] = await ticket.query<{ count: number }>(
      `select count(*)::integer as count from notification where department = 'bulk'`,
    );
    expect(notified?.count).toBe(3 * MANY);
  }, 120_000);
});
