import { readFile } from 'node:fs/promises';
import path from 'node:path';
import {
  AccountRegistered,
  FindCustomer,
  GetAccount,
  GetLatestBill,
  GetRegisterImport,
  ImportRegisterFile,
  ImportRegisterRows,
  ListArrears,
  ListKnownOutages,
  ListOutages,
  ListRegisterImports,
  ListRegisterRowErrors,
  PutArea,
  RegisterAccount,
  type RegisterImportView,
  type RegisterKind,
} from '@switchyard/contracts';
import { parseMessage } from '@switchyard/platform';
import { encodeGb18030, waitFor } from '@switchyard/testing';
import { Workbook } from 'exceljs';
import { TicketFixture } from './ticket-fixture';

const CUSTOMER_HEADERS = '户号,户名,客户类型,绑定电话,用电地址,区域代码,价值等级,名单标识,重要客户';

describe('importing registers', () => {
  let ticket: TicketFixture;
  let uploads = 0;

  beforeAll(async () => {
    ticket = await TicketFixture.start();
    for (const code of ['320102', '320103']) {
      await ticket.call(PutArea, { code, name: `区域${code}`, class: 'urban' });
    }
  }, 120_000);

  afterAll(() => ticket.close());

  async function begin(register: RegisterKind, content: Buffer | string): Promise<RegisterImportView> {
    const fileKey = await ticket.upload(`imports/${++uploads}`, content);
    return ticket.call(ImportRegisterFile, { register, fileKey, fileName: 'register.csv' });
  }

  async function ended(id: string): Promise<RegisterImportView> {
    let view = await ticket.call(GetRegisterImport, { importId: id });
    const isOver = async () => {
      view = await ticket.call(GetRegisterImport, { importId: id });
      return view.state !== 'running';
    };
    await waitFor('the end of the import', isOver, 240_000);
    return view;
  }

  const take = async (register: RegisterKind, content: Buffer | string) =>
    ended((await begin(register, content)).id);
  const errorsOf = async (importId: string) =>
    (await ticket.call(ListRegisterRowErrors, { importId })).items.map(({ line, field, code }) => ({
      line,
      field,
      code,
    }));

  it('takes customers with a byte order mark, several phones, standing in three fields', async () => {
    const view = await take(
      'customers',
      `\uFEFF${CUSTOMER_HEADERS}\n` +
        '5100000001,王芳,居民,13900010001;025-87654321,中山路1号,320102,高,红,否\n' +
        '5100000002,"长江, 纺织厂",企业,１３９０００１０００２、13900010001,江边路2号,320103,,,是\n',
    );
    expect(view).toMatchObject({
      state: 'completed',
      progress: 1,
      rowsTotal: 2,
      rowsAccepted: 2,
      rowsRefused: 0,
      format: 'csv',
      encoding: 'utf-8',
      delimiter: 'comma',
      warnings: [],
    });
    expect(await ticket.call(GetAccount, { accountNo: '5100000001' })).toMatchObject({
      name: '王芳',
      kind: 'resident',
      phones: ['+8613900010001', '+862587654321'],
      address: '中山路1号',
      areaCode: '320102',
      valueTier: 'high',
      listFlag: 'red',
      important: false,
    });
    const told = await ticket.events('ticket.event.account-registered.v1');
    expect(told).toHaveLength(2);
    for (const payload of told) {
      const { accountNo } = await parseMessage(AccountRegistered.payload, payload);
      expect(payload).toEqual(await ticket.call(GetAccount, { accountNo }));
    }
    const { accounts } = await ticket.call(FindCustomer, { phone: '+8613900010001' });
    expect(accounts.map(({ accountNo, important }) => [accountNo, important])).toEqual([
      ['5100000001', false],
      ['5100000002', true],
    ]);
  });

  it('reads GB18030 and tabs, and keeps what the file leaves out', async () => {
    const view = await take('customers', encodeGb18030('户号\t户名\t价值等级\n5100000001\t王芳芳\t中\n'));
    expect(view).toMatchObject({ state: 'completed', encoding: 'gb18030', delimiter: 'tab' });
    expect(await ticket.call(GetAccount, { accountNo: '5100000001' })).toMatchObject({
      name: '王芳芳',
      phones: ['+8613900010001', '+862587654321'],
      address: '中山路1号',
      valueTier: 'mid',
      listFlag: 'red',
    });
  });

  it('reports bad rows by line, field and reason, and loses no good one with them', async () => {
    const view = await take(
      'customers',
      `${CUSTOMER_HEADERS},备注\n` +
        '5100000011,好,居民,13900010011,,,,,,x\n' +
        ',无户号,居民,13900010012,,,,,,\n' +
        '5100000013,坏电话,火星人,139;13900010013,,,,,,\n' +
        '5100000011,重复,居民,,,,,,,\n' +
        '5100000015,"没有结束\n' +
        '5100000016,分机,居民,025-87654321转12,,,,,,\n' +
        '5100000017,好,,,,,,黑,,\n',
    );
    expect(view).toMatchObject({ state: 'completed', rowsTotal: 7, rowsAccepted: 2, rowsRefused: 5 });
    expect(view.warnings).toMatchObject([{ code: 'columns.unknown' }]);
    expect(await errorsOf(view.id)).toEqual([
      { line: 3, field: 'accountNo', code: 'row.missing' },
      { line: 4, field: 'kind', code: 'row.bad-word' },
      { line: 4, field: 'phones', code: 'row.bad-phone' },
      { line: 5, field: 'accountNo', code: 'row.duplicate' },
      { line: 6, field: 'row', code: 'row.quote-not-closed' },
      { line: 7, field: 'phones', code: 'row.bad-phone' },
    ]);
    expect(await ticket.call(GetAccount, { accountNo: '5100000017' })).toMatchObject({ listFlag: 'black' });
  });

  it('refuses the same file twice, pointing at the first', async () => {
    const file = '户号,户名\n5100000021,一次\n';
    const first = await take('customers', file);
    await expect(begin('customers', file)).rejects.toMatchObject({
      code: 'register-import.already-imported',
      details: { importId: first.id },
    });
  });

  it('keeps nothing of a file without a good row, or without its columns, and lets it be tried again', async () => {
    const bad = await take('bills', '户号,月份\n1,2026-02\n');
    expect(bad).toMatchObject({ state: 'failed', failure: { code: 'import.column-missing' } });
    const none = await take('customers', '户号,户名\n,谁\n');
    expect(none).toMatchObject({ state: 'failed', rowsAccepted: 0, failure: { code: 'import.no-good-row' } });
    expect((await take('customers', '户号,户名\n,谁\n')).state).toBe('failed');
    await expect(ticket.call(GetRegisterImport, { importId: uploadsMissing })).rejects.toMatchObject({
      code: 'register-import.not-found',
    });
    await expect(
      ticket.call(ImportRegisterFile, { register: 'bills', fileKey: 'imports/none' }),
    ).rejects.toMatchObject({ code: 'register-import.file-missing' });
  });

  it('takes bills, with the sign of the balance that the sums tell', async () => {
    const view = await take(
      'bills',
      '户号,账单月份,抄表日期,示数,电量,电费,上期余额,应缴金额,缴费截止日\n' +
        '5100000001,2026-01,2026-01-31,9922.3,100,50.00,0,50.00,2026-02-20\n' +
        '5100000001,2026年2月,2026/2/28,10050.3,128,68.50,20.00,48.50,\n' +
        '5100000001,2026-03,2026-03-31,1,1,1,0,1,2026-03-30\n',
    );
    expect(view).toMatchObject({ state: 'completed', rowsAccepted: 2, rowsRefused: 1 });
    expect(view.warnings).toMatchObject([{ code: 'rows.balance-sign' }]);
    expect(await errorsOf(view.id)).toEqual([{ line: 4, field: 'dueDate', code: 'row.bad-date' }]);
    const { bill } = await ticket.call(GetLatestBill, { accountNo: '5100000001' });
    expect(bill).toMatchObject({
      billMonth: '2026-02',
      readingDate: '2026-02-28',
      registerValue: 10050.3,
      energyKwh: 128,
      amountFen: 6850,
      previousBalanceFen: -2000,
      payableFen: 4850,
      leftToPayFen: 4850,
    });
  });

  it('takes arrears', async () => {
    const view = await take(
      'arrears',
      '户号,欠费月份,欠费金额,缴费截止日,数据时间,缴费地点\n' +
        '5100000002,2026-01,100.00,2026-02-20,2026-03-01 08:00,长江路营业厅\n' +
        '5100000002,2026-02,0,2026-03-20,,\n',
    );
    expect(view).toMatchObject({ state: 'completed', rowsAccepted: 2 });
    const arrears = await ticket.call(ListArrears, { accountNo: '5100000002' });
    expect(arrears).toMatchObject({
      months: [{ billMonth: '2026-01', amountFen: 10_000, dueDate: '2026-02-20' }],
      payPlace: { 'zh-CN': '长江路营业厅' },
    });
    expect(arrears.penaltyMethod['zh-CN']).toContain('千分之二');
  });

  it('takes outages out of XLSX, with the time of day in China, and tells each', async () => {
    const book = new Workbook();
    const sheet = book.addWorksheet('停电');
    sheet.addRow(['停电编号', '停电类型', '区域代码', '开始时间', '预计恢复时间', '停电原因']);
    const start = new Date(Date.UTC(2099, 2, 2, 9, 30));
    const row = sheet.addRow(['TD-1', '计划停电', '320103', start, '2099-03-02 18:00', '线路检修']);
    row.getCell(4).numFmt = 'yyyy-mm-dd hh:mm';
    sheet.addRow(['TD-2', '故障', '999999', '2099-03-02 09:30', '', '不明']);
    sheet.addRow(['TD-3', '限电', '320103', '2099-03-02 09:30', '2099-03-02 09:30', '负荷']);
    const view = await take('outages', Buffer.from(await book.xlsx.writeBuffer()));
    expect(view).toMatchObject({ state: 'completed', format: 'xlsx', rowsAccepted: 1, rowsRefused: 2 });
    expect(await errorsOf(view.id)).toEqual([
      { line: 3, field: 'areaCode', code: 'row.bad-word' },
      { line: 4, field: 'expectedRestorationAt', code: 'row.bad-date' },
    ]);
    const { items } = await ticket.call(ListOutages, { areaCode: '320103' });
    expect(items).toMatchObject([
      {
        reference: 'TD-1',
        kind: 'planned',
        status: 'upcoming',
        cause: '线路检修',
        startsAt: '2099-03-02T01:30:00.000Z',
        expectedRestorationAt: '2099-03-02T10:00:00.000Z',
      },
    ]);
    expect(await ticket.events('ticket.event.outage-registered.v1')).toMatchObject([{ reference: 'TD-1' }]);
  });

  it('takes rows by API, again and again, and tells changes only', async () => {
    const startsAt = new Date(Date.now() - 3_600_000).toISOString();
    const row = { reference: 'TD-9', kind: 'fault', areaCode: '320102', startsAt, cause: '断线' };
    const first = await ticket.call(ImportRegisterRows, { register: 'outages', rows: [row] });
    expect(first).toMatchObject({ state: 'completed', source: 'api', rowsAccepted: 1 });
    await ticket.call(ImportRegisterRows, { register: 'outages', rows: [row] });
    expect((await ticket.call(ListKnownOutages, { areaCode: '320102' })).outages).toHaveLength(1);
    const restoredAt = new Date(Date.now() - 60_000).toISOString();
    await ticket.call(ImportRegisterRows, { register: 'outages', rows: [{ ...row, restoredAt }] });
    await ticket.call(ImportRegisterRows, { register: 'outages', rows: [row, { reference: 1 }] });
    expect((await ticket.call(ListKnownOutages, { areaCode: '320102' })).outages).toEqual([]);
    const told = async (name: string) =>
      (await ticket.events<{ reference?: string }>(`ticket.event.outage-${name}.v1`)).filter(
        ({ reference }) => reference === 'TD-9',
      );
    expect(await told('registered')).toHaveLength(1);
    expect(await told('changed')).toHaveLength(0);
    expect(await told('restored')).toHaveLength(1);
  });

  it('takes customers by API as JSON has them', async () => {
    const view = await ticket.call(ImportRegisterRows, {
      register: 'customers',
      rows: [
        { accountNo: '5100000031', name: '李明', phones: ['13900010031'], important: true },
        { accountNo: '5100000032', name: '无', phones: '13900010031', important: 'yes', foo: 1 },
      ],
    });
    expect(view).toMatchObject({ rowsAccepted: 1, rowsRefused: 1, warnings: [{ code: 'columns.unknown' }] });
    expect((await errorsOf(view.id)).map(({ field }) => field)).toEqual(['important', 'phones']);
    expect(await ticket.call(GetAccount, { accountNo: '5100000031' })).toMatchObject({
      phones: ['+8613900010031'],
      important: true,
      kind: 'resident',
    });
  });

  it('lists imports, the newest first, page by page', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await ticket.call(ListRegisterImports, { register: 'customers', limit: 2, cursor });
      seen.push(...page.items.map(({ startedAt }) => startedAt));
      cursor = page.nextCursor;
    } while (cursor !== undefined);
    expect(seen.length).toBeGreaterThan(3);
    expect(seen).toEqual([...seen].sort().reverse());
  });

  it.each([
    ['customers', 'customers.csv'],
    ['bills', 'bills.csv'],
    ['arrears', 'arrears-owed.csv'],
    ['outages', 'outages.csv'],
  ] as const)('takes the sample of %s', async (register, file) => {
    const areas = { '320104': '秦淮区', '320115': '江宁区', '320118': '高淳区' };
    for (const [code, name] of Object.entries(areas)) {
      await ticket.call(PutArea, { code, name, class: 'suburb' });
    }
    const sample = await readFile(path.resolve(__dirname, `../../../deploy/samples/${file}`));
    const view = await take(register, sample);
    expect(view).toMatchObject({ state: 'completed', rowsRefused: 0, warnings: [] });
    expect(view.rowsAccepted).toBeGreaterThan(2);
  });

  it('keeps no row of an import that a stop of the service interrupted, and takes the same file again', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index) => `S-${index},客户${index}`);
    const file = ['户号,户名', ...rows].join('\n');
    const { id } = await begin('customers', file);
    await ticket.restart();
    expect(await ended(id)).toMatchObject({ state: 'failed', failure: { code: 'import.interrupted' } });
    await expect(ticket.call(GetAccount, { accountNo: 'S-0' })).rejects.toMatchObject({
      code: 'account.not-found',
    });
    expect(await take('customers', file)).toMatchObject({ state: 'completed', rowsAccepted: 30_000 });
  }, 120_000);

  it('takes 100,000 customers in one go, tells each once, and only what changed the next time', async () => {
    await ticket.call(RegisterAccount, { accountNo: '6100000007', name: '旧', kind: 'resident', phones: [] });
    const rows = Array.from({ length: 100_000 }, (_, index) => {
      const serial = String(index).padStart(8, '0');
      return `61${serial},客户${serial},居民,139${serial},某路${index}号,320102,普通,正常,否`;
    });
    const view = await take('customers', [CUSTOMER_HEADERS, ...rows].join('\n'));
    expect(view).toMatchObject({ state: 'completed', rowsAccepted: 100_000, rowsRefused: 0 });
    const [{ count } = { count: 0 }] = await ticket.query<{ count: number }>(
      `select count(*)::int as count from account where account_no like '61%'`,
    );
    expect(count).toBe(100_000);
    const found = await ticket.call(FindCustomer, { phone: '+8613900054321' });
    expect(found.accounts.map(({ accountNo }) => accountNo)).toEqual(['6100054321']);
    const told = async () =>
      (
        await ticket.query<{ count: number }>(
          `select count(*)::int as count from outbox
           where subject = 'ticket.event.account-registered.v1' and payload::text like '%"61%'`,
        )
      )[0]?.count;
    const before = await told();
    rows[5] = rows[5]?.replace('普通', '高') ?? '';
    await take('customers', [CUSTOMER_HEADERS, ...rows].join('\n'));
    expect(await told()).toBe((before ?? 0) + 1);
  }, 300_000);
});

const uploadsMissing = '7b0a4a3e-8c53-4c1c-9a4e-0d7ad1c2a001';
