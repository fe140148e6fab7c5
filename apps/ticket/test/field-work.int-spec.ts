import {
  ChangeEstimate,
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
      ...{ stage: 'answered', customerOwned: { electrician: '社区电工 张师傅', tariff: told.tariff } },
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
      ...{ calls: 3, required: 1 },
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
});
