import {
  ChangeEstimate,
  CloseWorkOrder,
  CrewArrived,
  DispatchCrew,
  GetFaultSample,
  GetFieldWork,
  GetNoticePlans,
  GetOutage,
  GetWorkOrder,
  LinkFaults,
  ListOutageNotices,
  ListKnownOutages,
  MarkCustomerOwned,
  MergeWorkOrder,
  OpenWorkOrder,
  type OpenWorkOrderRequest,
  PutArea,
  RegisterOutage,
  ReportFromSite,
  RestoreSupply,
} from '@switchyard/contracts';
import { waitFor } from '@switchyard/testing';
import { TicketFixture } from './ticket-fixture';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
const CREW = { leader: '王工', phone: '+8613900010001' };
const DONE = { mainFault: '变压器熔丝熔断', result: '已更换' };

describe('faults in the field', () => {
  let ticket: TicketFixture;
  let opened = 0;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
    await ticket.call(PutArea, { code: 'field', name: '鼓楼区', class: 'urban' });
  }, 120_000);

  afterAll(() => ticket.close());

  async function open(facts: Partial<OpenWorkOrderRequest> = {}): Promise<string> {
    const reference = `field-${++opened}`;
    const phone = `+86139000200${String(opened).padStart(2, '0')}`;
    const request = { kind: 'fault' as const, text: '没电', areaCode: 'field', phone, reference, ...facts };
    return (await ticket.call(OpenWorkOrder, request)).number;
  }

  const outage = () =>
    ticket.call(RegisterOutage, { kind: 'fault', areaCode: 'field', startsAt: inHours(-1), cause: '断线' });

  it('go from dispatch to restoration, each step in the history (art. 12, 25)', async () => {
    const number = await open();
    expect(await ticket.call(DispatchCrew, { number, ...CREW })).toMatchObject({ stage: 'dispatched' });
    expect(await ticket.call(CrewArrived, { number })).toMatchObject({ stage: 'on-site' });
    const estimatedRestorationAt = inHours(2);
    await ticket.call(ReportFromSite, {
      number,
      symptom: '熔丝熔断',
      crewLocation: '中山路',
      estimatedRestorationAt,
    });
    const later = inHours(3);
    const changed = await ticket.call(ChangeEstimate, {
      number,
      estimatedRestorationAt: later,
      reason: '缺料',
    });
    expect(changed).toMatchObject({
      estimatedRestorationAt: later,
      crews: [{ ...CREW, minutesOnTheWay: 0 }],
      reports: [{ symptom: '熔丝熔断', crewLocation: '中山路', estimatedRestorationAt }],
      estimates: [{ estimatedRestorationAt: later, reason: '缺料' }],
    });
    const { fault, restored, outageId } = await ticket.call(RestoreSupply, { number, ...DONE });
    expect(fault).toMatchObject({ stage: 'restored', restoration: DONE });
    expect({ restored, outageId }).toEqual({ restored: [number], outageId: undefined });
    expect(await ticket.call(GetFieldWork, { number })).toEqual(fault);
    expect(await ticket.call(GetFaultSample, { faultKey: `order:${number}` })).toMatchObject({
      picked: [number],
    });
    await expect(ticket.call(RestoreSupply, { number, ...DONE })).rejects.toMatchObject({
      code: 'work-order.not-allowed-in-state',
    });
  });

  it('refuse times that cannot be, and anything that is no fault', async () => {
    const number = await open();
    for (const departedAt of [inHours(1), inHours(-5)]) {
      await expect(ticket.call(DispatchCrew, { number, ...CREW, departedAt })).rejects.toMatchObject({
        code: 'field-work.time-impossible',
        details: { field: 'departedAt' },
      });
    }
    await ticket.call(DispatchCrew, { number, ...CREW });
    const late = { number, estimatedRestorationAt: inHours(-1), reason: 'x' };
    await expect(ticket.call(ChangeEstimate, late)).rejects.toMatchObject({
      code: 'field-work.time-impossible',
    });
    await expect(ticket.call(CrewArrived, { number: 'W20200101-000001' })).rejects.toMatchObject({
      code: 'work-order.not-found',
    });
    const complaint = await open({ kind: 'complaint' });
    await expect(ticket.call(DispatchCrew, { number: complaint, ...CREW })).rejects.toMatchObject({
      code: 'field-work.not-a-fault',
    });
  });

  it('of the customer’s own equipment are explained; a paid repair needs its price told before (art. 12(5))', async () => {
    const number = await open();
    const facts = { number, explanation: '表后线路属客户产权', electrician: '社区电工 张师傅' };
    const paidRepair = { tariff: '苏价工〔2019〕1号', priceTold: false };
    await expect(ticket.call(MarkCustomerOwned, { ...facts, paidRepair })).rejects.toMatchObject({
      code: 'field-work.price-not-told',
    });
    const told = { ...paidRepair, priceTold: true };
    expect(await ticket.call(MarkCustomerOwned, { ...facts, paidRepair: told })).toMatchObject({
      stage: 'answered',
      customerOwned: { electrician: '社区电工 张师傅', tariff: told.tariff },
    });
  });

  it('of one outage are linked, tell it their estimate, and are restored and told together', async () => {
    const { outageId } = await outage();
    const numbers = [await open(), await open(), await open()];
    const [first = ''] = numbers;
    expect((await ticket.call(LinkFaults, { numbers, outageId })).linked).toEqual(numbers);
    expect((await ticket.call(LinkFaults, { numbers, outageId })).linked).toEqual([]);
    await ticket.call(DispatchCrew, { number: first, ...CREW });
    const estimatedRestorationAt = inHours(2);
    await ticket.call(ReportFromSite, { number: first, symptom: '电缆故障', estimatedRestorationAt });
    const known = (await ticket.call(ListKnownOutages, { areaCode: 'field' })).outages;
    expect(known.find((one) => one.outageId === outageId)).toMatchObject({
      expectedRestorationAt: estimatedRestorationAt,
    });

    const { restored } = await ticket.call(RestoreSupply, { number: first, ...DONE });
    expect([...restored].sort()).toEqual([...numbers].sort());
    expect(await ticket.call(GetOutage, { outageId })).toMatchObject({ status: 'restored' });
    for (const number of numbers) {
      expect(await ticket.call(GetWorkOrder, { number })).toMatchObject({ stage: 'restored' });
    }
    expect(await ticket.call(GetFaultSample, { faultKey: `outage:${outageId}` })).toMatchObject({
      calls: 3,
      required: 1,
    });
    const nobody = { numbers: [first], outageId: '7b0a4a3e-8c53-4c1c-9a4e-0d7ad1c2a001' };
    await expect(ticket.call(LinkFaults, nobody)).rejects.toMatchObject({ code: 'outage.not-found' });
  });

  it('with many callers become an outage when supply is back, and all callers are to be told, each once', async () => {
    const parent = await open();
    const children = [await open({ parent }), await open({ parent }), await open({ parent })];
    const [child = ''] = children;
    const { restored, outageId = '' } = await ticket.call(RestoreSupply, { number: child, ...DONE });
    expect(restored).toHaveLength(4);
    expect(await ticket.call(GetOutage, { outageId })).toMatchObject({
      status: 'restored',
      cause: DONE.mainFault,
    });
    let planId: string | undefined;
    await waitFor(
      'the restoration is planned',
      async () => {
        const { items } = await ticket.call(GetNoticePlans, { outageId });
        planId = items.find(({ occasion, madeAt }) => occasion === 'restoration' && madeAt)?.planId;
        return planId !== undefined;
      },
      15_000,
    );
    const told = (await ticket.call(ListOutageNotices, { planId })).items.map(({ recipient }) => recipient);
    expect(told).toEqual([parent, ...children].map((number) => `order:${number}`));
  });

  it('are restored alone where only a part is back', async () => {
    const parent = await open();
    const child = await open({ parent });
    const { restored } = await ticket.call(RestoreSupply, { number: child, ...DONE, wholeFault: false });
    expect(restored).toEqual([child]);
    expect(await ticket.call(GetWorkOrder, { number: parent })).toMatchObject({ stage: 'received' });
  });

  it('with more callers than one request can wait for go on in the background, after a restart too', async () => {
    const parent = await open();
    const several = Array.from({ length: 10 }, () => 12);
    let openedMany = 0;
    for (const size of several) {
      await Promise.all(
        Array.from({ length: size }, () => {
          openedMany += 1;
          return open({ parent, phone: `+8613800${String(100_000 + openedMany)}` });
        }),
      );
    }
    const duplicate = await open({ phone: '+8613800999999' });
    const again = await open({ phone: '+8613800100001' });
    for (const number of [duplicate, again]) await ticket.call(MergeWorkOrder, { number, into: parent });
    const {
      restored,
      goesOn,
      outageId = '',
    } = await ticket.call(RestoreSupply, {
      number: parent,
      ...DONE,
    });
    expect({ restored: restored.length, goesOn }).toEqual({ restored: 51, goesOn: true });
    await ticket.restart();
    const stages = async () =>
      ticket.query<{ stage: string; status: string; count: number }>(
        'select stage, status, count(*)::int from work_order where parent = $1 group by 1, 2 order by 1',
        [parent],
      );
    const isRestored = async () =>
      (await ticket.call(GetOutage, { outageId })).status === 'restored' && (await stages()).length === 1;
    await waitFor('the last of them', isRestored, 45_000);
    expect(await stages()).toEqual([{ stage: 'restored', status: 'open', count: 120 }]);
    const told = () =>
      ticket.query<{ phone: string }>(
        `select phone from outage_notice join outage_notice_plan p on p.id = plan_id
         where p.outage_id = $1 and p.occasion = 'restoration' order by phone`,
        [outageId],
      );
    await waitFor('whom to tell', async () => (await told()).length > 0, 15_000);
    const phones = (await told()).map(({ phone }) => phone);
    expect(phones).toHaveLength(122);
    expect(new Set(phones).size).toBe(122);
    expect(phones).toContain('+8613800999999');

    await ticket.call(CloseWorkOrder, { number: parent, result: '已恢复', resultCode: 'void' });
    const isClosed = async () => (await stages()).every(({ stage }) => stage === 'closed');
    await waitFor('all of them closed', isClosed, 45_000);
    expect(await stages()).toEqual([{ stage: 'closed', status: 'closed', count: 120 }]);
    expect(await ticket.query('select from work_order_spread')).toEqual([]);
  });
});
