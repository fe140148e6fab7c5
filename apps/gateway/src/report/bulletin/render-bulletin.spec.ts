import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ServiceReportView } from '@switchyard/contracts';
import ExcelJS from 'exceljs';
import { bulletinTables } from './bulletin-tables';
import { renderPdfBulletin, renderXlsxBulletin } from './render-bulletin';

const REPORT: ServiceReportView = {
  from: '2026-02-28T16:00:00.000Z',
  before: '2026-03-31T16:00:00.000Z',
  areaCode: '320102',
  areaName: '玄武区',
  takenAt: '2026-04-01T00:10:00.000Z',
  opened: 120,
  openedBefore: 100,
  closed: 90,
  open: 40,
  overdue: 3,
  byKind: [
    { name: 'fault', count: 80, before: 70, changePercent: 14 },
    { name: 'complaint', count: 40, before: 0 },
  ],
  byChannel: [{ name: 'voice', count: 120, before: 100, changePercent: 20 }],
  byArea: [{ name: '-', count: 120, before: 100, changePercent: 20 }],
  byDay: Array.from({ length: 31 }, (_, day) => ({
    day: `2026-03-${String(day + 1).padStart(2, '0')}`,
    opened: 4,
    closed: 3,
  })),
  departments: [
    {
      department: 'repair',
      limit: 'L01',
      clocks: 80,
      onTime: 70,
      late: 8,
      overdue: 2,
      running: 0,
      onTimePercent: 87.5,
      averageMinutes: 38,
    },
    { department: 'business', limit: 'L12', clocks: 1, onTime: 0, late: 0, overdue: 0, running: 1 },
  ],
  conduct: [{ department: 'business', answered: 30, sentBack: 2, urged: 1 }],
  hotTopics: [
    { kind: 'complaint', name: 'metering', areaCode: '320102', count: 22, before: 8, changePercent: 175 },
  ],
  complaints: {
    complaints: 40,
    before: 0,
    followedUp: 38,
    satisfied: 30,
    satisfiedPercent: 78.9,
    byGroup: [{ name: 'resident high', count: 40, before: 0 }],
    byContent: [],
    byCause: [{ name: '-', count: 40, before: 0 }],
    repeated: [{ accountNo: '5100123456', complaints: 3 }],
  },
};

const bytesOf = (stream: Readable) => buffer(stream);

async function sheetsOf(language: 'zh-CN' | 'en'): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await bytesOf(renderXlsxBulletin(REPORT, language))) as never);
  return workbook;
}

describe('a bulletin', () => {
  it('as XLSX has a sheet for each table, with numbers as numbers and codes as words', async () => {
    const workbook = await sheetsOf('zh-CN');
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(
      bulletinTables(REPORT, 'zh-CN').map(({ title }) => title),
    );
    const rowOf = (sheet: string, row: number) =>
      (workbook.getWorksheet(sheet)?.getRow(row).values as unknown[]).slice(1);
    expect(rowOf('按类型', 1)).toEqual(['类型', '本期', '上期', '变化 %']);
    expect(rowOf('按类型', 2)).toEqual(['故障报修', 80, 70, 14]);
    expect(rowOf('按类型', 3)).toEqual(['投诉', 40, 0]);
    expect(rowOf('部门时限', 2)).toEqual(['抢修班', 'L01', 80, 70, 8, 2, 0, 87.5, 38]);
    expect(rowOf('投诉客户群', 2)).toEqual(['居民 高价值', 40, 0]);
  });

  it('speaks English too', async () => {
    const workbook = await sheetsOf('en');
    expect(workbook.getWorksheet('Hot topics')?.getRow(2).values).toEqual([
      undefined,
      'complaint',
      '320102',
      'metering',
      22,
      8,
      175,
    ]);
  });

  it('as PDF holds all tables, on as many pages as they need', async () => {
    const pdf = (await bytesOf(renderPdfBulletin(REPORT, 'zh-CN'))).toString('latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
  });

  it('of the same figures has the same bytes', async () => {
    for (const render of [renderPdfBulletin, renderXlsxBulletin]) {
      const [one, other] = await Promise.all([
        bytesOf(render(REPORT, 'zh-CN')),
        bytesOf(render(REPORT, 'zh-CN')),
      ]);
      expect(one.equals(other)).toBe(true);
    }
  });

  it('of an empty period is a document too', async () => {
    const empty: ServiceReportView = {
      ...REPORT,
      byKind: [],
      byChannel: [],
      byArea: [],
      departments: [],
      hotTopics: [],
    };
    expect((await bytesOf(renderPdfBulletin(empty, 'en'))).length).toBeGreaterThan(1000);
    expect((await bytesOf(renderXlsxBulletin(empty, 'en'))).length).toBeGreaterThan(1000);
  });
});
