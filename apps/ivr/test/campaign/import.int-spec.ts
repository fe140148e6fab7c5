import { GetBatch, GetImport, ImportRows, ListContacts, ListRowErrors } from '@switchyard/contracts';
import { BILL_HEADER, billLine, bills, CampaignFixture } from './campaign-fixture';

describe('importing contacts', () => {
  let fixture: CampaignFixture;

  beforeAll(async () => {
    fixture = await CampaignFixture.open();
  }, 120_000);

  afterAll(() => fixture.close());

  it('takes good rows, makes the batch ready and fixes its deadline', async () => {
    const batch = await fixture.createBatch();
    const done = await fixture.importFile(batch.id, bills(3));
    expect(done).toMatchObject({
      state: 'completed',
      format: 'csv',
      encoding: 'utf-8',
      delimiter: 'comma',
      rowsTotal: 3,
      rowsAccepted: 3,
      rowsRefused: 0,
      progress: 1,
      warnings: [],
    });
    const detail = await fixture.call(GetBatch, { batchId: batch.id });
    expect(detail.batch).toMatchObject({ state: 'ready', contacts: 3 });
    expect(detail.batch.version).toBeGreaterThan(batch.version);
    expect(detail.states).toEqual({ waiting: 3, calling: 0, done: 0 });
    expect(detail.waitReasons).toEqual([{ name: 'batch-not-started', count: 3 }]);
    expect(Date.parse(detail.batch.deadlineAt ?? '')).toBeGreaterThan(
      Date.parse(detail.batch.handedInAt ?? ''),
    );
    const { items } = await fixture.call(ListContacts, { batchId: batch.id });
    expect(items.map(({ line, accountNo }) => [line, accountNo])).toEqual([
      [2, '3100000001'],
      [3, '3100000002'],
      [4, '3100000003'],
    ]);
    expect(items[0]).toMatchObject({
      number: '+8613900010001',
      period: '2026-02-28',
      payableFen: 6850,
      notice: {
        readingDate: '2026-02-28',
        registerValue: 1001.5,
        energyKwh: 128,
        amountFen: 6850,
        previousBalanceFen: 0,
        payableFen: 6850,
      },
    });
  });

  it('reports every bad row by line and field, and keeps the good ones', async () => {
    const batch = await fixture.createBatch();
    const lines = [
      BILL_HEADER,
      billLine(11),
      billLine(12, { phone: '110' }),
      billLine(13, { payable: '68.505' }),
      'too,few',
      billLine(11),
      `"unclosed,${billLine(14)}`,
      billLine(15, { account: '', phone: 'x' }),
      billLine(16, { name: '反\\斜杠' }),
      billLine(17, { name: 'nul\0byte' }),
    ];
    const done = await fixture.importFile(batch.id, lines.join('\r\n'));
    expect(done).toMatchObject({ state: 'completed', rowsTotal: 9, rowsAccepted: 2, rowsRefused: 7 });
    const errors = await fixture.rowErrors(done.id);
    expect(errors.map(({ line, field, code }) => [line, field, code])).toEqual([
      [3, 'phone', 'row.bad-phone'],
      [4, 'payable', 'row.bad-amount'],
      [5, 'row', 'row.column-count'],
      [6, 'accountNo', 'row.duplicate'],
      [7, 'row', 'row.quote-not-closed'],
      [8, 'accountNo', 'row.missing'],
      [8, 'phone', 'row.bad-phone'],
      [10, 'name', 'row.bad-text'],
    ]);
    expect(errors[3]?.reason).toEqual({
      'zh-CN': '与第 2 行重复：户号 3100000011、2026-02-28',
      en: 'repeats line 2: account 3100000011, 2026-02-28',
    });
    expect(errors[0]?.value).toBe('110');
    const { items } = await fixture.call(ListContacts, { batchId: batch.id });
    expect(items.map(({ customerName }) => customerName)).toEqual(['客户11', '反\\斜杠']);
  });

  it('pages row errors', async () => {
    const batch = await fixture.createBatch();
    const bad = Array.from({ length: 5 }, (_, n) => billLine(30 + n, { phone: 'x' }));
    const done = await fixture.importFile(batch.id, [BILL_HEADER, billLine(20), ...bad].join('\n'));
    const first = await fixture.call(ListRowErrors, { importId: done.id, limit: 3 });
    expect(first.items.map(({ line }) => line)).toEqual([3, 4, 5]);
    const second = await fixture.call(ListRowErrors, {
      importId: done.id,
      limit: 3,
      cursor: first.nextCursor,
    });
    expect(second.items.map(({ line }) => line)).toEqual([6, 7]);
    expect(second.nextCursor).toBeUndefined();
    const refusal = await fixture.refusal(fixture.call(ListRowErrors, { importId: done.id, cursor: 'x' }));
    expect(refusal.code).toBe('request.invalid');
  });

  it('takes GB18030, semicolons, tabs, UTF-16 and byte order marks, and tells what it found', async () => {
    const encoded: [string, Buffer, object][] = [
      ['utf-16', Buffer.from(`\uFEFF${bills(1, 100)}`, 'utf16le'), { encoding: 'utf-16le' }],
      ['mark', Buffer.from(`\uFEFF${bills(1, 101)}`), { encoding: 'utf-8' }],
      ['semicolon', Buffer.from(bills(1, 102).replaceAll(',', ';')), { delimiter: 'semicolon' }],
      ['tab', Buffer.from(bills(1, 103).replaceAll(',', '\t')), { delimiter: 'tab' }],
      ['gb18030', gb18030Bills(), { encoding: 'gb18030' }],
    ];
    for (const [name, content, expected] of encoded) {
      const batch = await fixture.createBatch({ name });
      const done = await fixture.importFile(batch.id, content);
      expect(done).toMatchObject({ state: 'completed', rowsAccepted: 1, ...expected });
      const { items } = await fixture.call(ListContacts, { batchId: batch.id });
      expect(items[0]?.customerName).toMatch(/^客户|^张三$/);
    }
  });

  it('refuses the same bytes for the same kind anywhere, pointing to the first', async () => {
    const first = await fixture.createBatch();
    const done = await fixture.importFile(first.id, bills(2, 200));
    const second = await fixture.createBatch();
    const refusal = await fixture.refusal(fixture.upload(second.id, bills(2, 200)));
    expect(refusal).toMatchObject({
      code: 'import.already-imported',
      details: { batchId: first.id, importId: done.id, importedAt: done.startedAt },
    });
    expect((await fixture.call(GetBatch, { batchId: second.id })).batch.state).toBe('draft');
  });

  it('refuses an account and period that the batch has from an earlier file', async () => {
    const batch = await fixture.createBatch();
    await fixture.importFile(batch.id, bills(3, 300));
    const again = await fixture.importFile(batch.id, bills(4, 301));
    expect(again).toMatchObject({ state: 'completed', rowsAccepted: 2, rowsRefused: 2 });
    expect((await fixture.rowErrors(again.id)).map(({ line, code }) => [line, code])).toEqual([
      [2, 'row.duplicate'],
      [3, 'row.duplicate'],
    ]);
    expect((await fixture.call(GetBatch, { batchId: batch.id })).batch.contacts).toBe(5);
  });

  const broken: [string, Buffer | string, string][] = [
    ['empty', '', 'import.empty'],
    ['blank', '\n\r\n\n', 'import.empty'],
    ['header only', `${BILL_HEADER}\n`, 'import.header-only'],
    ['no header', `${billLine(1)}\n`, 'import.column-missing'],
    ['a column missing', bills(1, 400).replaceAll('电话', '备注'), 'import.column-missing'],
    ['a column twice', bills(1, 401).replace('客户类型', '手机'), 'import.column-twice'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'import.column-missing'],
    ['zeros', Buffer.alloc(100_000), 'import.not-a-table'],
    [
      'an old .xls',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(1000)]),
      'import.not-a-table',
    ],
    ['one huge field', `${'x'.repeat(3_000_000)}`, 'import.not-a-table'],
    ['no archive', 'PK but no archive at all', 'import.broken-xlsx'],
    ['nothing but bad rows', `${BILL_HEADER}\n${billLine(1, { phone: 'x' })}\n`, 'import.no-good-row'],
  ];

  it.each(broken)(
    'fails a file that is %s, keeps nothing, and lets it be tried again',
    async (_, content, code) => {
      const batch = await fixture.createBatch();
      const failed = await fixture.importFile(batch.id, content);
      expect(failed).toMatchObject({ state: 'failed', rowsAccepted: 0, failure: { code } });
      expect(failed.failure?.text['zh-CN']).not.toBe('');
      const detail = await fixture.call(GetBatch, { batchId: batch.id });
      expect(detail.batch.state).toBe('draft');
      expect(detail.states.waiting).toBe(0);
      expect((await fixture.importFile(batch.id, content)).failure?.code).toBe(code);
    },
  );

  it('reads on after a field of megabytes', async () => {
    const batch = await fixture.createBatch();
    const content = [BILL_HEADER, billLine(500), 'y'.repeat(2_000_000), billLine(501)].join('\n');
    const done = await fixture.importFile(batch.id, content);
    expect(done).toMatchObject({ state: 'completed', rowsAccepted: 2, rowsRefused: 1 });
    expect(await fixture.rowErrors(done.id)).toMatchObject([{ line: 3, code: 'row.too-long' }]);
  });

  it('warns of columns that nobody asked for and of balances whose sign only the sums tell', async () => {
    const batch = await fixture.createBatch();
    const line = '3100000600,客户,13900010001,,,2026-02-28,1,1,68.50,20.00,48.50,x';
    const done = await fixture.importFile(batch.id, `${BILL_HEADER},备注\n${line}\n`);
    expect(done.warnings.map(({ code }) => code)).toEqual(['columns.unknown', 'rows.balance-sign']);
    const { items } = await fixture.call(ListContacts, { batchId: batch.id });
    expect(items[0]?.notice.previousBalanceFen).toBe(-2000);
  });

  it('takes rows by API in fen, at once, and the same rows only once', async () => {
    const batch = await fixture.createBatch();
    const row = {
      accountNo: '3100000700',
      name: '张三',
      phone: '13900010001',
      readingDate: '2026-02-28',
      registerValue: 10.5,
      energyKwh: 3,
      amountFen: 100,
      previousBalanceFen: 0,
      payableFen: 100,
    };
    const rows = [row, { ...row, accountNo: '3100000701', payableFen: 1.5 }, row];
    const done = await fixture.call(ImportRows, { batchId: batch.id, rows });
    expect(done).toMatchObject({
      state: 'completed',
      source: 'api',
      format: 'json',
      rowsAccepted: 1,
      rowsRefused: 2,
    });
    expect((await fixture.rowErrors(done.id)).map(({ line, field, code }) => [line, field, code])).toEqual([
      [2, 'payableFen', 'row.bad-amount'],
      [3, 'accountNo', 'row.duplicate'],
    ]);
    const other = await fixture.createBatch();
    const refusal = await fixture.refusal(fixture.call(ImportRows, { batchId: other.id, rows }));
    expect(refusal.code).toBe('import.already-imported');
    const more = await fixture.call(ImportRows, {
      batchId: batch.id,
      rows: [row, { ...row, accountNo: '3100000702' }],
    });
    expect(more).toMatchObject({ rowsAccepted: 1, rowsRefused: 1 });
  });

  it('is told of an import or batch that does not exist', async () => {
    const nowhere = '00000000-0000-4000-8000-000000000000';
    expect((await fixture.refusal(fixture.call(GetImport, { importId: nowhere }))).code).toBe(
      'import.not-found',
    );
    expect((await fixture.refusal(fixture.upload(nowhere, bills(1)))).code).toBe('batch.not-found');
  });
});

/** 张三 and the Chinese headers in GB18030; Node writes no GB18030, so that the bytes stand here. */
function gb18030Bills(): Buffer {
  const header =
    'bba7bac52cbba7c3fb2cb5e7bbb02cb3adb1edc8d5c6da2ccabecafd2cb5e7c1bf2cb5e7b7d12cc9cfc6dad3e0b6ee2cd3a6bdc9bdf0b6ee0a';
  const row = Buffer.concat([
    Buffer.from('3100000104,'),
    Buffer.from('d5c5c8fd', 'hex'),
    Buffer.from(',13900010001,2026-02-28,10.5,3,1.00,0,1.00\n'),
  ]);
  return Buffer.concat([Buffer.from(header, 'hex'), row]);
}
