import { deflateRawSync } from 'node:zlib';
import { GetBatch, ListContacts } from '@switchyard/contracts';
import { Workbook } from 'exceljs';
import { BILL_HEADER, CampaignFixture } from './campaign-fixture';

const HEADER = BILL_HEADER.split(',');
const ROW = [
  '3100000001',
  '张三',
  13_900_010_001,
  '',
  '',
  new Date('2026-02-28T00:00:00Z'),
  1050.3,
  128,
  68.5,
  0,
  68.5,
];

async function workbook(
  rows: readonly (readonly unknown[])[],
  change?: (book: Workbook) => void,
): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('账单');
  for (const row of rows) sheet.addRow([...row]);
  change?.(book);
  return Buffer.from(await book.xlsx.writeBuffer());
}

describe('importing a workbook', () => {
  let fixture: CampaignFixture;

  beforeAll(async () => {
    fixture = await CampaignFixture.open();
  }, 120_000);

  afterAll(() => fixture.close());

  async function imported(content: Buffer) {
    const batch = await fixture.createBatch();
    const done = await fixture.importFile(batch.id, content, 'bills.xlsx');
    return { batch, done };
  }

  it('takes dates and numbers as cells, shared strings and empty cells', async () => {
    const { batch, done } = await imported(
      await workbook([
        HEADER,
        ROW,
        [],
        ['31', '李四', '010-62345678', '', '', '2026/2/27', 1, 1, '1.00', 0, 1],
      ]),
    );
    expect(done).toMatchObject({
      state: 'completed',
      format: 'xlsx',
      rowsAccepted: 2,
      rowsRefused: 0,
      progress: 1,
    });
    expect(done.encoding).toBeUndefined();
    const { items } = await fixture.call(ListContacts, { batchId: batch.id });
    expect(items).toMatchObject([
      { line: 2, accountNo: '3100000001', number: '+8613900010001', period: '2026-02-28', payableFen: 6850 },
      { line: 4, accountNo: '31', number: '+861062345678', period: '2026-02-27', payableFen: 100 },
    ]);
    expect(items[0]?.notice.registerValue).toBe(1050.3);
  });

  it('reads the first sheet that is not hidden', async () => {
    const content = await workbook([['nothing']], (book) => {
      const first = book.worksheets[0];
      if (first) first.state = 'hidden';
      const sheet = book.addWorksheet('second');
      sheet.addRow(HEADER);
      sheet.addRow(ROW);
    });
    expect((await imported(content)).done).toMatchObject({ state: 'completed', rowsAccepted: 1 });
  });

  it('refuses a cell with an error, an account number that lost digits, and too many cells', async () => {
    const lost = [12_345_678_901_234_567_000, ...ROW.slice(1)];
    const failed = ['32', { error: '#REF!' }, ...ROW.slice(2)];
    const wide = ['33', ...ROW.slice(1), 'surplus'];
    const { done } = await imported(await workbook([HEADER, ['34', ...ROW.slice(1)], lost, failed, wide]));
    expect(done).toMatchObject({ rowsAccepted: 1, rowsRefused: 3 });
    expect((await fixture.rowErrors(done.id)).map(({ line, field }) => [line, field])).toEqual([
      [3, 'accountNo'],
      [4, 'name'],
      [5, 'row'],
    ]);
  });

  it('fails a damaged archive, an archive without a table, and one that unpacks to hundreds of megabytes', async () => {
    const good = await workbook([HEADER, ROW]);
    const cut = good.subarray(0, good.length - 100);
    const noTable = zip([['readme.txt', Buffer.from('hello')]]);
    const bomb = zip(
      [
        ['xl/workbook.xml', Buffer.from('<workbook/>')],
        ['xl/worksheets/sheet1.xml', Buffer.alloc(1_000_000, 0x20)],
      ],
      600 * 1024 * 1024,
    );
    const liar = zip(
      [
        ['xl/workbook.xml', Buffer.from('<workbook/>')],
        ['xl/worksheets/sheet1.xml', Buffer.alloc(5_000_000, 0x20)],
      ],
      1_000,
    );
    const noXml = zip([
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
      ['xl/worksheets/sheet1.xml', Buffer.from('<worksheet><row>')],
    ]);
    const entity =
      '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>';
    const lol = zip([
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
      ['xl/worksheets/sheet1.xml', Buffer.from(entity)],
    ]);
    const codes = [];
    for (const content of [cut, noTable, bomb, liar, noXml, lol]) {
      const { batch, done } = await imported(content);
      codes.push(done.failure?.code);
      expect((await fixture.call(GetBatch, { batchId: batch.id })).states.waiting).toBe(0);
    }
    expect(codes).toEqual([
      'import.broken-xlsx',
      'import.broken-xlsx',
      'import.too-large',
      'import.broken-xlsx',
      'import.broken-xlsx',
      'import.broken-xlsx',
    ]);
  });

  it('refuses more than 200,000 rows with the advice to use CSV, and keeps none', async () => {
    const [, ...facts] = ['', '张三', '13900010001', '', '', '2026-02-28', 1050.3, 128, 68.5, 0, 68.5];
    const row = (cells: readonly (string | number)[]) =>
      `<row>${cells.map((cell) => `<c t="str"><v>${cell}</v></c>`).join('')}</row>`;
    const good = Array.from({ length: 200_001 }, (_, index) => row([`A${index}`, ...facts])).join('');
    const sheet = `<worksheet><sheetData>${row(HEADER)}${good}</sheetData></worksheet>`;
    const content = zip([
      ['xl/workbook.xml', Buffer.from('<workbook/>')],
      ['xl/worksheets/sheet1.xml', Buffer.from(sheet)],
    ]);
    const { batch, done } = await imported(content);
    expect(done.failure).toMatchObject({ code: 'import.too-many-rows', details: { limit: 200_000 } });
    expect(await fixture.call(ListContacts, { batchId: batch.id })).toMatchObject({ items: [] });
    // minutes on a machine that has other work
  }, 300_000);
});

/** An archive with these parts; `declared` lies about the size of the last one. */
function zip(parts: readonly (readonly [string, Buffer])[], declared?: number): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  parts.forEach(([name, content], index) => {
    const packed = deflateRawSync(content);
    const size = index === parts.length - 1 && declared !== undefined ? declared : content.length;
    const fixed = Buffer.alloc(26);
    fixed.writeUInt16LE(20, 0);
    fixed.writeUInt16LE(8, 4);
    fixed.writeUInt32LE(packed.length, 14);
    fixed.writeUInt32LE(size, 18);
    fixed.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fixed, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.from([20, 0]), fixed, tail, Buffer.from(name)]),
    );
    locals.push(local);
    at += local.length;
  });
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...locals, directory, end]);
}
