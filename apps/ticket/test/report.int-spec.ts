import {
  GetServiceReport,
  OpenWorkOrder,
  PutArea,
  RegisterAccount,
  type ServiceReportView,
} from '@switchyard/contracts';
import { TicketFixture } from './ticket-fixture';

const MARCH = { from: '2026-02-28T16:00:00Z', before: '2026-03-31T16:00:00Z' };

describe('the service report', () => {
  jest.setTimeout(60_000);
  let ticket: TicketFixture;
  let report: ServiceReportView;
  let serial = 0;

  /** Opens work orders as if it had been then. */
  async function open(count: number, openedAt: string, facts: object): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const { number } = await ticket.call(OpenWorkOrder, {
        kind: 'complaint',
        text: '电费有误',
        reference: `letter:${(serial += 1)}`,
        channel: 'menu',
        ...facts,
      });
      await ticket.query('update work_order set opened_at = $2 where number = $1', [number, openedAt]);
    }
  }

  const clock = (owner: string, state: string, breached: boolean, minutes: number) =>
    ticket.query(
      `insert into service_clock (id, subject, subject_id, kind, area_code, stage, owner, cycle, limit_id, policy_id, policy_version,
         state, started_at, target, due_by, pauses, due_at, provisional, met_at, breached_at, basis, reckoned_at)
       values (gen_random_uuid(), 'work-order', gen_random_uuid()::text, 'complaint', '320102', 'department-result', $1, 1, 'L12',
         'L12', 1, $2, '2026-03-10T01:00:00Z', '{}', 'policy', '[]', '2026-03-12T16:00:00Z', false,
         case when $2 = 'met' then timestamptz '2026-03-10T01:00:00Z' + $4 * interval '1 minute' end,
         case when $3 then timestamptz '2026-03-12T16:00:00Z' end, 'cn', now())`,
      [owner, state, breached, minutes],
    );

  beforeAll(async () => {
    ticket = await TicketFixture.start();
    await ticket.call(PutArea, { code: '320102', name: '玄武区', nameEn: 'Xuanwu', class: 'urban' });
    for (const [accountNo, valueTier] of [
      ['5100000001', 'high'],
      ['5100000002', 'ordinary'],
    ] as const) {
      await ticket.call(RegisterAccount, {
        accountNo,
        name: '王芳',
        kind: 'resident',
        valueTier,
        phones: ['+8613900010001'],
      });
    }
    const metering = { areaCode: '320102', accountNo: '5100000001' };
    await open(12, '2026-03-02T00:00:00Z', metering);
    await open(4, '2026-02-10T00:00:00Z', metering);
    await ticket.query(`update work_order set content_category = 'metering' where account_no = '5100000001'`);
    await open(1, '2026-03-05T00:00:00Z', { anonymous: true });
    await open(2, '2026-03-31T15:59:00Z', { accountNo: '5100000002' });
    await open(3, '2026-03-31T16:00:00Z', {});
    await open(2, '2026-03-06T00:00:00Z', { kind: 'suggestion', channel: 'system' });
    await clock('business', 'met', false, 60);
    await clock('business', 'met', false, 120);
    await clock('business', 'met', true, 6000);
    await clock('business', 'running', true, 0);
    await clock('business', 'running', false, 0);
    report = await ticket.call(GetServiceReport, MARCH);
  });

  afterAll(() => ticket.close());

  it('counts a period in China beside the one of the same length before it', () => {
    expect(report).toMatchObject({ opened: 17, openedBefore: 4, open: 24 });
    expect(report.byKind).toEqual([
      { name: 'complaint', count: 15, before: 4, changePercent: 275 },
      { name: 'suggestion', count: 2, before: 0 },
    ]);
    expect(report.byChannel).toEqual([
      { name: 'menu', count: 15, before: 4, changePercent: 275 },
      { name: 'system', count: 2, before: 0 },
    ]);
    expect(report.byArea[0]).toMatchObject({ name: '320102', count: 12 });
  });

  it('names every day, those on which nothing happened too', () => {
    expect(report.byDay).toHaveLength(31);
    expect(report.byDay.filter(({ opened }) => opened > 0)).toEqual([
      { day: '2026-03-02', opened: 12, closed: 0 },
      { day: '2026-03-05', opened: 1, closed: 0 },
      { day: '2026-03-06', opened: 2, closed: 0 },
      { day: '2026-03-31', opened: 2, closed: 0 },
    ]);
  });

  it('tells how departments keep their limits', () => {
    expect(report.departments).toEqual([
      {
        department: 'business',
        limit: 'L12',
        clocks: 5,
        onTime: 2,
        late: 1,
        overdue: 1,
        running: 1,
        onTimePercent: 50,
        averageMinutes: 2060,
      },
    ]);
  });

  it('names what grew out of proportion', () => {
    expect(report.hotTopics).toEqual([
      { kind: 'complaint', name: 'metering', areaCode: '320102', count: 12, before: 4, changePercent: 200 },
    ]);
  });

  it('analyses complaints by group, content, cause and frequency', () => {
    expect(report.complaints).toMatchObject({ complaints: 15, before: 4 });
    expect(report.complaints.byGroup).toEqual([
      { name: 'resident high', count: 12, before: 4, changePercent: 200 },
      { name: 'resident ordinary', count: 2, before: 0 },
      { name: 'anonymous', count: 1, before: 0 },
    ]);
    expect(report.complaints.byContent).toEqual([
      { name: 'metering', count: 12, before: 4, changePercent: 200 },
      { name: '-', count: 3, before: 0 },
    ]);
    expect(report.complaints.byCause).toEqual([{ name: '-', count: 15, before: 4, changePercent: 275 }]);
    expect(report.complaints.repeated).toEqual([
      { accountNo: '5100000001', complaints: 12 },
      { accountNo: '5100000002', complaints: 2 },
    ]);
  });

  it('can be of one area', async () => {
    const area = await ticket.call(GetServiceReport, { ...MARCH, areaCode: '320102' });
    expect(area).toMatchObject({ opened: 12, areaName: '玄武区' });
    expect(area.departments).toHaveLength(1);
    await expect(ticket.call(GetServiceReport, { ...MARCH, areaCode: '999999' })).rejects.toMatchObject({
      code: 'service-report.area-unknown',
    });
  });

  it.each([
    ['2026-03-31T16:00:00Z', '2026-03-31T16:00:00Z'],
    ['2025-01-01T00:00:00Z', '2026-03-31T16:00:00Z'],
  ])('refuses the period from %s until %s', async (from, before) => {
    await expect(ticket.call(GetServiceReport, { from, before })).rejects.toMatchObject({
      code: 'service-report.bad-period',
      details: { field: 'before' },
    });
  });
});
