import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { letterTemplate } from '@switchyard/domain';
import { writeCsv, writeXlsx } from '@switchyard/platform';
import { fromBufferPromise } from 'yauzl';
import type { Contact } from '../contacts/contact';
import { type ListedContact, listColumns, localTime, nationalNumber } from './list-columns';
import { renderLetters } from './render-letters';

const DATED = new Date('2026-03-02T12:00:00Z');

function listed(place: number, change: Partial<Contact> = {}, balanceFen = 6850): ListedContact {
  const contact: Contact = {
    id: String(place),
    batchId: 'b',
    importId: 'i',
    line: place + 1,
    accountNo: '31',
    period: '2026-02-28',
    customerName: '张三',
    customerKind: 'resident',
    number: '+8613900110001',
    extension: null,
    language: 'zh-CN',
    payableFen: 6850,
    notice: {
      readingDate: '2026-02-28',
      registerValue: 1,
      energyKwh: 2,
      amountFen: 6850,
      previousBalanceFen: 0,
      payableFen: 6850,
    },
    state: 'done',
    dueAt: DATED,
    waitReason: 'done',
    countedAttempts: 3,
    technicalFailures: 0,
    disposition: 'handed-off',
    dispositionReason: 'exhausted',
    disposedAt: DATED,
    ...change,
  };
  return { place, contact, reason: 'exhausted', handedOffAt: DATED, attempts: [], balanceFen };
}

async function* pages(...contacts: ListedContact[]) {
  yield contacts;
}

const csv = async (language: 'zh-CN' | 'en', ...contacts: ListedContact[]) =>
  (await buffer(writeCsv(listColumns('bill-notice'), language, pages(...contacts)))).toString();

describe('the list as CSV', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', "=cmd|'/C calc'!A0"])(
    'gives no spreadsheet the formula %s',
    async (name) => {
      expect(await csv('zh-CN', listed(1, { customerName: name }))).toContain(`,'${name},`);
    },
  );

  it('leaves our own negative amounts alone', async () => {
    const notice = { ...listed(1).contact.notice, previousBalanceFen: -2000 };
    expect(await csv('zh-CN', listed(1, { notice }))).toContain(',68.50,-20.00,68.50,');
  });

  it('has headers in the language of the batch', async () => {
    expect(await csv('en', listed(1))).toContain('no,account no,name,phone,');
  });
});

describe('the list as XLSX', () => {
  it('is the same bytes at another time, with one date throughout', async () => {
    const render = () =>
      buffer(
        writeXlsx(listColumns('bill-notice'), 'zh-CN', pages(listed(1), listed(2)), {
          sheetName: '转交清单',
          dated: DATED,
        }),
      );
    const first = await render();
    const archive = await fromBufferPromise(first, { lazyEntries: true });
    const names: string[] = [];
    for await (const entry of archive.eachEntry()) {
      names.push(entry.fileName);
      expect(entry.getLastModDate({ timezone: 'UTC' })).toEqual(DATED);
    }
    expect(names).toContain('xl/worksheets/sheet1.xml');
    await sleep(10);
    expect((await render()).equals(first)).toBe(true);
  });
});

describe('letters', () => {
  const render = (...contacts: ListedContact[]) =>
    buffer(
      renderLetters(
        { kind: 'bill-notice', unit: '江城', dated: DATED, template: letterTemplate },
        pages(...contacts),
      ),
    );
  const pagesOf = (pdf: Buffer) => pdf.toString('latin1').match(/\/Type \/Page\b/g)?.length;

  it('are one page per contact, the same bytes every time', async () => {
    const first = await render(listed(1), listed(2, { language: 'en' }), listed(3));
    expect(pagesOf(first)).toBe(3);
    expect((await render(listed(1), listed(2, { language: 'en' }), listed(3))).equals(first)).toBe(true);
  });

  it('are not written to whoever has paid', async () => {
    expect(pagesOf(await render(listed(1, {}, 0), listed(2)))).toBe(1);
  });

  it('end with an error when the list cannot be read', async () => {
    const broken = (async function* (): AsyncGenerator<readonly ListedContact[]> {
      yield [listed(1)];
      throw new Error('the database is gone');
    })();
    const settings = { kind: 'bill-notice', unit: '江城', dated: DATED, template: letterTemplate } as const;
    await expect(buffer(renderLetters(settings, broken))).rejects.toThrow('the database is gone');
  });
});

describe('values of the list', () => {
  it.each([
    ['+8613900110001', '13900110001'],
    ['+861062345678', '01062345678'],
    ['+85221234567', '0085221234567'],
  ])('%s is written %s', (e164, national) => {
    expect(nationalNumber(e164)).toBe(national);
  });

  it('are in the time of Shanghai', () => {
    expect(localTime(new Date('2026-03-01T20:00:05Z'))).toBe('2026-03-02 04:00:05');
  });
});
