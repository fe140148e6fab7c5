import { buffer } from 'node:stream/consumers';
import ExcelJS from 'exceljs';
import type { Sheet } from './sheet';
import { sheetPdf, sheetXlsx } from './sheet-files';
import { sheetHtml } from './sheet-html';

const SHEET: Sheet = {
  title: '客服中心日报',
  facts: ['2026-03-01', '版本 1'],
  dated: new Date('2026-03-02T00:00:00Z'),
  sections: [
    {
      title: '话务',
      columns: ['指标', '数值'],
      rows: [
        ['呼入量', '120'],
        ['<b>接通率</b>', '=1+1'],
      ],
    },
    { title: '考勤', note: '数据暂缺', columns: ['指标', '数值'], rows: [] },
  ],
};

describe('a sheet', () => {
  it('is HTML in which nothing that was brought is more than text', () => {
    const html = sheetHtml(SHEET, 'zh-CN');
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain('&lt;b&gt;接通率&lt;/b&gt;');
    expect(html).toContain('<p>数据暂缺</p>');
  });

  it('is XLSX with a worksheet for each section, cells as they are', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.load((await buffer(sheetXlsx(SHEET, 'zh-CN'))) as never);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['话务', '考勤']);
    expect(workbook.getWorksheet('话务')?.getRow(3).values).toEqual([undefined, '<b>接通率</b>', '=1+1']);
    expect(workbook.getWorksheet('考勤')?.getRow(2).getCell(1).value).toBe('数据暂缺');
  });

  it('is a PDF, the same bytes each time', async () => {
    const [one, other] = await Promise.all([buffer(sheetPdf(SHEET)), buffer(sheetPdf(SHEET))]);
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.equals(other)).toBe(true);
  });
});
