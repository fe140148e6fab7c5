import type { TableColumn, TableLanguage } from './table-column';

const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA = /^[=+\-@\t\r]/;

/**
 * A list as CSV with a byte order mark, so that spreadsheets read it as UTF-8. Text that a customer or a
 * file has brought and that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export async function* writeCsv<Item>(
  columns: readonly TableColumn<Item>[],
  language: TableLanguage,
  pages: AsyncIterable<readonly Item[]>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + line(columns.map(({ title }) => title[language])));
  for await (const page of pages) {
    const lines = page.map((item) => line(columns.map((column) => cell(column, item, language))));
    yield Buffer.from(lines.join(''));
  }
}

function cell<Item>(column: TableColumn<Item>, item: Item, language: TableLanguage): string {
  const value = column.value(item, language);
  return column.type === 'text' && FORMULA.test(value) ? `'${value}` : value;
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
