import type { ListColumn, ListedContact } from './list-columns';

const BYTE_ORDER_MARK = '\uFEFF';
const FORMULA = /^[=+\-@\t\r]/;

/**
 * The list as CSV with a byte order mark, so that spreadsheets read it as UTF-8. Text that a customer or a
 * file has brought and that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export async function* renderCsv(
  columns: readonly ListColumn[],
  language: 'zh-CN' | 'en',
  pages: AsyncIterable<readonly ListedContact[]>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(BYTE_ORDER_MARK + line(columns.map(({ title }) => title[language])));
  for await (const page of pages) {
    const lines = page.map((listed) => line(columns.map((column) => cell(column, listed, language))));
    yield Buffer.from(lines.join(''));
  }
}

function cell(column: ListColumn, listed: ListedContact, language: 'zh-CN' | 'en'): string {
  const value = column.value(listed, language);
  return column.type === 'text' && FORMULA.test(value) ? `'${value}` : value;
}

function line(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
