import { StreamableFile } from '@nestjs/common';
import type { DailyReportSheet } from '@switchyard/contracts';
import { type Sheet, sheetHtml, sheetPdf, sheetXlsx, type TableLanguage } from '@switchyard/platform';
import { XLSX } from '../http/media-types';

export const SHEET_FORMATS = ['pdf', 'xlsx', 'html'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

const TYPES: Readonly<Record<SheetFormat, string>> = {
  pdf: 'application/pdf',
  xlsx: XLSX,
  html: 'text/html; charset=utf-8',
};

export function dailyReportFile(
  told: DailyReportSheet,
  format: SheetFormat,
  language: TableLanguage,
  day: string,
): StreamableFile {
  const sheet: Sheet = {
    ...told,
    dated: new Date(told.dated),
    sections: told.sections.map((section) => ({ ...section, rows: section.rows.map(({ cells }) => cells) })),
  };
  const options = {
    type: TYPES[format],
    disposition: `attachment; filename="daily-report-${day}.${format}"`,
  };
  switch (format) {
    case 'pdf':
      return new StreamableFile(sheetPdf(sheet), options);
    case 'xlsx':
      return new StreamableFile(sheetXlsx(sheet, language), options);
    case 'html':
      return new StreamableFile(Buffer.from(sheetHtml(sheet, language)), options);
  }
}
