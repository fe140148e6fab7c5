import {
  FindCustomer,
  GetLatestBill,
  ListAccounts,
  ListArrears,
  ListBills,
  ListTicketPolicyVersions,
  PutArrears,
  PutBill,
  RecordPayment,
  RegisterAccount,
  SetTicketPolicy,
} from '@switchyard/contracts';
import { STANDARD_PENALTY_POLICY } from '@switchyard/domain';
import { TicketFixture } from './ticket-fixture';

const DAY_MS = 86_400_000;
const chinaDay = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

describe('customers, their bills and arrears', () => {
  let ticket: TicketFixture;
  let references = 0;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
  }, 120_000);

  afterAll(() => ticket.close());

  const register = (accountNo: string, changed: object = {}) =>
    ticket.call(RegisterAccount, {
      accountNo,
      name: '王芳',
      kind: 'resident' as const,
      phones: [],
      ...changed,
    });
  const pay = (accountNo: string, amountFen: number, paidAt: string, billMonth?: string) =>
    ticket.call(RecordPayment, {
      accountNo,
      amountFen,
      paidAt,
      billMonth,
      source: 'billing',
      reference: `P-${++references}`,
    });

  it('are found by a bound number, which may be bound to several accounts, or by account', async () => {
    await register('A-1', { phones: ['+8613900020001', '+862587654321'] });
    await register('A-2', { phones: ['+8613900020001'], listFlag: 'black', important: true });
    const find = async (request: object) =>
      (await ticket.call(FindCustomer, request)).accounts.map(({ accountNo }) => accountNo);
    expect(await find({ phone: '+8613900020001' })).toEqual(['A-1', 'A-2']);
    expect(await find({ phone: '+862587654321' })).toEqual(['A-1']);
    expect(await find({ phone: '+8613900029999' })).toEqual([]);
    expect(await find({ accountNo: 'A-2' })).toEqual(['A-2']);
    expect(await find({ accountNo: 'A-2', phone: '+862587654321' })).toEqual([]);
    await expect(find({})).rejects.toMatchObject({ code: 'request.invalid' });
    await expect(find({ phone: '13900020001' })).rejects.toMatchObject({ code: 'request.invalid' });
    expect((await ticket.call(FindCustomer, { accountNo: 'A-2' })).accounts).toEqual([
      {
        accountNo: 'A-2',
        name: '王芳',
        kind: 'resident',
        valueTier: 'ordinary',
        listFlag: 'black',
        important: true,
      },
    ]);
  });

  it('are found each for who asks when many ask at once, with the bills of each', async () => {
    const numbers = Array.from({ length: 8 }, (_, i) => `+86139000300${10 + i}`);
    for (const [i, phone] of numbers.entries()) {
      await register(`M-${i}`, { phones: [phone, '+8613900030099'] });
      if (i % 2 === 0) await bill(`M-${i}`, `2026-0${1 + i / 2}`, `2026-0${1 + i / 2}-28`);
    }
    const found = await Promise.all(
      ['+8613900030001', ...numbers].map((phone) => ticket.call(FindCustomer, { phone })),
    );
    expect(found.map(({ accounts }) => accounts.map(({ accountNo }) => accountNo))).toEqual([
      [],
      ...numbers.map((_, i) => [`M-${i}`]),
    ]);
    const shared = await ticket.call(FindCustomer, { phone: '+8613900030099' });
    expect(shared.accounts.map(({ accountNo }) => accountNo)).toEqual(numbers.map((_, i) => `M-${i}`));
    const bills = await Promise.all(
      ['M-4', 'M-1', 'nobody', 'M-0', 'M-4'].map((accountNo) => ticket.call(GetLatestBill, { accountNo })),
    );
    expect(bills.map(({ bill: latest }) => latest && [latest.accountNo, latest.billMonth])).toEqual([
      ['M-4', '2026-03'],
      null,
      null,
      ['M-0', '2026-01'],
      ['M-4', '2026-03'],
    ]);
  });

  it('keep their standing when the billing system tells only the rest', async () => {
    await register('B-1', { valueTier: 'high', listFlag: 'red', important: true, address: '旧址' });
    const told = await register('B-1', { name: '王小芳' });
    expect(told).toMatchObject({ name: '王小芳', valueTier: 'high', listFlag: 'red', important: true });
    expect(told.address).toBeUndefined();
  });

  it('are listed by standing, area and beginning of name, page by page', async () => {
    for (const serial of [1, 2, 3]) await register(`C-${serial}`, { areaCode: 'c', name: `100%王${serial}` });
    await register('C-4', { areaCode: 'c', name: '100公司', kind: 'organisation', valueTier: 'mid' });
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ticket.call(ListAccounts, { areaCode: 'c', limit: 2, cursor });
      seen.push(...page.items.map(({ accountNo }) => accountNo));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen).toEqual(['C-1', 'C-2', 'C-3', 'C-4']);
    const list = async (request: object) =>
      (await ticket.call(ListAccounts, request)).items.map(({ accountNo }) => accountNo);
    expect(await list({ name: '100%' })).toEqual(['C-1', 'C-2', 'C-3']);
    expect(await list({ areaCode: 'c', valueTier: 'mid', important: false })).toEqual(['C-4']);
    expect(await list({ listFlag: 'black', important: true })).toEqual(['A-2']);
  });

  const bill = (accountNo: string, billMonth: string, readingDate: string) =>
    ticket.call(PutBill, {
      accountNo,
      billMonth,
      readingDate,
      registerValue: 10050.25,
      energyKwh: 128,
      amountFen: 6850,
      previousBalanceFen: -1000,
      payableFen: 5850,
    });

  it('have a latest bill, less what was paid for it', async () => {
    expect(await ticket.call(GetLatestBill, { accountNo: 'D-1' })).toEqual({ bill: null });
    await bill('D-1', '2026-02', '2026-02-28');
    await bill('D-1', '2026-01', '2026-01-31');
    await pay('D-1', 1000, '2026-03-01T09:00:00+08:00', '2026-02');
    await pay('D-1', 500, '2026-03-02T09:00:00+08:00');
    // before the reading ended, for another month, on the day of reading
    await pay('D-1', 700, '2026-02-28T23:59:00+08:00');
    await pay('D-1', 900, '2026-03-02T09:00:00+08:00', '2026-01');
    expect((await ticket.call(GetLatestBill, { accountNo: 'D-1' })).bill).toMatchObject({
      billMonth: '2026-02',
      readingDate: '2026-02-28',
      registerValue: 10050.25,
      energyKwh: 128,
      amountFen: 6850,
      previousBalanceFen: -1000,
      payableFen: 5850,
      paidFen: 1500,
      leftToPayFen: 4350,
    });
    const { items } = await ticket.call(ListBills, { accountNo: 'D-1' });
    expect(items.map(({ billMonth }) => billMonth)).toEqual(['2026-02', '2026-01']);
    const first = await ticket.call(ListBills, { accountNo: 'D-1', limit: 1 });
    const second = await ticket.call(ListBills, { accountNo: 'D-1', limit: 1, cursor: first.nextCursor });
    expect(second.items.map(({ billMonth }) => billMonth)).toEqual(['2026-01']);
  });

  it('owe what the billing system said, less later payments, the oldest month first, with penalty to date', async () => {
    await register('E-1', { kind: 'organisation' });
    const now = Date.now();
    const dueDate = chinaDay(now - 10 * DAY_MS);
    const asOf = new Date(now - 5 * DAY_MS).toISOString();
    const owe = (billMonth: string, amountFen: number, due: string) =>
      ticket.call(PutArrears, { accountNo: 'E-1', billMonth, amountFen, dueDate: due, asOf });
    await owe('2026-01', 10_000, dueDate);
    await owe('2026-02', 20_000, chinaDay(now + DAY_MS));
    await owe('2025-12', 0, dueDate);
    await pay('E-1', 3_000, new Date(now - 6 * DAY_MS).toISOString());
    await pay('E-1', 4_000, new Date(now - 2 * DAY_MS).toISOString());
    const arrears = await ticket.call(ListArrears, { accountNo: 'E-1' });
    const sameYear = dueDate.slice(0, 4) === chinaDay(now).slice(0, 4);
    expect(arrears).toMatchObject({
      computedOn: chinaDay(now),
      months: [
        { billMonth: '2026-01', amountFen: 6_000, daysLate: 10, dueDate },
        { billMonth: '2026-02', amountFen: 20_000, daysLate: 0, penaltyFen: 0 },
      ],
      payPlace: STANDARD_PENALTY_POLICY.payPlace,
    });
    const [first] = arrears.months;
    // 10 days at 2 per mille, more when a new year began meanwhile
    if (sameYear) expect(first?.penaltyFen).toBe(120);
    else expect(first?.penaltyFen).toBeGreaterThan(120);
    expect(arrears.totalFen).toBe(26_000 + (first?.penaltyFen ?? 0));
    expect(arrears.penaltyMethod['zh-CN']).toContain('千分之二');
    await pay('E-1', 30_000, new Date(now - DAY_MS).toISOString());
    expect(await ticket.call(ListArrears, { accountNo: 'E-1' })).toMatchObject({ months: [], totalFen: 0 });
  });

  it('owe nothing when nobody said so', async () => {
    expect(await ticket.call(ListArrears, { accountNo: 'NOBODY' })).toMatchObject({
      months: [],
      totalFen: 0,
    });
  });

  it('are told the penalty by the policy in force, and no other', async () => {
    await register('F-1');
    const dueDate = chinaDay(Date.now() - 10 * DAY_MS);
    const asOf = new Date().toISOString();
    await ticket.call(PutArrears, {
      accountNo: 'F-1',
      billMonth: '2026-01',
      amountFen: 1_000,
      dueDate,
      asOf,
    });
    const rate = { sameYear: 5, laterYears: 5 };
    const document = {
      perMillePerDay: { resident: rate, organisation: rate, 'sole-trader': rate },
      minimumFen: 100,
      payPlace: { 'zh-CN': '任一网点', en: 'any office' },
    };
    const set = (at: number, changed: object = {}) =>
      ticket.call(SetTicketPolicy, {
        name: 'penalty',
        validFrom: new Date(at).toISOString(),
        document: { ...document, ...changed },
      });
    await set(Date.now() + DAY_MS, { minimumFen: 99_999 });
    const at = Date.now();
    await set(at);
    await expect(set(at)).rejects.toMatchObject({ code: 'policy.already-set' });
    expect(await ticket.call(ListArrears, { accountNo: 'F-1' })).toMatchObject({
      months: [{ penaltyFen: 100 }],
      totalFen: 1_100,
      payPlace: { en: 'any office' },
    });
    const { items } = await ticket.call(ListTicketPolicyVersions, { name: 'penalty' });
    expect(items.map(({ setBy }) => setBy)).toEqual(['system:test', 'system:test', 'system:standard']);
  });
});
