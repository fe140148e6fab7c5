import type { Readable } from 'node:stream';
import { type TableLanguage, type XlsxSheet, writeXlsxSheets } from '../tables';
import type { Sheet, SheetSection } from './sheet';
import { DOCUMENT_FONT, writePdf } from './write-pdf';

const MARGIN = 40;

/** To be read and printed. The same sheet gives the same bytes. */
export function sheetPdf({ title, facts, sections, dated }: Sheet): Readable {
  return writePdf({ margin: MARGIN, dated, title }, (document) => {
    document.addPage();
    document.font(DOCUMENT_FONT).fontSize(20).text(title, { align: 'center' }).moveDown(0.5);
    document.fontSize(9).text(facts.join('    '), { align: 'center' }).moveDown(1);
    for (const section of sections) drawSection(document, section);
  });
}

function drawSection(document: PDFKit.PDFDocument, { title, note, columns, rows }: SheetSection): void {
  if (document.y > document.page.height - document.page.margins.bottom - 60) document.addPage();
  document.x = MARGIN;
  document.fontSize(13).text(title).moveDown(0.3).fontSize(9);
  if (note !== undefined) document.text(note).moveDown(0.5);
  if (rows.length > 0) {
    document.table({
      data: [[...columns], ...rows.map((row) => [...row])],
      rowStyles: (row) => (row === 0 ? { backgroundColor: '#e8eef4' } : {}),
      defaultStyle: { border: 0.5, borderColor: '#9aa5b1', padding: 3 },
    });
  }
  document.moveDown(1);
}

/** A worksheet for each section. The same sheet gives the same bytes. */
export function sheetXlsx({ sections, dated }: Sheet, language: TableLanguage): Readable {
  const sheets = sections.map(({ title, note, columns, rows }): XlsxSheet<readonly string[]> => ({
    name: title,
    columns: columns.map((column, index) => ({
      title: { 'zh-CN': column, en: column },
      type: 'text',
      value: (row) => row[index] ?? '',
    })),
    pages: [note === undefined ? rows : [[note], ...rows]],
  }));
  return writeXlsxSheets(sheets, language, dated);
}
