import type { Readable } from 'node:stream';
import type { ServiceReportView } from '@switchyard/contracts';
import { DOCUMENT_FONT, type TableLanguage, writePdf, writeXlsxSheets } from '@switchyard/platform';
import type { BulletinTable } from './bulletin-table';
import { bulletinTables } from './bulletin-tables';

const MARGIN = 40;
const TITLE_SIZE = 20;
const HEADING_SIZE = 13;
const CELL_SIZE = 9;
const CHINA = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

const WORDS = {
  'zh-CN': {
    title: '客户服务信息分析报告（95598 简报）',
    nothing: '无',
    period: '统计期',
    area: '区域',
    taken: '数据时间',
  },
  en: {
    title: 'Customer service bulletin',
    nothing: 'none',
    period: 'Period',
    area: 'Area',
    taken: 'Figures of',
  },
} as const;

/** A sheet for each table. The same report gives the same bytes. */
export function renderXlsxBulletin(report: ServiceReportView, language: TableLanguage): Readable {
  const sheets = bulletinTables(report, language).map(({ title, columns, rows }) => ({
    name: title,
    columns,
    pages: [rows],
  }));
  return writeXlsxSheets(sheets, language, new Date(report.takenAt));
}

/** To be read and printed: one table under the other. The same report gives the same bytes. */
export function renderPdfBulletin(report: ServiceReportView, language: TableLanguage): Readable {
  const { title, period, area, taken } = WORDS[language];
  return writePdf({ margin: MARGIN, dated: new Date(report.takenAt), title }, (document) => {
    document.addPage();
    document.font(DOCUMENT_FONT).fontSize(TITLE_SIZE).text(title, { align: 'center' }).moveDown(0.5);
    const facts = [
      `${period}: ${CHINA.format(new Date(report.from))} – ${lastDayOf(report)}`,
      ...(report.areaName === undefined ? [] : [`${area}: ${report.areaName}`]),
      `${taken}: ${CHINA.format(new Date(report.takenAt))}`,
    ];
    document.fontSize(CELL_SIZE).text(facts.join('    '), { align: 'center' }).moveDown(1);
    for (const table of bulletinTables(report, language)) drawTable(document, table, language);
  });
}

/** The last day that the period covers. */
function lastDayOf({ before }: ServiceReportView): string {
  return CHINA.format(new Date(new Date(before).getTime() - 1));
}

function drawTable(document: PDFKit.PDFDocument, table: BulletinTable, language: TableLanguage): void {
  const { columns, rows, title } = table;
  const heading = document.page.height - document.page.margins.bottom - 60;
  if (document.y > heading) document.addPage();
  document.x = MARGIN;
  document.fontSize(HEADING_SIZE).text(title).moveDown(0.3);
  document.fontSize(CELL_SIZE);
  if (rows.length === 0) {
    document.text(WORDS[language].nothing).moveDown(1);
    return;
  }
  document.table({
    data: [columns.map((column) => column.title[language]), ...rows.map((row) => [...row])],
    rowStyles: (row) => (row === 0 ? { backgroundColor: '#e8eef4' } : {}),
    defaultStyle: { border: 0.5, borderColor: '#9aa5b1', padding: 3 },
  });
  document.moveDown(1);
}
