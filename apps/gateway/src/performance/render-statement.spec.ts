import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { MonthlyScoreStatement } from '@switchyard/contracts';
import ExcelJS from 'exceljs';
import { renderPdfStatement, renderXlsxStatement } from './render-statement';

const STATEMENT: MonthlyScoreStatement = {
  scoreId: '00000000-0000-4000-8000-000000000001',
  staffNumber: 'A001',
  name: '李娜',
  month: '2026-10',
  version: 2,
  state: 'published',
  score: 96,
  missing: ['exam'],
  bonusFen: 38_000,
  finesFen: 2_000,
  computedAt: '2026-11-02T02:00:00.000Z',
  computedBy: 'head',
  appealUntil: '2026-11-09T02:00:00.000Z',
  lines: [
    {
      pool: 'attendance',
      rule: 'L385',
      fact: { 'zh-CN': '迟到 2 次', en: 'late: 2' },
      arithmetic: '2 × −2',
      points: -4,
    },
  ],
  bonusLines: [
    {
      pool: 'timeliness',
      rule: 'L378',
      fact: { 'zh-CN': '平均在手 7.2 分钟', en: '7.2 minutes in hand' },
      arithmetic: '2 × −10',
      points: -2_000,
    },
  ],
  fullBonusFen: 40_000,
  fines: [{ matter: 'uniform', rule: 'L408', fact: { 'zh-CN': '=1+1', en: '=1+1' }, amountFen: 2_000 }],
  facts: {},
  policy: {},
};

const workbookOf = async (stream: Readable): Promise<ExcelJS.Workbook> => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await buffer(stream)) as never);
  return workbook;
};

describe('a statement', () => {
  it('as XLSX tells what it comes to and every step, in yuan where it is money', async () => {
    const workbook = await workbookOf(renderXlsxStatement(STATEMENT, 'zh-CN'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '月度绩效通知单',
      '得分明细（满分 100）',
      '奖金明细（元）',
      '罚款建议（元，待审批）',
    ]);
    const cells = (sheet: number, row: number) =>
      (workbook.worksheets[sheet]?.getRow(row).values as unknown[]).slice(1).map(String);
    expect(cells(1, 2)).toEqual(['L385', '迟到 2 次', '2 × −2', '-4']);
    expect(cells(2, 2)).toEqual(['L378', '平均在手 7.2 分钟', '2 × −10', '-20']);
    // What somebody wrote is never a formula.
    expect(workbook.worksheets[3]?.getCell('B2').type).toBe(ExcelJS.ValueType.String);
  });

  it('of a post without a bonus has no part for it, and is told in English too', async () => {
    const { bonusFen: _none, ...without } = STATEMENT;
    const workbook = await workbookOf(renderXlsxStatement(without, 'en'));
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      'Monthly score',
      'Score (of 100)',
      'Fines proposed (yuan)',
    ]);
  });

  it('as PDF is the same bytes for the same statement', async () => {
    const [one, other] = await Promise.all([
      buffer(renderPdfStatement(STATEMENT, 'zh-CN')),
      buffer(renderPdfStatement(STATEMENT, 'zh-CN')),
    ]);
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.equals(other)).toBe(true);
  });
});
