import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stream as excel } from 'exceljs';
import { batchCsv, type BatchFileOptions, batchRows } from './batch-file';
import { encodeGb18030 } from './gb18030';

export type BatchFileFormat = 'csv' | 'gb18030' | 'xlsx';

/** Columns of the made-up files that a spreadsheet would hold as numbers. */
const NUMBERS = /^-?\d+\.\d+$/;

/** Writes a batch file of any size in constant memory. */
export async function writeBatchFile(
  path: string,
  format: BatchFileFormat,
  options: BatchFileOptions,
): Promise<void> {
  if (format === 'xlsx') return writeXlsx(path, options);
  const encode = format === 'gb18030' ? encodeGb18030 : (text: string) => Buffer.from(text);
  const chunks = (function* () {
    for (const text of batchCsv(options)) yield encode(text);
  })();
  await pipeline(Readable.from(chunks), createWriteStream(path));
}

async function writeXlsx(path: string, options: BatchFileOptions): Promise<void> {
  const workbook = new excel.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true, useStyles: true });
  const sheet = workbook.addWorksheet('Sheet1');
  for (const row of batchRows(options)) {
    const cells = row.map((cell) =>
      NUMBERS.test(cell) ? Number(cell) : /^\d{4}-\d\d-\d\d$/.test(cell) ? new Date(cell) : cell,
    );
    sheet.addRow(cells).commit();
  }
  sheet.commit();
  await workbook.commit();
}
