import { PassThrough, type Readable } from 'node:stream';
import { describeError, isError } from '../../errors';
import { stream as excel } from 'exceljs';
import type { TableColumn, TableLanguage } from './table-column';

/** What the writer keeps to itself. */
interface WriterInside {
  readonly zip: { append(source: unknown, data: { name: string; date?: Date }): unknown };
  addThemes(): unknown;
}

export interface XlsxFile {
  /** At most 31 characters. */
  readonly sheetName: string;
  readonly dated: Date;
}

/** One list of a file of several. */
export interface XlsxSheet<Item> {
  /** At most 31 characters, each name once in a file. */
  readonly name: string;
  readonly columns: readonly TableColumn<Item>[];
  readonly pages: AsyncIterable<readonly Item[]> | Iterable<readonly Item[]>;
}

/**
 * A list as XLSX, written as it is read. The same list gives the same bytes: every date in the file,
 * those of the archive's entries too, is `dated`. Texts are text cells, which no spreadsheet takes for a formula.
 */
export function writeXlsx<Item>(
  columns: readonly TableColumn<Item>[],
  language: TableLanguage,
  pages: AsyncIterable<readonly Item[]>,
  { sheetName, dated }: XlsxFile,
): Readable {
  return writeXlsxSheets([{ name: sheetName, columns, pages }], language, dated);
}

/** Several lists as one XLSX, a sheet each, in this order; as `writeXlsx` else. */
export function writeXlsxSheets<Item>(
  sheets: readonly XlsxSheet<Item>[],
  language: TableLanguage,
  dated: Date,
): Readable {
  const output = new PassThrough();
  write(output, sheets, language, dated).catch((error: unknown) => {
    output.destroy(isError(error) ? error : new Error(describeError(error)));
  });
  return output;
}

async function write<Item>(
  output: PassThrough,
  sheets: readonly XlsxSheet<Item>[],
  language: TableLanguage,
  dated: Date,
): Promise<void> {
  const Writer = datedWriter(dated);
  const workbook = new Writer({ stream: output, useStyles: true, useSharedStrings: false });
  workbook.creator = 'Switchyard';
  workbook.created = dated;
  workbook.modified = dated;
  for (const { name, columns, pages } of sheets) {
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map(({ title }) => ({ header: title[language], width: 18 }));
    sheet.getRow(1).font = { bold: true };
    sheet.getRow(1).commit();
    for await (const page of pages) {
      for (const item of page) {
        sheet.addRow(columns.map((column) => cellOf(column, column.value(item, language)))).commit();
      }
    }
    sheet.commit();
  }
  await workbook.commit();
}

function cellOf<Item>(column: TableColumn<Item>, value: string): string | number {
  return column.type === 'number' && value !== '' ? Number(value) : value;
}

/** The archiver stamps each entry with the time of writing unless it is given one: here it always is. */
function datedWriter(date: Date): typeof excel.xlsx.WorkbookWriter {
  const Base = excel.xlsx.WorkbookWriter as unknown as new (...given: unknown[]) => WriterInside;
  class DatedWriter extends Base {
    /** The first thing that the constructor writes. */
    override addThemes(): unknown {
      const { zip } = this;
      const append = zip.append.bind(zip);
      zip.append = (source, data) => append(source, { ...data, date });
      return super.addThemes();
    }
  }
  return DatedWriter as unknown as typeof excel.xlsx.WorkbookWriter;
}
