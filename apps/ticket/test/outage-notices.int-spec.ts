import { randomUUID } from 'node:crypto';
import {
  CancelOutage,
  ConfirmOutageNotice,
  type ContactHandedOffPayload,
  GetNoticePlans,
  GetOutageHistory,
  ListAffectedAccounts,
  ListClocksOf,
  ListKnownOutages,
  ListMaintenance,
  ListOutageNotices,
  type ListOutageNoticesRequest,
  ListOutages,
  type NoticeDeliveredPayload,
  type NoticePlanView,
  OpenWorkOrder,
  type OutageNoticeEscalatedPayload,
  type OutageView,
  PlanChangeNotices,
  PutArea,
  RegisterAccount,
  RegisterMaintenance,
  type RegisterMaintenanceRequest,
  RegisterOutage,
  type RegisterOutageRequest,
  RestoreOutage,
  StartOutageNotices,
  UpdateOutage,
} from '@switchyard/contracts';
import { DomainError, OperationClient, UnitOfWork } from '@switchyard/platform';
import { waitFor } from '@switchyard/testing';
import { ConfirmNoticeWhenDelivered } from '../src/outage/notice-plan/confirm-outage-notice/confirm-notice-when-delivered.handler';
import { FailNoticeWhenHandedOff } from '../src/outage/notice-plan/confirm-outage-notice/fail-notice-when-handed-off.handler';
import { WorkOrderJournal } from '../src/work-order/work-order-journal';
import { EscalateNotices } from '../src/outage/notice-plan/escalate-notices';
import { TicketFixture } from './ticket-fixture';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

const until = (condition: () => Promise<boolean>, what: string) => waitFor(what, condition, 15_000);

interface Batch {
  readonly name: string;
  state: 'draft' | 'ready' | 'running' | 'stopped';
  readonly rows: Record<string, unknown>[];
  readonly imports: Set<string>;
}

/** The dialler as far as ticket asks it. */
class Dialler {
  readonly batches = new Map<string, Batch>();
  away = false;

  answer(subject: string, request: Record<string, unknown>): object {
    if (this.away) throw new DomainError('service.unavailable', 'nobody answers');
    const batch = this.batches.get(String(request.batchId));
    switch (subject) {
      case 'ivr.command.create-batch.v1': {
        const id = randomUUID();
        this.batches.set(id, { name: String(request.name), state: 'draft', rows: [], imports: new Set() });
        return { id };
      }
      case 'ivr.command.import-rows.v1': {
        const rows = request.rows as Record<string, unknown>[];
        const bytes = JSON.stringify(rows);
        if (batch?.imports.has(bytes)) throw new DomainError('import.already-imported', 'the same');
        batch?.imports.add(bytes);
        const taken = rows.filter(({ phone }) => phone !== '+8613900000000');
        batch?.rows.push(...taken);
        if (batch && taken.length > 0) batch.state = 'ready';
        return { id: randomUUID(), rowsRefused: rows.length - taken.length };
      }
      case 'ivr.query.list-row-errors.v1':
        return { items: [{ line: 1 }] };
      case 'ivr.command.start-batch.v1':
        if (batch?.state !== 'ready') throw new DomainError('batch.not-allowed-in-state', 'not ready');
        batch.state = 'running';
        return {};
      case 'ivr.command.stop-batch.v1':
        if (batch?.state !== 'running') throw new DomainError('batch.not-allowed-in-state', 'not running');
        batch.state = 'stopped';
        return {};
      default:
        throw new Error(`ticket asked for ${subject}`);
    }
  }
}

