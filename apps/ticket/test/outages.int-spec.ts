import {
  CancelOutage,
  GetOutage,
  ListKnownOutages,
  ListOutages,
  type OutageView,
  PutArea,
  RegisterAccount,
  RegisterOutage,
  type RegisterOutageRequest,
  RestoreOutage,
  UpdateOutage,
} from '@switchyard/contracts';
import { TicketFixture } from './ticket-fixture';

const HOUR_MS = 3_600_000;
const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();

describe('outages', () => {
  let ticket: TicketFixture;
  let areas = 0;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
  }, 120_000);

  afterAll(() => ticket.close());

  async function area(): Promise<string> {
    const code = `area-${++areas}`;
    await ticket.call(PutArea, { code, name: '秦淮区', nameEn: 'Qinhuai', class: 'urban' });
    return code;
  }

  const register = (areaCode: string, changed: Partial<RegisterOutageRequest> = {}): Promise<OutageView> =>
    ticket.call(RegisterOutage, {
      kind: 'fault',
      areaCode,
      startsAt: inHours(-1),
      cause: '断线',
      ...changed,
    });
  const known = async (areaCode: string, withinDays?: number) =>
    (await ticket.call(ListKnownOutages, { areaCode, withinDays })).outages;

  it('are known to callers of the area: those now, then those to come within the days asked for', async () => {
    const code = await area();
    const soon = await register(code, { kind: 'planned', startsAt: inHours(30), cause: '检修' });
    const now = await register(code, { expectedRestorationAt: inHours(2) });
    await register(code, { kind: 'planned', startsAt: inHours(24 * 9) });
    await register(await area());
    const outages = await known(code);
    expect(outages).toEqual([
      {
        outageId: now.outageId,
        kind: 'fault',
        areaCode: code,
        upcoming: false,
        startsAt: now.startsAt,
        areaName: { 'zh-CN': '秦淮区', en: 'Qinhuai' },
        cause: { 'zh-CN': '断线', en: 'a fault' },
        expectedRestorationAt: now.expectedRestorationAt,
      },
      {
        outageId: soon.outageId,
        kind: 'planned',
        areaCode: code,
        upcoming: true,
        startsAt: soon.startsAt,
        areaName: { 'zh-CN': '秦淮区', en: 'Qinhuai' },
        cause: { 'zh-CN': '检修', en: 'planned maintenance' },
      },
    ]);
    expect(await known(code, 0)).toHaveLength(1);
    expect(await known(code, 10)).toHaveLength(3);
    await ticket.call(RegisterAccount, {
      accountNo: 'IN-AREA',
      name: '王芳',
      kind: 'resident',
      phones: [],
      areaCode: code,
    });
    await ticket.call(RegisterAccount, { accountNo: 'NO-AREA', name: '王芳', kind: 'resident', phones: [] });
    expect(await ticket.call(ListKnownOutages, { accountNo: 'IN-AREA' })).toEqual({
      areaCode: code,
      outages,
    });
    for (const accountNo of ['NO-AREA', 'NOBODY']) {
      expect(await ticket.call(ListKnownOutages, { accountNo })).toEqual({ outages: [] });
    }
    await expect(ticket.call(ListKnownOutages, {})).rejects.toMatchObject({ code: 'request.invalid' });
  });

  it('that nobody ended are told for half a day past their end, or three days without one', async () => {
    const code = await area();
    await register(code, { startsAt: inHours(-20), expectedRestorationAt: inHours(-13) });
    await register(code, { startsAt: inHours(-73) });
    expect(await known(code)).toEqual([]);
    await register(code, { startsAt: inHours(-20), expectedRestorationAt: inHours(-11) });
    await register(code, { startsAt: inHours(-71) });
    expect(await known(code)).toHaveLength(2);
  });

  it('are told in the words that were announced', async () => {
    const code = await area();
    await register(code, { announcedText: '今晚恢复。' });
    expect((await known(code))[0]?.announcedText).toEqual({
      'zh-CN': '今晚恢复。',
      en: 'Supply is interrupted in Qinhuai because of a fault.',
    });
  });

  it('are registered once per reference, also at the same moment, with one event', async () => {
    const code = await area();
    const reference = 'TD-ONCE';
    const startsAt = inHours(-1);
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => register(code, { reference, startsAt })),
    );
    expect(new Set(answers.map(({ outageId }) => outageId)).size).toBe(1);
    const told = await ticket.events<OutageView>('ticket.event.outage-registered.v1');
    expect(told.filter((event) => event.reference === reference)).toHaveLength(1);
    await expect(register(code, { reference, kind: 'planned' })).rejects.toMatchObject({
      code: 'outage.reference-reused',
    });
  });

  it('are refused in no area, or with their end before their start', async () => {
    await expect(register('nowhere')).rejects.toMatchObject({ code: 'outage.area-unknown' });
    const expectedRestorationAt = inHours(-2);
    await expect(register(await area(), { expectedRestorationAt })).rejects.toMatchObject({
      code: 'outage.ends-before-start',
    });
    await expect(register(await area(), { startsAt: '2199-03-02T01:30:00Z' })).rejects.toMatchObject({
      code: 'request.invalid',
      details: { fields: [{ field: 'startsAt', problems: ['must lie in the years 1970 to 2099'] }] },
    });
  });

  it('change, end, and tell it; each state is remembered', async () => {
    const code = await area();
    const { outageId } = await register(code);
    const expectedRestorationAt = inHours(3);
    const changed = await ticket.call(UpdateOutage, {
      outageId,
      expectedRestorationAt,
      causeEn: 'a broken line',
    });
    expect(changed).toMatchObject({ status: 'ongoing', expectedRestorationAt, cause: '断线' });
    const restoredAt = new Date().toISOString();
    const restored = await ticket.call(RestoreOutage, { outageId, restoredAt });
    expect(restored).toMatchObject({ status: 'restored', restoredAt });
    expect(await ticket.call(RestoreOutage, { outageId, restoredAt })).toEqual(restored);
    expect(await known(code)).toEqual([]);
    for (const again of [
      ticket.call(UpdateOutage, { outageId, cause: 'x' }),
      ticket.call(RestoreOutage, { outageId }),
      ticket.call(CancelOutage, { outageId }),
    ]) {
      await expect(again).rejects.toMatchObject({
        code: 'outage.not-allowed-in-state',
        details: { status: 'restored' },
      });
    }
    const told = async (name: string) =>
      (await ticket.events<OutageView>(`ticket.event.outage-${name}.v1`)).filter(
        (event) => event.outageId === outageId,
      );
    expect(await told('changed')).toMatchObject([{ causeEn: 'a broken line' }]);
    expect(await told('restored')).toEqual([restored]);
    const history = await ticket.query<{ change: string; actor: string }>(
      'select change, actor from outage_history where outage_id = $1 order by id',
      [outageId],
    );
    expect(history.map(({ change }) => change)).toEqual(['registered', 'changed', 'restored']);
  });

  it('may be called off, and not be found', async () => {
    const code = await area();
    const { outageId } = await register(code, { startsAt: inHours(5) });
    expect(await ticket.call(CancelOutage, { outageId })).toMatchObject({ status: 'cancelled' });
    expect(await ticket.call(GetOutage, { outageId })).toMatchObject({ status: 'cancelled' });
    expect(await known(code)).toEqual([]);
    await expect(
      ticket.call(GetOutage, { outageId: '7b0a4a3e-8c53-4c1c-9a4e-0d7ad1c2a001' }),
    ).rejects.toMatchObject({ code: 'outage.not-found' });
  });

  it('are listed by status, kind and time, the latest start first, page by page', async () => {
    const areaCode = await area();
    for (const hours of [-3, -2, -1, 1]) await register(areaCode, { startsAt: inHours(hours) });
    const seen: OutageView[] = [];
    let cursor: string | undefined;
    do {
      const page = await ticket.call(ListOutages, { areaCode, limit: 3, cursor });
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen.map(({ status }) => status)).toEqual(['upcoming', 'ongoing', 'ongoing', 'ongoing']);
    const ongoing = await ticket.call(ListOutages, {
      areaCode,
      status: 'ongoing',
      startsFrom: inHours(-2.5),
    });
    expect(ongoing.items).toHaveLength(2);
    expect((await ticket.call(ListOutages, { areaCode, kind: 'planned' })).items).toEqual([]);
  });
});
