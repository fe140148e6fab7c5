import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import {
  ExportHandOff,
  type HandOffFormat,
  HandOffReceiptRecorded,
  ListHandOff,
  RecordHandOffReceipt,
} from '@switchyard/contracts';
import { Workbook } from 'exceljs';
import { BILL_HEADER, billLine, bills, CampaignFixture } from './campaign-fixture';

const FORMATS: readonly HandOffFormat[] = ['csv', 'xlsx', 'pdf'];

describe('the hand-off list', () => {
  let fixture: CampaignFixture;

  beforeAll(async () => {
    fixture = await CampaignFixture.open();
  }, 120_000);

  afterAll(() => fixture.close());

  async function finalBatch(content: string, handedOff: number): Promise<string> {
    const batch = await fixture.createBatch();
    await fixture.importFile(batch.id, content);
    await fixture.end(batch.id, handedOff);
    return batch.id;
  }

  async function bytesOf(batchId: string, format: HandOffFormat) {
    const made = await fixture.call(ExportHandOff, { batchId, format });
    const bytes = await buffer(await fixture.files.get(made.fileKey));
    expect(made.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(made.bytes).toBe(bytes.length);
    return { made, bytes };
  }

  it('is listed while the batch runs, and taken only when it is final', async () => {
    const batch = await fixture.createBatch();
    await fixture.importFile(batch.id, bills(3, 100));
    expect(await fixture.call(ListHandOff, { batchId: batch.id })).toMatchObject({
      final: false,
      count: 0,
      items: [],
    });
    const order = { batchId: batch.id, format: 'csv' as const };
    expect((await fixture.refusal(fixture.call(ExportHandOff, order))).code).toBe(
      'hand-off.not-allowed-in-state',
    );
    const receipt = { batchId: batch.id, receivedBy: 'x' };
    expect((await fixture.refusal(fixture.call(RecordHandOffReceipt, receipt))).code).toBe(
      'hand-off.not-allowed-in-state',
    );
    await fixture.end(batch.id, 2);
    const page = await fixture.call(ListHandOff, { batchId: batch.id, limit: 1 });
    expect(page).toMatchObject({ final: true, count: 2, target: 'paper-notice' });
    expect(page.items.map(({ contact, reason }) => [contact.line, reason])).toEqual([[2, 'exhausted']]);
    const rest = await fixture.call(ListHandOff, { batchId: batch.id, limit: 1, cursor: page.nextCursor });
    expect(rest.items.map(({ contact }) => contact.line)).toEqual([3]);
    expect(rest.nextCursor).toBeUndefined();
  });

  it.each(FORMATS)(
    'is the same %s whenever it is asked for, even when the stored file is lost',
    async (format) => {
      const batchId = await finalBatch(bills(4, 200 + FORMATS.indexOf(format) * 10), 3);
      const first = await bytesOf(batchId, format);
      const again = await bytesOf(batchId, format);
      expect(again.made).toEqual(first.made);
      await fixture.files.remove(first.made.fileKey);
      const rendered = await bytesOf(batchId, format);
      expect(rendered.bytes.equals(first.bytes)).toBe(true);
      expect(rendered.made.sha256).toBe(first.made.sha256);
    },
  );

  it('tells as CSV whom to write to and why, and gives no spreadsheet a formula', async () => {
    const evil = billLine(300, { name: '=HYPERLINK(1)' });
    const quoted = billLine(301, { name: '"老王, ""五金"""' });
    const batchId = await finalBatch([BILL_HEADER, evil, quoted, ''].join('\n'), 2);
    const text = (await bytesOf(batchId, 'csv')).bytes.toString();
    expect(text.startsWith('\uFEFF序号,户号,户名,电话,')).toBe(true);
    const lines = text.split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain("1,3100000300,'=HYPERLINK(1),13900010300,");
    expect(lines[1]).toContain('68.50,0.00,68.50,68.50,三次未通知到，转交纸质通知');
    expect(lines[2]).toContain('"老王, ""五金"""');
  });

  it('is a workbook with texts and numbers', async () => {
    const batchId = await finalBatch([BILL_HEADER, billLine(400, { name: '=1+1' }), ''].join('\n'), 1);
    const workbook = new Workbook();
    const { bytes } = await bytesOf(batchId, 'xlsx');
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
    const row = workbook.worksheets[0]?.getRow(2);
    expect(row?.getCell(2).value).toBe('3100000400');
    expect(row?.getCell(3).value).toBe('=1+1');
    expect(row?.getCell(13).value).toBe(68.5);
  });

  it('is a letter per contact who still has to pay', async () => {
    const batchId = await finalBatch(bills(3, 500), 3);
    await fixture.query(
      `insert into payment (id, account_no, amount_fen, paid_at)
       select gen_random_uuid(), account_no, 6850, b.data_as_of + interval '1 ms' from contact k join batch b on b.id = k.batch_id
       where b.id = $1 order by k.id limit 1`,
      [batchId],
    );
    const pdf = (await bytesOf(batchId, 'pdf')).bytes.toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(pdf).toContain('NotoSansSC');
    const csv = (await bytesOf(batchId, 'csv')).bytes.toString();
    expect(csv.split('\r\n')[1]).toContain('68.50,0.00,');
  });

  it('of nobody is a list too', async () => {
    const batchId = await finalBatch(bills(1, 600), 0);
    for (const format of FORMATS) expect((await bytesOf(batchId, format)).made.contacts).toBe(0);
  });

  it('is rendered once by requests that come together', async () => {
    const batchId = await finalBatch(bills(2, 700), 2);
    const made = await Promise.all(
      [1, 2, 3].map(() => fixture.call(ExportHandOff, { batchId, format: 'pdf' })),
    );
    expect(new Set(made.map(({ fileKey }) => fileKey)).size).toBe(1);
  });

  it('is receipted, told to the others, and refused for a time to come', async () => {
    const batchId = await finalBatch(bills(2, 800), 2);
    const receipt = await fixture.call(RecordHandOffReceipt, {
      batchId,
      receivedBy: '电费管理中心',
      reference: 'R-1',
    });
    expect((await fixture.call(ListHandOff, { batchId })).receipts).toEqual([receipt]);
    const [event] = await fixture.query<{ payload: unknown }>(
      `select payload::jsonb as payload from outbox where subject = $1 and payload::jsonb ->> 'batchId' = $2`,
      [HandOffReceiptRecorded.subject, batchId],
    );
    expect(event?.payload).toMatchObject({ receiptId: receipt.id, contacts: 2, reference: 'R-1' });
    const late = { batchId, receivedBy: 'x', receivedAt: '2999-01-01T00:00:00Z' };
    expect((await fixture.refusal(fixture.call(RecordHandOffReceipt, late))).code).toBe('request.invalid');
  });
});