describe('notices of outages', () => {
  let ticket: TicketFixture;
  const dialler = new Dialler();
  let areas = 0;
  let accounts = 0;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
    const client = ticket.get(OperationClient);
    const call = client.call.bind(client);
    jest
      .spyOn(client, 'call')
      .mockImplementation((...[operation, ...rest]: Parameters<typeof call>) =>
        operation.subject.startsWith('ivr.')
          ? new Promise((resolve) =>
              resolve(dialler.answer(operation.subject, rest[0] as Record<string, unknown>)),
            )
          : call(operation, ...rest),
      );
  }, 120_000);

  afterAll(() => ticket.close());

  async function area(): Promise<string> {
    const code = `zone-${++areas}`;
    await ticket.call(PutArea, { code, name: `第${areas}区`, class: 'urban' });
    return code;
  }

  async function account(areaCode: string, important: boolean, phones = ['+8613900010001']): Promise<string> {
    const accountNo = `A-${String(++accounts).padStart(4, '0')}`;
    const kind = important ? 'organisation' : 'resident';
    await ticket.call(RegisterAccount, {
      accountNo,
      name: `客户${accounts}`,
      kind,
      phones,
      areaCode,
      important,
    });
    return accountNo;
  }

  const register = (areaCode: string, changed: Partial<RegisterOutageRequest> = {}): Promise<OutageView> =>
    ticket.call(RegisterOutage, {
      kind: 'fault',
      areaCode,
      startsAt: inHours(-1),
      cause: '断线',
      ...changed,
    });
  const plans = async ({ outageId }: OutageView) => (await ticket.call(GetNoticePlans, { outageId })).items;
  const notices = async (filter: ListOutageNoticesRequest) =>
    (await ticket.call(ListOutageNotices, filter)).items;

  async function plan(outage: OutageView, occasion: NoticePlanView['occasion']): Promise<NoticePlanView> {
    let found: NoticePlanView | undefined;
    await until(async () => {
      found = (await plans(outage)).find((one) => one.occasion === occasion && one.madeAt !== undefined);
      return found !== undefined;
    }, `the ${occasion} is planned`);
    if (!found) throw new Error('unreachable');
    return found;
  }

  const running = (batchId: string | undefined) => {
    const batch = dialler.batches.get(batchId ?? '');
    return batch?.state === 'running' ? batch : undefined;
  };

  async function called(
    outage: OutageView,
    group: 'importantBatchId' | 'othersBatchId',
    occasion = 'announcement',
  ) {
    let batch: Batch | undefined;
    await until(async () => {
      const made = (await plans(outage)).find((one) => one.occasion === occasion);
      batch = running(made?.[group]);
      return batch !== undefined;
    }, `calls for the ${occasion} are running`);
    if (!batch) throw new Error('unreachable');
    return batch;
  }

  const meta = () => ({ id: randomUUID(), occurredAt: new Date(), context: ticket.context });
  const contact = (planId: string, accountNo: string) => ({
    contactId: '1',
    batchId: randomUUID(),
    kind: 'outage-notice' as const,
    accountNo,
    period: planId,
    at: new Date().toISOString(),
    attempts: [],
  });
  const delivered = (planId: string, accountNo: string) => {
    const payload: NoticeDeliveredPayload = {
      ...contact(planId, accountNo),
      callId: 'call-1',
      direction: 'out',
    };
    return ticket.get(ConfirmNoticeWhenDelivered).on(payload, meta());
  };
  const handedOff = (planId: string, accountNo: string) => {
    const payload: ContactHandedOffPayload = {
      ...contact(planId, accountNo),
      reason: 'exhausted',
      target: 'shift-leader',
    };
    return ticket.get(FailNoticeWhenHandedOff).on(payload, meta());
  };
  const escalations = async (planId: string) =>
    (await ticket.events<OutageNoticeEscalatedPayload>('ticket.event.outage-notice-escalated.v1')).filter(
      (event) => event.planId === planId,
    );
  const hasten = () =>
    ticket
      .get(UnitOfWork)
      .execute(
        `update outage_notice set escalates_at = now() - interval '1 second' where escalates_at is not null`,
      );

  it('are planned at once for all areas, important customers first and called without anybody’s word (L29, art. 19)', async () => {
    const [north, south] = [await area(), await area()];
    const hospital = await account(north, true);
    const school = await account(south, true);
    const resident = await account(south, false);
    await account(await area(), true);
    const outage = await register(north, { areaCodes: [south], expectedRestorationAt: inHours(2) });
    expect((await ticket.call(ListKnownOutages, { areaCode: south })).outages).toMatchObject([
      { areaCode: south },
    ]);
    const { items } = await ticket.call(ListAffectedAccounts, { outageId: outage.outageId });
    expect(items.map(({ accountNo }) => accountNo)).toEqual([hospital, school, resident]);

    const { rows } = await called(outage, 'importantBatchId');
    expect(rows).toMatchObject([
      {
        accountNo: hospital,
        area: '第1区',
        cause: '断线',
        occasion: 'announcement',
        customerKind: 'organisation',
        startsAt: outage.startsAt,
        restorationAt: outage.expectedRestorationAt,
      },
      { accountNo: school, area: '第2区' },
    ]);
    const { planId, important, others, othersStarted } = await plan(outage, 'announcement');
    expect({ important, others, othersStarted }).toMatchObject({
      important: { all: 2, confirmed: 0 },
      others: { all: 1, underWay: 1 },
      othersStarted: false,
    });
    await ticket.call(StartOutageNotices, { planId });
    expect((await called(outage, 'othersBatchId')).rows).toMatchObject([{ accountNo: resident }]);

    await delivered(planId, hospital);
    await delivered(planId, hospital);
    expect(await notices({ planId, important: true })).toMatchObject([
      { accountNo: hospital, state: 'confirmed', proof: 'answered-call', confirmedBy: 'call:call-1' },
      { accountNo: school, state: 'calling' },
    ]);
    await delivered(randomUUID(), hospital);
  });

  it('of important customers escalate, more people each time, until somebody confirms', async () => {
    const code = await area();
    const accountNo = await account(code, true);
    const outage = await register(code);
    await called(outage, 'importantBatchId');
    const { planId } = await plan(outage, 'announcement');
    expect(await escalations(planId)).toEqual([]);
    await handedOff(planId, accountNo);
    await until(async () => (await escalations(planId)).length === 1, 'the first escalation');
    await hasten();
    await until(async () => (await escalations(planId)).length === 2, 'the second escalation');
    expect(await escalations(planId)).toMatchObject([
      { level: 1, recipients: ['agents'], recipient: `account:${accountNo}`, failure: 'exhausted' },
      { level: 2, recipients: ['agents', 'shift-leader'] },
    ]);
    const recipient = `account:${accountNo}`;
    const confirmation = {
      planId,
      recipient,
      proof: 'fax' as const,
      confirmedBy: '值班室 王工',
      note: '已收',
    };
    const confirmed = await ticket.call(ConfirmOutageNotice, confirmation);
    expect(confirmed).toMatchObject({ state: 'confirmed', proof: 'fax', confirmedBy: '值班室 王工' });
    expect(await ticket.call(ConfirmOutageNotice, { ...confirmation, proof: 'phone' })).toMatchObject({
      proof: 'fax',
    });
    expect(await notices({ planId, open: true })).toEqual([]);
    expect(confirmed.escalatesAt).toBeUndefined();
    await expect(
      ticket.call(ConfirmOutageNotice, { ...confirmation, recipient: 'account:nobody' }),
    ).rejects.toMatchObject({ code: 'outage-notice.not-found' });
  });

  it('of important customers without a number, or with one that is refused, go to a person at once', async () => {
    const code = await area();
    const silent = await account(code, true, []);
    const refused = await account(code, true, ['+8613900000000']);
    const outage = await register(code);
    const { planId } = await plan(outage, 'announcement');
    await until(async () => (await escalations(planId)).length === 2, 'both are escalated');
    expect(await notices({ planId })).toMatchObject([
      { accountNo: silent, state: 'failed', failure: 'no-number', escalationLevel: 1 },
      { accountNo: refused, state: 'failed', failure: 'number-refused', escalationLevel: 1 },
    ]);
  });

  it('wait for a dialler that is away, and are sent once', async () => {
    const code = await area();
    await account(code, true);
    dialler.away = true;
    const outage = await register(code);
    await plan(outage, 'announcement');
    await until(
      () => Promise.resolve(ticket.log.includes('an outage notice waits')),
      'the failure is logged',
    );
    expect((await plans(outage))[0]?.importantBatchId).toBeUndefined();
    dialler.away = false;
    await ticket.get(UnitOfWork).execute('update outage_notice_plan set next_try_at = now()');
    expect((await called(outage, 'importantBatchId')).rows).toHaveLength(1);
  });

  it('end with the outage, and everybody who reported it is told that supply is back, each once', async () => {
    const code = await area();
    const important = await account(code, true);
    const reporter = await account(code, false);
    const outage = await register(code);
    await called(outage, 'importantBatchId');
    const report = async (
      reference: string,
      facts: { accountNo?: string; phone?: string; anonymous?: boolean },
    ) => {
      const request = { kind: 'fault' as const, text: '没电', areaCode: code, reference, ...facts };
      const { number } = await ticket.call(OpenWorkOrder, request);
      const linked = { type: 'outage-linked' as const, data: { outageId: outage.outageId } };
      await ticket.get(WorkOrderJournal).append(number, [linked], ticket.context);
      return number;
    };
    await report('r1', { accountNo: reporter, phone: '+8613900010009' });
    await report('r2', { accountNo: reporter, phone: '+8613900010009' });
    const stranger = await report('r3', { phone: '+8613900010010' });
    await report('r4', { anonymous: true });
    await ticket.call(RestoreOutage, { outageId: outage.outageId });
    const others = await called(outage, 'othersBatchId', 'restoration');
    expect(others.rows.map(({ accountNo, phone, occasion }) => [accountNo, phone, occasion])).toEqual([
      [reporter, '+8613900010009', 'restoration'],
      [stranger, '+8613900010010', 'restoration'],
    ]);
    expect((await called(outage, 'importantBatchId', 'restoration')).rows).toMatchObject([
      { accountNo: important },
    ]);
    const [announcement] = await plans(outage);
    expect(announcement).toMatchObject({ occasion: 'announcement', endedAt: expect.any(String) as string });
    await until(
      () => Promise.resolve(dialler.batches.get(announcement?.importantBatchId ?? '')?.state === 'stopped'),
      'nobody is told any more that it is out',
    );
    expect(await notices({ planId: announcement?.planId, state: 'dropped' })).toHaveLength(2);
    const { planId } = await plan(outage, 'restoration');
    await delivered(planId, stranger);
    expect(await notices({ planId, state: 'confirmed' })).toMatchObject([{ recipient: `order:${stranger}` }]);
  });

  it('tell whoever was told that it does not take place, and of changes when the shift leader wants it', async () => {
    const code = await area();
    const told = await account(code, true);
    const outage = await register(code, {
      kind: 'planned',
      startsAt: inHours(24 * 9),
      announcedAt: inHours(-1),
    });
    await called(outage, 'importantBatchId');
    await ticket.call(UpdateOutage, {
      outageId: outage.outageId,
      startsAt: inHours(24 * 10),
      reason: '天气',
    });
    await ticket.call(PlanChangeNotices, { outageId: outage.outageId });
    expect((await called(outage, 'importantBatchId', 'change')).rows).toMatchObject([{ occasion: 'change' }]);
    expect((await plans(outage)).map(({ endedAt }) => endedAt !== undefined)).toEqual([true, false]);
    await ticket.call(CancelOutage, { outageId: outage.outageId, reason: '检修取消' });
    const { rows } = await called(outage, 'importantBatchId', 'cancellation');
    expect(rows).toMatchObject([{ accountNo: told, occasion: 'cancellation' }]);
    const { items } = await ticket.call(GetOutageHistory, { outageId: outage.outageId });
    expect(items.map(({ change, reason }) => [change, reason])).toEqual([
      ['registered', undefined],
      ['changed', '天气'],
      ['cancelled', '检修取消'],
    ]);
  });

  it('are planned though others cannot be escalated at that moment', async () => {
    const escalate = jest
      .spyOn(ticket.get(EscalateNotices), 'execute')
      .mockRejectedValue(new Error('not now'));
    try {
      const made = await plan(await register(await area()), 'announcement');
      expect(made.madeAt).toBeDefined();
      expect(escalate).toHaveBeenCalled();
    } finally {
      escalate.mockRestore();
    }
  });

  it('are limits of the outage: approved maintenance, announcement, call plan (L26, L27, L29)', async () => {
    const code = await area();
    const { maintenanceId } = await ticket.call(RegisterMaintenance, {
      reference: 'JX-L26',
      kind: 'planned',
      title: '检修',
      approvedBy: '李总',
      areaCodes: [code],
      approvedAt: inHours(-1),
      startsAt: inHours(24 * 9),
      endsAt: inHours(24 * 9 + 4),
    });
    const startsAt = inHours(24 * 9);
    const outage = await register(code, { kind: 'planned', startsAt, maintenanceId });
    await plan(outage, 'announcement');
    const limits = async () => {
      const subject = { subject: 'outage' as const, subjectId: outage.outageId };
      const { items } = await ticket.call(ListClocksOf, subject);
      return Object.fromEntries(items.map(({ limit, metAt }) => [limit, metAt !== undefined]));
    };
    expect(await limits()).toEqual({ L26: true, L27: false, L29: true });
    const putOff = new Date(Date.parse(startsAt) + 5 * 24 * 3_600_000);
    await ticket.call(UpdateOutage, {
      outageId: outage.outageId,
      startsAt: putOff.toISOString(),
      expectedRestorationAt: new Date(putOff.getTime() + 3_600_000).toISOString(),
    });
    const { items } = await ticket.call(ListClocksOf, { subject: 'outage', subjectId: outage.outageId });
    expect(items.find(({ limit }) => limit === 'L27')?.dueAt).toBe(
      new Date(putOff.getTime() - 7 * 24 * 3_600_000).toISOString(),
    );
    await ticket.call(UpdateOutage, { outageId: outage.outageId, announcedAt: new Date().toISOString() });
    expect(await limits()).toMatchObject({ L27: true });
  });

  it('of planned outages at short notice are marked until somebody says why (L27)', async () => {
    const code = await area();
    const planned = { kind: 'planned' as const, startsAt: inHours(24 * 3) };
    const { outageId, ...short } = await register(code, { ...planned, announcedAt: inHours(-1) });
    expect(short).toMatchObject({ announcement: 'short', reasonMissing: true });
    expect(await register(code, planned)).toMatchObject({
      announcement: 'not-announced',
      reasonMissing: true,
    });
    const early = { announcedAt: inHours(-24 * 5) };
    expect(await register(code, { ...planned, ...early })).toMatchObject({
      announcement: 'in-time',
      reasonMissing: false,
    });
    expect((await ticket.call(ListOutages, { areaCode: code, reasonMissing: true })).items).toHaveLength(2);
    const explained = await ticket.call(UpdateOutage, { outageId, shortNoticeReason: '设备紧急缺陷' });
    expect(explained).toMatchObject({ announcement: 'short', reasonMissing: false });
    expect((await ticket.call(ListOutages, { areaCode: code, reasonMissing: true })).items).toHaveLength(1);
  });

  it('follow approved maintenance, which is late a working day after its approval (L26)', async () => {
    const code = await area();
    const facts = {
      reference: 'JX-1',
      kind: 'planned' as const,
      title: '更换变压器',
      approvedBy: '李总',
      areaCodes: [code],
      approvedAt: inHours(-1),
      startsAt: inHours(200),
      endsAt: inHours(204),
    };
    const document = await ticket.call(RegisterMaintenance, facts);
    expect(document).toMatchObject({ late: false, registeredBy: ticket.context.actor.id });
    expect(await ticket.call(RegisterMaintenance, facts)).toEqual(document);
    const late = await ticket.call(RegisterMaintenance, {
      ...facts,
      reference: 'JX-2',
      approvedAt: inHours(-24 * 20),
    });
    expect(late.late).toBe(true);
    expect((await ticket.call(ListMaintenance, { late: true })).items).toEqual([late]);
    const { maintenanceId } = document;
    expect(await register(code, { kind: 'planned', startsAt: facts.startsAt, maintenanceId })).toMatchObject({
      maintenanceId,
    });
    await expect(register(code, { maintenanceId: randomUUID() })).rejects.toMatchObject({
      code: 'outage.maintenance-unknown',
    });
    const refused: [Partial<RegisterMaintenanceRequest>, string][] = [
      [{ title: 'x' }, 'reference-reused'],
      [{ reference: 'JX-3', endsAt: facts.startsAt }, 'ends-before-start'],
      [{ reference: 'JX-3', areaCodes: ['nowhere'] }, 'area-unknown'],
      [{ reference: 'JX-3', receivedAt: inHours(-2) }, 'approved-later'],
    ];
    for (const [changed, problem] of refused) {
      await expect(ticket.call(RegisterMaintenance, { ...facts, ...changed })).rejects.toMatchObject({
        code: `maintenance.${problem}`,
      });
    }
  });
});
